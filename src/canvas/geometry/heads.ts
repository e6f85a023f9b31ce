import { REGION_HEAD, type Box, type Document } from '@meshwright/model'
import { placeOf } from '../words.ts'

/** px of a letter of a region's name and of its place, as the head writes them. */
const LETTER = { name: 7, place: 6.2 }
/** Before the name: the edge and the icon. */
const BEFORE = 30
/** From so wide on, the head says `3 brokers` and not only `3`. */
const WIDE = 250

/**
 * Where the heads of regions have words, by region and side: lines may pass through a head, but not through what it
 * says. Boxes that are as before are the same objects as before, and so is the map where all are.
 */
export function headWords(document: Document, former: ReadonlyMap<string, Box>): ReadonlyMap<string, Box> {
  const words = new Map<string, Box>()
  let isSameMap = true
  const add = (key: string, box: Box) => {
    const known = former.get(key)
    const isSame = known?.x === box.x && known.y === box.y && known.width === box.width
    isSameMap &&= isSame
    words.set(key, isSame ? known : box)
  }
  for (const { id, name } of document.design.regions) {
    const box = document.layout.regions[id]
    if (!box) continue
    const place = placeOf(name)
    const { x, y, width } = box
    const whole = BEFORE + name.length * LETTER.name + (place ? 7 + place.length * LETTER.place : 0)
    const line = { y: y + 5, height: REGION_HEAD - 10 }
    const count = width < WIDE ? 30 : 82
    add(`${id}<`, { x, width: Math.min(width - count, whole), ...line })
    add(`${id}>`, { x: x + width - count, width: count, ...line })
  }
  return isSameMap && words.size === former.size ? former : words
}
