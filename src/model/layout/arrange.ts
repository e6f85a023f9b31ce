import type { Design } from '../design/design.ts'
import type { Document } from '../design/document.ts'
import type { BrokerId, ElementId, NoteId, RegionId } from '../design/ids.ts'
import { NOTE_SIZE, snap, type Box, type Point } from '../design/layout.ts'
import { arrangeSome } from './arrangeSome.ts'
import { around, EMPTY_REGION, REGION_PADDING, regionAround, sizeOfBroker, type Size } from './geometry.ts'
import { componentsOf, graphOf, linksOf, type Link } from './graph.ts'
import { drawGroup, moved, type Group } from './groups.ts'
import { byRegion, sizes, type Place } from './members.ts'
import { placeBlocks } from './placeBlocks.ts'
import type { SizeOf } from './rows.ts'

export interface ArrangeOptions {
  /**
   * Only these brokers, the brokers of these regions, and these notes if they stand nowhere; all else stays where it is.
   * Absent: everything.
   */
  readonly only?: readonly ElementId[]
}

/**
 * A tidy drawing: brokers within their region by how they are linked (a hub among its spokes, rings, rows, trees),
 * regions by the connectors between them, everything on the grid and nothing over anything else. The same design
 * always gives the same drawing. Time grows with the size of the design.
 */
export function arrange(document: Document, { only }: ArrangeOptions = {}): Place {
  return only ? arrangeSome(document, only) : arrangeAll(document)
}

/** What is placed as one: a region with its brokers, or brokers outside of regions that hang together. */
interface Block extends Size {
  readonly region?: RegionId
  readonly group: Group
  /** Where the group's corner is in the block. */
  readonly inset: Point
}

function arrangeAll(document: Document): Place {
  const { design } = document
  const links = linksOf(design)
  const sizeOf = sizes(design)
  const blocks = blocksOf(design, links, sizeOf)
  const blockOf = new Map<string, string>()
  for (const [key, { group }] of blocks) for (const node of group.boxes.keys()) blockOf.set(node, key)
  const between = links.flatMap((link) => {
    const [from, to] = [blockOf.get(link.from), blockOf.get(link.to)]
    return from === undefined || to === undefined || from === to ? [] : [{ ...link, from, to }]
  })
  const places = placeBlocks([...blocks.keys()], between, (key) => blocks.get(key) ?? EMPTY_REGION)
  const brokers: Record<BrokerId, Point> = {}
  const regions: Record<RegionId, Box> = {}
  const across = elsewhere(links.filter((link) => blockOf.get(link.from) !== blockOf.get(link.to)))
  const centres = new Map<string, number>()
  for (const [key, { group, inset }] of blocks) {
    const x = (places.get(key)?.x ?? 0) + inset.x
    for (const [node, box] of group.boxes) centres.set(node, x + box.x + box.width / 2)
  }
  for (const [key, { region, group, inset, width, height }] of blocks) {
    const place = places.get(key) ?? { x: 0, y: 0 }
    if (region) regions[region] = { ...place, width, height }
    const boxes = turned(group, place.x + inset.x, across, centres)
    for (const [node, box] of moved(boxes, place.x + inset.x, place.y + inset.y)) {
      brokers[node as BrokerId] = { x: box.x, y: box.y }
    }
  }
  const all = [
    ...Object.values(regions),
    ...design.brokers.map((broker) => ({
      ...(brokers[broker.id] ?? { x: 0, y: 0 }),
      ...sizeOfBroker(broker),
    })),
  ]
  return { type: 'place', brokers, regions, notes: notesBelow(document, around(all)) }
}

