import {
  BROKER_SIZE,
  GRID,
  isPair,
  PAIR_SIZE,
  remotesOf,
  snap,
  type Box,
  type Broker,
  type BrokerId,
  type ConnectorId,
  type Design,
  type Document,
  type Point,
} from '@meshwright/model'
import { cubic, type Curve } from '../geometry/curve.ts'

/** A broker that is only in the document that the open one is held against. */
export interface GhostBroker {
  readonly broker: Broker
  readonly box: Box
}

/** One line of a connector that is only there. */
export interface GhostLine {
  readonly key: string
  readonly connector: ConnectorId
  readonly name: string
  readonly duplex: boolean
  readonly curve: Curve
}

const ROOM = 2 * GRID

/**
 * Where brokers of another document stand among the cards of the open one: as far from their neighbours as there, at
 * the nearest place that is free. Documents whose drawings have nothing in common are put together by what they share.
 *
 * @param openIds - Brokers of the other document by what they are in the open one.
 */
export function placeGhosts(
  other: Document,
  wanted: readonly BrokerId[],
  openIds: ReadonlyMap<BrokerId, BrokerId>,
  boxes: ReadonlyMap<BrokerId, Box>,
  open: Document,
): readonly GhostBroker[] {
  const taken = [...boxes.values()]
  const neighbours = neighboursIn(other.design)
  return wanted.flatMap((id) => {
    const broker = other.design.brokers.find((each) => each.id === id)
    if (!broker) return []
    const size = isPair(broker) ? PAIR_SIZE : BROKER_SIZE
    const region = other.design.regions.find((each) => each.id === broker.region)?.name
    const mates = other.design.brokers.filter((each) => each.region === broker.region)
    const near = [
      region === undefined ? [] : mates.map((mate) => mate.id),
      [...(neighbours.get(id) ?? [])],
      [...openIds.keys()],
    ]
    const shift = near.reduce<Point | undefined>(
      (known, ids) => known ?? shiftOf(other, ids, openIds, boxes),
      undefined,
    )
    // In the ground of another region it would seem to be one of its brokers.
    const grounds = open.design.regions.flatMap((each) => {
      const ground = open.layout.regions[each.id]
      return ground && each.name !== region ? [ground] : []
    })
    const own = other.layout.brokers[id] ?? { x: 0, y: 0 }
    const ground = groundOf(open, region)
    const wish = beside({ x: own.x + (shift?.x ?? 0), y: own.y + (shift?.y ?? 0), ...size }, ground)
    const box = freeBox(wish, [...taken, ...grounds])
    taken.push(box)
    return [{ broker, box }]
  })
}

function groundOf({ design, layout }: Document, region: string | undefined): Box | undefined {
  const same = design.regions.find(({ name }) => name === region)
  return same && layout.regions[same.id]
}

/** In the ground of its own region, or right under it. */
function beside(box: Box, ground: Box | undefined): Box {
  const within = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))
  const x = ground ? within(box.x, ground.x + ROOM, ground.x + ground.width - box.width - ROOM) : box.x
  const y = ground ? within(box.y, ground.y + 3 * ROOM, ground.y + ground.height + ROOM) : box.y
  return { ...box, x: snap(x), y: snap(y) }
}

function neighboursIn(design: Design): ReadonlyMap<BrokerId, ReadonlySet<BrokerId>> {
  const found = new Map<BrokerId, Set<BrokerId>>()
  const add = (a: BrokerId, b: BrokerId) => found.set(a, (found.get(a) ?? new Set()).add(b))
  for (const connector of design.connectors) {
    for (const to of remotesOf(connector)) {
      add(connector.from, to)
      add(to, connector.from)
    }
  }
  return found
}

/** How far the open drawing stands from the other one, measured at the middle of these brokers. */
function shiftOf(
  other: Document,
  ids: readonly BrokerId[],
  openIds: ReadonlyMap<BrokerId, BrokerId>,
  boxes: ReadonlyMap<BrokerId, Box>,
): Point | undefined {
  const shifts = ids.flatMap((id) => {
    const [there, here] = [other.layout.brokers[id], boxes.get(openIds.get(id) ?? id)]
    return there && here && openIds.has(id) ? [{ x: here.x - there.x, y: here.y - there.y }] : []
  })
  if (shifts.length === 0) return undefined
  return { x: middle(shifts.map(({ x }) => x)), y: middle(shifts.map(({ y }) => y)) }
}

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

/** The nearest place, ring by ring, where a box touches no other. */
function freeBox(wish: Box, taken: readonly Box[]): Box {
  const step = 4 * GRID
  for (let ring = 0; ring < 60; ring++) {
    let best: { readonly box: Box; readonly far: number } | undefined
    for (let i = -ring; i <= ring; i++) {
      for (let j = -ring; j <= ring; j++) {
        if (Math.max(Math.abs(i), Math.abs(j)) !== ring) continue
        const box = { ...wish, x: wish.x + i * step, y: wish.y + j * step }
        const far = Math.hypot(i, j)
        if ((!best || far < best.far) && !taken.some((other) => touches(box, other))) best = { box, far }
      }
    }
    if (best) return best.box
  }
  return wish
}

function touches(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width + ROOM &&
    b.x < a.x + a.width + ROOM &&
    a.y < b.y + b.height + ROOM &&
    b.y < a.y + a.height + ROOM
  )
}

/** px that a ghost's line bows out, so that it does not lie on a line that took its place. */
const BOW = 34

/** The lines of connectors that are only in the other design, between cards and ghosts. */
export function ghostLines(
  design: Design,
  wanted: readonly ConnectorId[],
  boxOf: (id: BrokerId) => Box | undefined,
): readonly GhostLine[] {
  return wanted.flatMap((id) => {
    const connector = design.connectors.find((each) => each.id === id)
    if (!connector) return []
    return remotesOf(connector).flatMap((to): readonly GhostLine[] => {
      const [a, b] = [boxOf(connector.from), boxOf(to)]
      if (!a || !b || a === b) return []
      return [
        {
          key: `${id} ${to}`,
          connector: id,
          name: connector.name ?? 'NC',
          duplex: connector.settings.duplex === true,
          curve: between(a, b),
        },
      ]
    })
  })
}

function between(a: Box, b: Box): Curve {
  const [from, to] = [centerOf(a), centerOf(b)]
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const side = { x: -(to.y - from.y) / length, y: (to.x - from.x) / length }
  const toward = (t: number): Point => ({
    x: from.x + (to.x - from.x) * t + side.x * BOW,
    y: from.y + (to.y - from.y) * t + side.y * BOW,
  })
  return cubic(rim(a, toward(0.5)), toward(1 / 3), toward(2 / 3), rim(b, toward(0.5)))
}

function centerOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 }
}

/** Where the way from a card's middle to a point leaves the card. */
function rim(box: Box, toward: Point): Point {
  const from = centerOf(box)
  const [dx, dy] = [toward.x - from.x, toward.y - from.y]
  const scale = Math.min(
    dx === 0 ? Infinity : box.width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : box.height / 2 / Math.abs(dy),
  )
  const share = Math.min(1, scale)
  return { x: from.x + dx * share, y: from.y + dy * share }
}
