import type { Box, BrokerId, Point } from '@meshwright/model'
import { overlaps } from '../../store/geometry.ts'
import { type Curve } from './curve.ts'
import { nearby } from './near.ts'
import type { Leg } from './legs.ts'
import { relieve } from './relieve.ts'
import { curveOf, pointOn, rangeOf, type Side, type Way, wayBetween, wishOn } from './sides.ts'
import { endsBySide, type End } from './ends.ts'
import { spread } from './spread.ts'

export interface Route {
  readonly from: Side
  readonly to: Side
  readonly curve: Curve
}

/** All lines of a drawing, and what the next drawing needs in order to keep what did not change. */
export interface Routes {
  readonly of: ReadonlyMap<string, Route>
  /** How many lines stand on each side of each card. */
  readonly busy: ReadonlyMap<BrokerId, Readonly<Record<Side, number>>>
  readonly ways: ReadonlyMap<string, Way>
  readonly boxes: ReadonlyMap<BrokerId, Box>
  /** The lines that all of this was worked out for; absent where some keep an older way while a card is in the hand. */
  readonly legs?: readonly Leg[]
}

export const NO_ROUTES: Routes = { of: new Map(), busy: new Map(), ways: new Map(), boxes: new Map() }

/** px between connectors of one pair of brokers, and between those of different ones. */
const PARALLEL_GAP = 16
const GAP = 22

/** Of a card with more lines than this, they find their way around other cards only when it is dropped. */
const MOST_IN_HAND = 12

/**
 * Finds the line of every connector: which sides it uses, where on them it stands, how it bows around other cards.
 * Routes that come out as before are the same objects as before.
 */
export function routeLegs(
  legs: readonly Leg[],
  boxes: ReadonlyMap<BrokerId, Box>,
  former: Routes = NO_ROUTES,
): Routes {
  if (former.legs === legs && former.boxes === boxes) return former
  const near = nearby(boxes.values())
  const moved = nearby(movedBoxes(boxes, former.boxes))
  const ways = new Map<string, Way>()
  for (const leg of legs) {
    const a = boxes.get(leg.from)
    const b = boxes.get(leg.to)
    if (!a || !b) continue
    const known = former.ways.get(leg.id)
    const isAtRest = a === former.boxes.get(leg.from) && b === former.boxes.get(leg.to)
    const keeps = known && isAtRest && moved.around(spaceOf(a, b)).length === 0
    ways.set(leg.id, keeps ? known : wayBetween(a, b, near.around(spaceOf(a, b))))
  }
  relieve(legs, boxes, ways)
  const busy = new Map<BrokerId, Record<Side, number>>()
  const count = (id: BrokerId, side: Side) => {
    const sides = busy.get(id) ?? { top: 0, right: 0, bottom: 0, left: 0 }
    sides[side] += 1
    busy.set(id, sides)
  }
  for (const leg of legs) {
    const way = ways.get(leg.id)
    if (!way) continue
    count(leg.from, way.from)
    count(leg.to, way.to)
  }
  const places = placesOn(endsBySide(legs, boxes, ways).values())
  const of = new Map<string, Route>()
  for (const leg of legs) {
    const route = routeOf(ways.get(leg.id), places.get(`${leg.id}<`), places.get(`${leg.id}>`))
    if (route) of.set(leg.id, kept(former.of.get(leg.id), route))
  }
  return { of, busy, ways, boxes, legs }
}

/**
 * The same while cards are in the hand: only the lines of the cards that moved find a new way, and only they and what
 * stands beside them on a card is placed anew. The rest stays as it is until the hand lets go.
 */
export function rerouteMoved(
  legsOf: (broker: BrokerId) => readonly Leg[],
  moved: readonly BrokerId[],
  boxes: ReadonlyMap<BrokerId, Box>,
  former: Routes,
): { readonly routes: Routes; readonly changed: ReadonlySet<string> } {
  const ways = new Map(former.ways)
  const cards = new Set<BrokerId>(moved)
  const own = new Set(moved.flatMap(legsOf))
  const cardsAround = (space: Box) => [...boxes.values()].filter((box) => overlaps(box, space))
  for (const leg of own) {
    const a = boxes.get(leg.from)
    const b = boxes.get(leg.to)
    if (!a || !b) continue
    ways.set(leg.id, wayBetween(a, b, own.size <= MOST_IN_HAND ? cardsAround(spaceOf(a, b)) : []))
    cards.add(leg.from).add(leg.to)
  }
  const legs = new Set([...cards].flatMap(legsOf))
  const ends = [...endsBySide([...legs], boxes, ways).values()].filter(([end]) => end && cards.has(end.card))
  const places = placesOn(ends)
  const of = new Map(former.of)
  const changed = new Set<string>()
  for (const leg of legs) {
    const before = former.of.get(leg.id)
    const start = places.get(`${leg.id}<`) ?? before?.curve.start
    const end = places.get(`${leg.id}>`) ?? before?.curve.end
    const route = routeOf(ways.get(leg.id), start, end)
    if (!route) continue
    const next = kept(before, route)
    if (next === before) continue
    of.set(leg.id, next)
    changed.add(leg.id)
  }
  return { routes: { of, busy: former.busy, ways, boxes }, changed }
}

function routeOf(way: Way | undefined, start: Point | undefined, end: Point | undefined): Route | undefined {
  return way && start && end ? { from: way.from, to: way.to, curve: curveOf(start, end, way) } : undefined
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

/** The space in which a card could be in the way of a line between two others. */
function spaceOf(a: Box, b: Box): Box {
  const space = 60
  const x = Math.min(a.x, b.x) - space
  const y = Math.min(a.y, b.y) - space
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) + space - x,
    height: Math.max(a.y + a.height, b.y + b.height) + space - y,
  }
}

/** Where every line stands on these sides, by end. */
function placesOn(sides: Iterable<readonly End[]>): ReadonlyMap<string, Point> {
  const places = new Map<string, Point>()
  for (const ends of sides) {
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

function kept(before: Route | undefined, route: Route): Route {
  if (!before || before.from !== route.from || before.to !== route.to) return route
  const [a, b] = [before.curve, route.curve]
  const isSame = isAt(a.start, b.start) && isAt(a.end, b.end) && isAt(a.out, b.out) && isAt(a.into, b.into)
  return isSame ? before : route
}

function isAt(a: Point, b: Point): boolean {
  return a.x === b.x && a.y === b.y
}
