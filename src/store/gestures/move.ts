import {
  isBrokerId,
  isNoteId,
  isRegionId,
  snap,
  type Box,
  type BrokerId,
  type Document,
  type Edit,
  type ElementId,
  type Layout,
  type Point,
  type RegionId,
} from '@meshwright/model'
import type { Store } from '../createStore.ts'
import { boxOf, centerOf, grownFor, regionAt } from '../geometry.ts'
import { batch } from './add.ts'
import { namesOf } from './names.ts'

type Places = { [Key in keyof Layout]: { -readonly [Id in keyof Layout[Key]]: Layout[Key][Id] } }

/** Everything that moves when these elements do: a region takes its brokers along. Each once. */
export function movedWith(document: Document, ids: readonly ElementId[]): readonly ElementId[] {
  const regions = new Set<string>(ids.filter(isRegionId))
  const along = document.design.brokers.filter((broker) => broker.region && regions.has(broker.region))
  return [...new Set<ElementId>([...ids, ...along.map(({ id }) => id)])]
}

/** Where elements stand after each was moved by its own distance; elements without a place are passed over. */
export function placesAfter(
  document: Document,
  ids: readonly ElementId[],
  shift: (id: ElementId, box: Box) => Point,
): Extract<Edit, { type: 'place' }> {
  const places: Places = { brokers: {}, regions: {}, notes: {} }
  for (const id of ids) {
    const box = boxOf(document, id)
    if (!box) continue
    const by = shift(id, box)
    const at = { x: snap(box.x + by.x), y: snap(box.y + by.y) }
    if (isBrokerId(id)) places.brokers[id] = at
    else if (isRegionId(id)) places.regions[id] = { ...at, width: box.width, height: box.height }
    else if (isNoteId(id)) places.notes[id] = { ...at, width: box.width, height: box.height }
  }
  return { type: 'place', ...places }
}

/** Moves the selection by a distance in px; repeated presses within one gesture are one step. */
export function nudge(store: Store, by: Point): void {
  const { document, session } = store.getState()
  const ids = movedWith(document, session.selection)
  const label = `move ${namesOf(document.design, session.selection)}`
  const place = placesAfter(document, ids, () => by)
  store.getState().edit(place, { label, gesture: `nudge ${session.selection.join()}` })
}

/**
 * What else a drop means: brokers that now stand in another region belong to it; those that stand in none belong to
 * none. Outside brokers stay outside. Regions that hold a dropped broker near their edge grow.
 */
export function dropEdits(document: Document, ids: readonly ElementId[]): readonly Edit[] {
  const edits: Edit[] = []
  const regions: { [Id in RegionId]?: Box } = {}
  const movedRegions = new Set<string>(ids.filter(isRegionId))
  for (const broker of document.design.brokers) {
    if (!ids.includes(broker.id) || (broker.region && movedRegions.has(broker.region))) continue
    const box = boxOf(document, broker.id)
    if (!box) continue
    const region = regionAt(document, centerOf(box))
    if (region !== broker.region)
      edits.push({ type: 'set-broker', id: broker.id, fields: { region: region ?? null } })
    const held = region && (regions[region] ?? document.layout.regions[region])
    if (region && held) {
      const grown = grownFor(held, box)
      if (grown !== held) regions[region] = grown
    }
  }
  if (Object.keys(regions).length > 0) edits.push({ type: 'place', regions })
  return edits
}

/** The region that each of these brokers would belong to if dropped now, where that is another than its own. */
export function regionChanges(
  document: Document,
  ids: readonly BrokerId[],
): ReadonlyMap<BrokerId, RegionId | undefined> {
  const changes = new Map<BrokerId, RegionId | undefined>()
  for (const broker of document.design.brokers) {
    if (!ids.includes(broker.id)) continue
    const box = boxOf(document, broker.id)
    const region = box && regionAt(document, centerOf(box))
    if (region !== broker.region) changes.set(broker.id, region)
  }
  return changes
}

export type Edge = 'left' | 'right' | 'top' | 'bottom' | 'center' | 'middle'

/** Lines the selection up on one edge, or on its centre (one above the other) or middle (side by side). */
export function align(store: Store, edge: Edge): void {
  const { document, session } = store.getState()
  const ids = session.selection.filter((id) => boxOf(document, id))
  const boxes = ids.map((id) => boxOf(document, id) as Box)
  if (ids.length < 2) return
  const left = Math.min(...boxes.map((box) => box.x))
  const right = Math.max(...boxes.map((box) => box.x + box.width))
  const top = Math.min(...boxes.map((box) => box.y))
  const bottom = Math.max(...boxes.map((box) => box.y + box.height))
  const target: Readonly<Record<Edge, (box: Box) => Point>> = {
    left: (box) => ({ x: left - box.x, y: 0 }),
    right: (box) => ({ x: right - box.x - box.width, y: 0 }),
    top: (box) => ({ x: 0, y: top - box.y }),
    bottom: (box) => ({ x: 0, y: bottom - box.y - box.height }),
    center: (box) => ({ x: (left + right) / 2 - box.x - box.width / 2, y: 0 }),
    middle: (box) => ({ x: 0, y: (top + bottom) / 2 - box.y - box.height / 2 }),
  }
  const by = new Map(ids.map((id, index) => [id, target[edge](boxes[index] as Box)]))
  shiftGroups(store, by, `align ${namesOf(document.design, ids)}`)
}

/** Spaces the selection evenly between its outermost elements. */
export function distribute(store: Store, axis: 'x' | 'y'): void {
  const { document, session } = store.getState()
  const side = axis === 'x' ? 'width' : 'height'
  const items = session.selection
    .flatMap((id) => {
      const box = boxOf(document, id)
      return box ? [{ id, box }] : []
    })
    .toSorted((a, b) => a.box[axis] - b.box[axis])
  const first = items[0]
  const last = items.at(-1)
  if (!first || !last || items.length < 3) return
  const total = items.reduce((sum, { box }) => sum + box[side], 0)
  const gap = (last.box[axis] + last.box[side] - first.box[axis] - total) / (items.length - 1)
  let next = first.box[axis]
  const by = new Map<ElementId, Point>()
  for (const { id, box } of items) {
    by.set(id, axis === 'x' ? { x: next - box.x, y: 0 } : { x: 0, y: next - box.y })
    next += box[side] + gap
  }
  shiftGroups(store, by, `space ${namesOf(document.design, session.selection)} evenly`)
}

/** Moves elements, brokers with their region unless they move on their own account. */
function shiftGroups(store: Store, by: ReadonlyMap<ElementId, Point>, label: string): void {
  const { document } = store.getState()
  const all = movedWith(document, [...by.keys()])
  const place = placesAfter(document, all, (id) => {
    const own = by.get(id)
    if (own) return own
    const region = document.design.brokers.find((broker) => broker.id === id)?.region
    return (region && by.get(region)) ?? { x: 0, y: 0 }
  })
  store.getState().edit(batch(label, [place]), { label })
}
