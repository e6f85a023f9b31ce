import { isPair, type Broker } from '../design/design.ts'
import type { Document } from '../design/document.ts'
import { BROKER_SIZE, GRID, PAIR_SIZE, REGION_HEAD, snap, type Box, type Point } from '../design/layout.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** Space between what a region holds and its edge, in pixels. Clients hang below a card, so there is more at the bottom. */
export const REGION_PADDING = { side: 20, top: REGION_HEAD + 18, bottom: 30 } as const

/** A region that holds nothing. */
export const EMPTY_REGION: Size = { width: 220, height: 130 }

/** The size of the card of a broker or pair, in pixels at 100 % zoom. */
export function sizeOfBroker(broker: Pick<Broker, 'instances'>): Size {
  return isPair(broker) ? PAIR_SIZE : BROKER_SIZE
}

/** Tells whether two boxes share room, or come nearer than `space`. */
export function overlap(a: Box, b: Box, space = 0): boolean {
  return (
    a.x < b.x + b.width + space &&
    b.x < a.x + a.width + space &&
    a.y < b.y + b.height + space &&
    b.y < a.y + a.height + space
  )
}

/** The smallest box around boxes; `undefined` around none. */
export function around(boxes: readonly Box[]): Box | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  return boxes.length === 0 ? undefined : { x: left, y: top, width: right - left, height: bottom - top }
}

/** Where every broker that has a place stands. */
export function brokerBoxes(document: Document): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>()
  for (const broker of document.design.brokers) {
    const place = document.layout.brokers[broker.id]
    if (place) boxes.set(broker.id, { ...place, ...sizeOfBroker(broker) })
  }
  return boxes
}

/** The box of a region around what it holds, on the grid. */
export function regionAround(content: Box): Box {
  const { side, top, bottom } = REGION_PADDING
  const x = Math.floor((content.x - side) / GRID) * GRID
  const y = Math.floor((content.y - top) / GRID) * GRID
  const right = Math.ceil((content.x + content.width + side) / GRID) * GRID
  const end = Math.ceil((content.y + content.height + bottom) / GRID) * GRID
  return { x, y, width: right - x, height: end - y }
}

/** Room that a new card keeps to others. */
const SPACE = 20
const STEP = 2 * GRID
const RINGS = 200

/** The place nearest to a point, on the grid, where a card of this size touches no broker and no note. */
export function freePlace(document: Document, near: Point, size: Size = BROKER_SIZE): Point {
  const taken = [
    ...brokerBoxes(document).values(),
    ...document.design.notes.flatMap(({ id }) => document.layout.notes[id] ?? []),
  ]
  const start = { x: snap(near.x), y: snap(near.y) }
  const isFree = (place: Point) => !taken.some((box) => overlap({ ...place, ...size }, box, SPACE))
  for (let ring = 0; ring < RINGS; ring++) {
    const found = ringAround(start, ring).find(isFree)
    if (found) return found
  }
  // So many cards in one heap: below them all there is room.
  const all = around(taken)
  return { x: start.x, y: all ? snap(all.y + all.height) + STEP : start.y }
}

/** Places a number of steps away, the nearest first; below and beside before above. */
function ringAround({ x, y }: Point, ring: number): readonly Point[] {
  if (ring === 0) return [{ x, y }]
  const places: Point[] = []
  for (let along = 0; along <= ring; along++) {
    for (const a of along === 0 ? [0] : [along, -along]) {
      for (const [dx, dy] of [
        [a, ring],
        [ring, a],
        [-ring, a],
        [a, -ring],
      ] as const) {
        places.push({ x: x + dx * STEP, y: y + dy * STEP })
      }
    }
  }
  return places
}
