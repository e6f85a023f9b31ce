import type { Box, BrokerId, ConnectorId, Point } from '@meshwright/model'
import { type Curve } from './curve.ts'
import { curveOf, isUpright, pointOn, rangeOf, type Side, type Way, wayBetween, wishOn } from './sides.ts'
import { spread } from './spread.ts'

/** One line on the drawing: a connector, or one of several legs of a connector that leads to several brokers. */
export interface Leg {
  /** Unlike any other leg's. */
  readonly id: string
  readonly connector: ConnectorId
  readonly from: BrokerId
  readonly to: BrokerId
}

export interface Route {
  readonly from: Side
  readonly to: Side
  readonly curve: Curve
}

/** All lines of a drawing, and what the next drawing needs in order to keep what did not change. */
export interface Routes {
  readonly of: ReadonlyMap<string, Route>
  /** How many lines stand on the top and the bottom of each card. */
  readonly busy: ReadonlyMap<BrokerId, Readonly<Record<Side, number>>>
  readonly ways: ReadonlyMap<string, Way>
  readonly boxes: ReadonlyMap<BrokerId, Box>
}

export const NO_ROUTES: Routes = { of: new Map(), busy: new Map(), ways: new Map(), boxes: new Map() }

/** px between connectors of one pair of brokers, and between those of different ones. */
const PARALLEL_GAP = 16
const GAP = 22

export interface RouteOptions {
  /** While things are in the hand, lines that do not touch them keep their way; they look for a better one afterwards. */
  readonly inHand?: boolean
}

/**
 * Finds the line of every connector: which sides it uses, where on them it stands, how it bows around other cards.
 * Routes that come out as before are the same objects as before.
 */
export function routeLegs(
  legs: readonly Leg[],
  boxes: ReadonlyMap<BrokerId, Box>,
  former: Routes = NO_ROUTES,
  { inHand = false }: RouteOptions = {},
): Routes {
  const all = [...boxes.values()]
  const moved = movedBoxes(boxes, former.boxes)
  const ways = new Map<string, Way>()
  for (const leg of legs) {
    const a = boxes.get(leg.from)
    const b = boxes.get(leg.to)
    if (!a || !b) continue
    const known = former.ways.get(leg.id)
    const isTouched = a !== former.boxes.get(leg.from) || b !== former.boxes.get(leg.to)
    const keeps = known && !isTouched && (inHand || !moved.some((box) => isBetween(a, b, box)))
    ways.set(leg.id, keeps ? known : wayBetween(a, b, all))
  }
  relieve(legs, boxes, ways)

  const places = placesOn(legs, boxes, ways)
  const of = new Map<string, Route>()
  const busy = new Map<BrokerId, Record<Side, number>>()
  const count = (id: BrokerId, side: Side) => {
    const sides = busy.get(id) ?? { top: 0, right: 0, bottom: 0, left: 0 }
    sides[side] += 1
    busy.set(id, sides)
  }
  for (const leg of legs) {
    const way = ways.get(leg.id)
    const start = places.get(`${leg.id}<`)
    const end = places.get(`${leg.id}>`)
    if (!way || !start || !end) continue
    count(leg.from, way.from)
    count(leg.to, way.to)
    const route: Route = { from: way.from, to: way.to, curve: curveOf(start, end, way) }
    const before = former.of.get(leg.id)
    of.set(leg.id, before && isSame(before, route) ? before : route)
  }
  return { of, busy, ways, boxes }
}

/** Old and new boxes of cards that moved, came or went. */
function movedBoxes(now: ReadonlyMap<BrokerId, Box>, before: ReadonlyMap<BrokerId, Box>): readonly Box[] {
  const moved: Box[] = []
  for (const [id, box] of now) {
    const old = before.get(id)
    if (old === box) continue
    moved.push(box)
    if (old) moved.push(old)
  }
  for (const [id, box] of before) if (!now.has(id)) moved.push(box)
  return moved
}

function isBetween(a: Box, b: Box, box: Box): boolean {
  const space = 60
  return (
    box.x < Math.max(a.x + a.width, b.x + b.width) + space &&
    box.x + box.width > Math.min(a.x, b.x) - space &&
    box.y < Math.max(a.y + a.height, b.y + b.height) + space &&
    box.y + box.height > Math.min(a.y, b.y) - space
  )
}

interface End {
  readonly key: string
  readonly leg: Leg
  readonly index: number
  readonly box: Box
  readonly side: Side
  readonly other: Box
  readonly otherSide: Side
  readonly otherId: BrokerId
}

