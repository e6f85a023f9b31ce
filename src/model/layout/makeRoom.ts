import type { Document } from '../design/document.ts'
import type { BrokerId, RegionId } from '../design/ids.ts'
import { GRID, type Box, type Point } from '../design/layout.ts'
import { brokerBoxes, overlap } from './geometry.ts'
import type { Place } from './members.ts'

/** px between a region that has grown and what made room for it. */
const BESIDE = 40

/** What moves as one: a region with its brokers, or a broker outside of regions. */
interface Block {
  readonly region?: RegionId
  readonly brokers: readonly BrokerId[]
  readonly box: Box
}

/**
 * The same places with what grown regions would cover moved to the right or down, and what that would cover in turn.
 * Regions move with their brokers. What is in nobody's way stays where it is.
 *
 * @param document - As it was before.
 */
export function makeRoom(document: Document, place: Place): Place {
  const { design, layout } = document
  const grown = new Set<RegionId>(
    design.regions.flatMap(({ id }) => {
      const [before, now] = [layout.regions[id], place.regions?.[id]]
      return now && !(before && isInside(now, before)) ? [id] : []
    }),
  )
  if (grown.size === 0) return place
  const brokers: Record<BrokerId, Point | undefined> = { ...place.brokers }
  const regions: Record<RegionId, Box | undefined> = { ...place.regions }
  const settled: Box[] = []
  for (const block of blocksOf(document, place, grown)) {
    const box = freed(block.box, settled)
    settled.push(box)
    const [dx, dy] = [box.x - block.box.x, box.y - block.box.y]
    if (dx === 0 && dy === 0) continue
    if (block.region) regions[block.region] = box
    for (const id of block.brokers) {
      const at = brokers[id] ?? layout.brokers[id]
      if (at) brokers[id] = { x: at.x + dx, y: at.y + dy }
    }
  }
  return { ...place, brokers, regions }
}

/** Grown regions first, which stay; then the others from the top left, so that each is moved by those before it. */
function blocksOf(document: Document, place: Place, grown: ReadonlySet<RegionId>): readonly Block[] {
  const { design, layout } = document
  const brokers = { ...layout.brokers, ...place.brokers }
  const regions = { ...layout.regions, ...place.regions }
  const boxes = brokerBoxes({ ...document, layout: { ...layout, brokers } })
  const blocks = design.regions.flatMap(({ id }): Block[] => {
    const box = regions[id]
    const members = design.brokers.flatMap((broker) => (broker.region === id ? [broker.id] : []))
    return box ? [{ region: id, brokers: members, box }] : []
  })
  const loose = design.brokers.flatMap(({ id, region }): Block[] => {
    const box = boxes.get(id)
    return box && (!region || !regions[region]) ? [{ brokers: [id], box }] : []
  })
  const rank = ({ region, box }: Block) => (region && grown.has(region) ? -Infinity : box.x + box.y)
  return [...blocks, ...loose].toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)))
}

/** The box where it touches none of the others: moved right or down, whichever it already lies to. */
function freed(box: Box, others: readonly Box[]): Box {
  let free = box
  for (;;) {
    const hit = others.find((other) => overlap(other, free))
    if (!hit) return free
    const across = (free.x + free.width / 2 - hit.x) / hit.width
    const down = (free.y + free.height / 2 - hit.y) / hit.height
    free =
      across >= down
        ? { ...free, x: onGrid(hit.x + hit.width + BESIDE) }
        : { ...free, y: onGrid(hit.y + hit.height + BESIDE) }
  }
}

/** Places are moved by whole steps of the grid, so that their brokers stay on it. */
function onGrid(px: number): number {
  return Math.ceil(px / GRID) * GRID
}

function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}
