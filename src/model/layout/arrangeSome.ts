import type { Broker } from '../design/design.ts'
import type { Document } from '../design/document.ts'
import type { BrokerId, ElementId, NoteId, RegionId } from '../design/ids.ts'
import { NOTE_SIZE, snap, type Box, type Point } from '../design/layout.ts'
import {
  around,
  brokerBoxes,
  EMPTY_REGION,
  freePlace,
  overlap,
  REGION_PADDING,
  regionAround,
  type Size,
} from './geometry.ts'
import { linksOf } from './graph.ts'
import { drawGroup, moved, type Group } from './groups.ts'
import { makeRoom } from './makeRoom.ts'
import { byRegion, sizes, type Place } from './members.ts'

/** Room between what is put below other things and those. */
const BELOW = 24

/**
 * Each region's chosen brokers are drawn anew where they stood, or below what they would cover; the box of a region grows
 * with them, and what it would cover makes room. Regions and notes that stand nowhere yet get a place.
 */
export function arrangeSome(document: Document, ids: readonly ElementId[]): Place {
  const { design, layout } = document
  const only = new Set<string>(ids)
  const links = linksOf(design)
  const stands = brokerBoxes(document)
  const boxOf = (region: RegionId | undefined) => region && layout.regions[region]
  // A region without a box is drawn around its brokers: that is no reason to move those.
  const isChosen = ({ id, region }: Broker) =>
    only.has(id) || (region !== undefined && only.has(region) && boxOf(region) !== undefined)
  const taken = design.brokers.filter((broker) => !isChosen(broker)).flatMap(({ id }) => stands.get(id) ?? [])
  const brokers: Record<BrokerId, Point> = {}
  const regions: Record<RegionId, Box> = {}

  const boxes = () => Object.values({ ...layout.regions, ...regions }).filter((box) => box !== undefined)

  // Outside of regions means outside of their boxes, so those come last.
  const groups = [...byRegion(design.brokers.filter(isChosen))]
  for (const [region, chosen] of groups.toSorted(([a], [b]) => Number(!a) - Number(!b))) {
    const nodes = chosen.map(({ id }) => id)
    const group = drawGroup(nodes, links, sizes(design), region !== undefined)
    const box = boxOf(region)
    const isWhole = box !== undefined && region !== undefined && only.has(region)
    const before = isWhole ? undefined : around(nodes.flatMap((node) => stands.get(node) ?? []))
    const inside = box && { x: box.x + REGION_PADDING.side, y: box.y + REGION_PADDING.top }
    const corner = before ?? inside ?? { x: 0, y: 0 }
    const placed = below(group, corner, region ? taken : [...taken, ...boxes()])
    taken.push(...placed.values())
    for (const [node, { x, y }] of placed) brokers[node as BrokerId] = { x, y }
    if (!region) continue
    const rest = design.brokers.filter((broker) => broker.region === region && !isChosen(broker))
    const content = around([...placed.values(), ...rest.flatMap(({ id }) => stands.get(id) ?? [])])
    const needed = regionAround(content ?? { ...corner, width: 0, height: 0 })
    regions[region] = isWhole || !box ? needed : (around([needed, box]) ?? needed)
  }
  for (const { id } of design.regions) {
    if (!only.has(id) || boxOf(id) || regions[id]) continue
    const members = design.brokers
      .filter(({ region }) => region === id)
      .flatMap((broker) => stands.get(broker.id) ?? [])
    const content = around(members)
    const all = around([...taken, ...boxes()])
    regions[id] = content
      ? regionAround(content)
      : { x: all?.x ?? 0, y: all ? snap(all.y + all.height) + 40 : 0, ...EMPTY_REGION }
  }
  const place = makeRoom(document, { type: 'place', brokers, regions })
  const placed = { ...document, layout: { ...layout, brokers: { ...layout.brokers, ...place.brokers } } }
  return { ...place, notes: newNotes(placed, only) }
}

function below(group: Group, corner: Point, others: readonly Box[]): Group['boxes'] {
  for (let y = snap(corner.y); ;) {
    const boxes = moved(group.boxes, snap(corner.x), y)
    const covered = others.filter((other) => [...boxes.values()].some((box) => overlap(box, other, 10)))
    if (covered.length === 0) return boxes
    y = snap(Math.max(...covered.map((other) => other.y + other.height)) + BELOW)
  }
}

/** Notes without a place stand near what they are about. */
function newNotes(document: Document, only: ReadonlySet<string>): Record<NoteId, Box> {
  const stands = brokerBoxes(document)
  const notes: Record<NoteId, Box> = {}
  let current = document
  for (const { id, about } of document.design.notes) {
    if (!only.has(id) || document.layout.notes[id]) continue
    const near = (about && stands.get(about)) ?? around([...stands.values()]) ?? { x: 0, y: 0 }
    const size: Size = NOTE_SIZE
    const note = { ...freePlace(current, { x: near.x, y: near.y + size.height }, size), ...size }
    notes[id] = note
    current = { ...current, layout: { ...current.layout, notes: { ...current.layout.notes, [id]: note } } }
  }
  return notes
}