function blocksOf(design: Design, links: readonly Link[], sizeOf: SizeOf): ReadonlyMap<string, Block> {
  const blocks = new Map<string, Block>()
  const members = byRegion(design.brokers)
  const inside = linksInside(design, links)
  for (const { id } of design.regions) {
    const nodes = members.get(id)?.map((broker) => broker.id) ?? []
    const group = drawGroup(nodes, inside.get(id) ?? [], sizeOf, design.regions.length > 1)
    const content = nodes.length > 0 ? group : { width: 0, height: 0 }
    const { width, height } = regionAround({ x: 0, y: 0, ...content })
    const wide = Math.max(width, EMPTY_REGION.width - (nodes.length > 0 ? 30 : 0))
    blocks.set(id, {
      region: id,
      group,
      inset: { x: snap((wide - group.width) / 2), y: REGION_PADDING.top },
      width: wide,
      height: Math.max(height, EMPTY_REGION.height),
    })
  }
  const loose = members.get(undefined)?.map(({ id }) => id) ?? []
  const whole = graphOf(loose, links)
  for (const part of together(componentsOf(whole), design, links)) {
    const own = part.length === loose.length ? { ...whole, nodes: part } : graphOf(part, links)
    const group = drawGroup(part, links, sizeOf, false, own)
    blocks.set(part[0] ?? '', { group, inset: { x: 0, y: 0 }, width: group.width, height: group.height })
  }
  return blocks
}

function linksInside(design: Design, links: readonly Link[]): ReadonlyMap<string, readonly Link[]> {
  const homes = new Map<string, RegionId | undefined>(design.brokers.map(({ id, region }) => [id, region]))
  const inside = new Map<string, Link[]>()
  for (const link of links) {
    const home = homes.get(link.from)
    if (home === undefined || homes.get(link.to) !== home) continue
    const known = inside.get(home)
    if (known) known.push(link)
    else inside.set(home, [link])
  }
  return inside
}

/** Brokers outside of regions that are linked with none of their kind stand together if they are linked with the same regions. */
function together(
  parts: readonly (readonly string[])[],
  design: Design,
  links: readonly Link[],
): readonly (readonly string[])[] {
  const homes = new Map<string, string>(design.brokers.map(({ id, region }) => [id, region ?? '']))
  const regions = new Map<string, Set<string>>()
  for (const { from, to } of links) {
    regions.set(from, (regions.get(from) ?? new Set<string>()).add(homes.get(to) ?? ''))
    regions.set(to, (regions.get(to) ?? new Set<string>()).add(homes.get(from) ?? ''))
  }
  const groups = new Map<string, string[]>()
  for (const part of parts) {
    const [node = ''] = part
    const linked = [...(regions.get(node) ?? [])].toSorted().join()
    const key = part.length === 1 && linked !== '' ? linked : node
    groups.set(key, [...(groups.get(key) ?? []), ...part])
  }
  return [...groups.values()]
}

/** For each broker those in other blocks that it is linked with. */
function elsewhere(links: readonly Link[]): ReadonlyMap<string, readonly string[]> {
  const others = new Map<string, string[]>()
  for (const { from, to } of links) {
    for (const [own, other] of [
      [from, to],
      [to, from],
    ] as const) {
      const known = others.get(own)
      if (known) known.push(other)
      else others.set(own, [other])
    }
  }
  return others
}

/** The group, or its mirror image where that brings brokers nearer to those in other blocks that they are linked with. */
function turned(
  group: Group,
  x: number,
  across: ReadonlyMap<string, readonly string[]>,
  centres: ReadonlyMap<string, number>,
): Group['boxes'] {
  let [asIs, mirrored] = [0, 0]
  for (const [node, box] of group.boxes) {
    for (const other of across.get(node) ?? []) {
      const there = centres.get(other) ?? 0
      asIs += Math.abs(x + box.x + box.width / 2 - there)
      mirrored += Math.abs(x + group.width - box.x - box.width / 2 - there)
    }
  }
  // A gain of a few pixels is no reason to turn the order round.
  if (mirrored >= asIs * 0.9) return group.boxes
  return new Map(
    [...group.boxes].map(
      ([node, box]) => [node, { ...box, x: snap(group.width - box.x - box.width) }] as const,
    ),
  )
}

/** Notes keep their size and stand in rows below everything. */
function notesBelow({ design, layout }: Document, all: Box | undefined): Record<NoteId, Box> {
  const notes: Record<NoteId, Box> = {}
  const most = Math.max(all?.width ?? 0, 4 * NOTE_SIZE.width)
  let [x, y, high] = [0, all ? snap(all.y + all.height + 64) : 0, 0]
  for (const { id } of design.notes) {
    const { width, height } = layout.notes[id] ?? NOTE_SIZE
    if (x > 0 && x + width > most) {
      ;[x, y, high] = [0, snap(y + high + 44), 0]
    }
    notes[id] = { x, y, width, height }
    x = snap(x + width + 44)
    high = Math.max(high, height)
  }
  return notes
}