function endsBySide(
  legs: readonly Leg[],
  boxes: ReadonlyMap<BrokerId, Box>,
  ways: ReadonlyMap<string, Way>,
): ReadonlyMap<string, End[]> {
  const groups = new Map<string, End[]>()
  const push = (id: BrokerId, end: End) => {
    const key = `${id} ${end.side}`
    const group = groups.get(key)
    if (group) group.push(end)
    else groups.set(key, [end])
  }
  legs.forEach((leg, index) => {
    const way = ways.get(leg.id)
    const a = boxes.get(leg.from)
    const b = boxes.get(leg.to)
    if (!way || !a || !b) return
    const base = { leg, index }
    push(leg.from, {
      ...base,
      key: `${leg.id}<`,
      box: a,
      side: way.from,
      other: b,
      otherSide: way.to,
      otherId: leg.to,
    })
    push(leg.to, {
      ...base,
      key: `${leg.id}>`,
      box: b,
      side: way.to,
      other: a,
      otherSide: way.from,
      otherId: leg.from,
    })
  })
  for (const group of groups.values()) group.sort(inOrder)
  return groups
}

/** Along the side, by where the other card lies, so that lines do not cross as they leave; parallel ones as drawn. */
function inOrder(a: End, b: End): number {
  const key = (end: End) =>
    isUpright(end.side) ? end.other.y + end.other.height / 2 : end.other.x + end.other.width / 2
  return key(a) - key(b) || Number(a.otherId.slice(1)) - Number(b.otherId.slice(1)) || a.index - b.index
}

/** Where every line stands on its two sides. */
function placesOn(
  legs: readonly Leg[],
  boxes: ReadonlyMap<BrokerId, Box>,
  ways: ReadonlyMap<string, Way>,
): ReadonlyMap<string, Point> {
  const places = new Map<string, Point>()
  for (const ends of endsBySide(legs, boxes, ways).values()) {
    const [first] = ends
    if (!first) continue
    const [low, high] = rangeOf(first.box, first.side)
    const wishes = ends.map((end, index) => ({
      at: wishOn(end.box, end.side, end.other, end.otherSide),
      gap: ends[index - 1]?.otherId === end.otherId ? PARALLEL_GAP : GAP,
    }))
    const along = spread(wishes, low, high)
    ends.forEach((end, index) => places.set(end.key, pointOn(end.box, end.side, along[index] ?? low)))
  }
  return places
}

/** Moves the outermost lines of a crowded side to the neighbouring side where that looks their way. */
function relieve(legs: readonly Leg[], boxes: ReadonlyMap<BrokerId, Box>, ways: Map<string, Way>): void {
  for (const ends of endsBySide(legs, boxes, ways).values()) {
    const [first] = ends
    if (!first) continue
    const [low, high] = rangeOf(first.box, first.side)
    let spare = ends.length - (Math.floor((high - low) / 12) + 1)
    for (const [end, side] of [...outward(ends)]) {
      if (spare <= 0) break
      const way = ways.get(end.leg.id)
      if (!way || !looksThatWay(end, side)) continue
      ways.set(end.leg.id, end.key.endsWith('<') ? { ...way, from: side } : { ...way, to: side })
      spare -= 1
    }
  }
}

function* outward(ends: readonly End[]): Iterable<readonly [End, Side]> {
  for (let i = 0; i < Math.floor(ends.length / 2); i++) {
    const first = ends[i]
    const last = ends[ends.length - 1 - i]
    if (first) yield [first, isUpright(first.side) ? 'top' : 'left']
    if (last) yield [last, isUpright(last.side) ? 'bottom' : 'right']
  }
}

function looksThatWay({ box, other }: End, side: Side): boolean {
  const center = { x: other.x + other.width / 2, y: other.y + other.height / 2 }
  if (side === 'top') return center.y < box.y
  if (side === 'bottom') return center.y > box.y + box.height
  return side === 'left' ? center.x < box.x : center.x > box.x + box.width
}

function isSame(a: Route, b: Route): boolean {
  const same = (p: Point, q: Point) => p.x === q.x && p.y === q.y
  return (
    a.from === b.from &&
    a.to === b.to &&
    same(a.curve.start, b.curve.start) &&
    same(a.curve.end, b.curve.end) &&
    same(a.curve.out, b.curve.out) &&
    same(a.curve.into, b.curve.into)
  )
}
