import {
  BROKER_SIZE,
  GRID,
  isBrokerId,
  isNoteId,
  isPair,
  isRegionId,
  networkOf,
  PAIR_SIZE,
  REGION_HEAD,
  snap,
  type Box,
  type Broker,
  type Document,
  type ElementId,
  type Point,
  type RegionId,
} from '@meshwright/model'

export interface Size {
  readonly width: number
  readonly height: number
}

/** A region as it is first drawn: room for two brokers beside each other. */
export const NEW_REGION: Size = { width: 400, height: 240 }
/** Space between the edge of a region and what it holds. */
export const REGION_PADDING = 20

export function sizeOf(broker: Pick<Broker, 'instances'>): Size {
  return isPair(broker) ? PAIR_SIZE : BROKER_SIZE
}

/** Where an element stands on the drawing; `undefined` for one without a place of its own (connectors, clients). */
export function boxOf(document: Document, id: ElementId): Box | undefined {
  const { design, layout } = document
  if (isRegionId(id)) return layout.regions[id]
  if (isNoteId(id)) return layout.notes[id]
  if (!isBrokerId(id)) return undefined
  const at = layout.brokers[id]
  // The network's index instead of a search: this is asked for every card, and while cards are dragged.
  const broker = at && networkOf(design).broker(id)
  return at && broker ? { ...at, ...sizeOf(broker) } : undefined
}

export function centerOf(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

export function contains(box: Box, { x, y }: Point): boolean {
  return x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height
}

/** Tells whether two boxes share room, or would with this much space around them. */
export function overlaps(a: Box, b: Box, space = 0): boolean {
  return (
    a.x < b.x + b.width + space &&
    b.x < a.x + a.width + space &&
    a.y < b.y + b.height + space &&
    b.y < a.y + a.height + space
  )
}

/** The box around boxes; `undefined` around none. */
export function around(boxes: readonly Box[], space = 0): Box | undefined {
  if (boxes.length === 0) return undefined
  const x = Math.min(...boxes.map((box) => box.x)) - space
  const y = Math.min(...boxes.map((box) => box.y)) - space
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + space
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + space
  return { x, y, width: right - x, height: bottom - y }
}

/** The region at a point: the smallest where they lie over each other. */
export function regionAt(document: Document, point: Point): RegionId | undefined {
  let best: { readonly id: RegionId; readonly area: number } | undefined
  for (const { id } of document.design.regions) {
    const box = document.layout.regions[id]
    if (!box || !contains(box, point)) continue
    const area = box.width * box.height
    if (!best || area < best.area) best = { id, area }
  }
  return best?.id
}

/** Boxes of everything a new card must not cover. */
export function occupied(document: Document): readonly Box[] {
  const { brokers, notes } = document.design
  return [...brokers, ...notes].flatMap(({ id }) => boxOf(document, id) ?? [])
}

/** The free place nearest to the wished one, on the grid: rings of growing size around it are tried. */
export function freeNear(document: Document, wish: Point, size: Size): Point {
  const taken = occupied(document)
  const start = { x: snap(wish.x), y: snap(wish.y) }
  // Room for a connector and its label between neighbours.
  const stepX = size.width + 10 * GRID
  const stepY = size.height + 8 * GRID
  for (let ring = 0; ring < 20; ring++) {
    for (const [dx, dy] of ringOf(ring)) {
      const place = { x: snap(start.x + dx * stepX), y: snap(start.y + dy * stepY), ...size }
      if (!taken.some((box) => overlaps(box, place, GRID))) return { x: place.x, y: place.y }
    }
  }
  return start
}

/** Steps of one ring, the nearest first: right, below, left, above, then the corners. */
function ringOf(ring: number): readonly (readonly [number, number])[] {
  if (ring === 0) return [[0, 0]]
  const steps: [number, number][] = []
  for (let dy = -ring; dy <= ring; dy++)
    for (let dx = -ring; dx <= ring; dx++)
      if (Math.max(Math.abs(dx), Math.abs(dy)) === ring) steps.push([dx, dy])
  return steps.sort((a, b) => costOf(a) - costOf(b))
}

function costOf([dx, dy]: readonly [number, number]): number {
  return Math.abs(dx) + Math.abs(dy) + (dx < 0 ? 0.2 : 0) + (dy < 0 ? 0.4 : 0)
}

/** Grows a region so that a box inside it has its padding; the same box when it has. */
export function grownFor(region: Box, inner: Box): Box {
  const x = Math.min(region.x, snap(inner.x - REGION_PADDING))
  const y = Math.min(region.y, snap(inner.y - REGION_PADDING - REGION_HEAD))
  const right = Math.max(region.x + region.width, snap(inner.x + inner.width + REGION_PADDING))
  const bottom = Math.max(region.y + region.height, snap(inner.y + inner.height + REGION_PADDING))
  if (
    x === region.x &&
    y === region.y &&
    right === region.x + region.width &&
    bottom === region.y + region.height
  )
    return region
  return { x, y, width: right - x, height: bottom - y }
}
