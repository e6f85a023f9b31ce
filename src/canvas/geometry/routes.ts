import type { Box, BrokerId, Point } from '@meshwright/model'
import { centerOf } from '../../store/geometry.ts'
import { wayAround } from './around.ts'
import { bentLine, besideEachOther, curveAlong, type BentLine } from './bent.ts'
import { type Curve } from './curve.ts'
import { endsBySide, type End } from './ends.ts'
import type { Leg } from './legs.ts'
import { grown, nearby, type Nearby } from './near.ts'
import { relieve } from './relieve.ts'
import { curveOf, pointOn, rangeOf, type Side, type Way, wishOn } from './sides.ts'
import { spread } from './spread.ts'
import { hullOf, isFree, isPlain, wayBetween } from './ways.ts'

export interface Route {
  readonly from: Side
  readonly to: Side
  readonly curve: Curve
  /** Where a line from middle to middle bends around other cards, for the drawing from afar. */
  readonly far: readonly Point[]
}

/** What lines keep off: the cards, and the words in the heads of regions. */
export interface InTheWay {
  readonly boxes: ReadonlyMap<BrokerId, Box>
  readonly words: ReadonlyMap<string, Box>
}

/** All lines of a drawing, and what the next drawing needs in order to keep what did not change. */
export interface Routes extends InTheWay {
  readonly of: ReadonlyMap<string, Route>
  /** How many lines stand on each side of each card. */
  readonly busy: ReadonlyMap<BrokerId, Readonly<Record<Side, number>>>
  readonly ways: ReadonlyMap<string, Way>
  /** Lines that no single curve brings past the cards. */
  readonly bent: ReadonlyMap<string, BentLine>
  /** The lines that all of this was worked out for; absent where some keep an older way while a card is in the hand. */
  readonly legs?: readonly Leg[]
}

const NO_WORDS: ReadonlyMap<string, Box> = new Map()

export const NO_ROUTES: Routes = {
  of: new Map(),
  busy: new Map(),
  ways: new Map(),
  bent: new Map(),
  boxes: new Map(),
  words: NO_WORDS,
}

/** px between connectors of one pair of brokers, and between those of different ones. */
const PARALLEL_GAP = 16
const GAP = 22

/** Of a card with more lines than this, they find their way around other cards only when it is dropped. */
const MOST_IN_HAND = 12

/**
 * Finds the line of every connector: which sides it uses, where on them it stands, how it gets around other cards and
 * the words of regions. Routes that come out as before are the same objects as before.
 */
export function routeLegs(
  legs: readonly Leg[],
  boxes: ReadonlyMap<BrokerId, Box>,
  former: Routes = NO_ROUTES,
  words: ReadonlyMap<string, Box> = NO_WORDS,
): Routes {
  if (former.legs === legs && former.boxes === boxes && former.words === words) return former
  const cards = nearby(boxes.values())
  const near = nearby([...boxes.values(), ...words.values()])
  const undisturbed = undisturbedLegs(legs, boxes, words, former)
  const ways = new Map<string, Way>()
  for (const leg of legs) {
    const a = boxes.get(leg.from)
    const b = boxes.get(leg.to)
    if (!a || !b) continue
    const known = undisturbed.has(leg.id) ? former.ways.get(leg.id) : undefined
    ways.set(leg.id, known ?? wayBetween(a, b, near))
  }
  relieve(legs, boxes, ways)
  const places = placesOn(endsBySide(legs, boxes, ways).values())
  const bent = new Map<string, BentLine>()
  const of = new Map<string, Route>()
  for (const leg of legs) {
    const [a, b] = [boxes.get(leg.from), boxes.get(leg.to)]
    const way = ways.get(leg.id)
    const [start, end] = [places.get(`${leg.id}<`), places.get(`${leg.id}>`)]
    if (!a || !b || !way || !start || !end) continue
    const before = former.of.get(leg.id)
    const isAsBefore =
      before &&
      undisturbed.has(leg.id) &&
      way === former.ways.get(leg.id) &&
      isAt(before.curve.start, start) &&
      isAt(before.curve.end, end)
    const line = isAsBefore ? former.bent.get(leg.id) : bentIfNeeded(a, b, way, start, end, near)
    if (line) bent.set(leg.id, line)
    const route = isAsBefore ? before : routeAlong(way, curveOf(start, end, way), farBends(a, b, way, cards))
    of.set(leg.id, kept(before, route))
  }
  for (const [id, line] of besideEachOther(bent, near)) {
    const { far = NO_BENDS } = of.get(id) ?? {}
    of.set(id, kept(former.of.get(id), routeAlong(line, curveAlong(line), far)))
  }
  return { of, busy: busySides(legs, ways), ways, bent, boxes, words, legs }
}

function busySides(legs: readonly Leg[], ways: ReadonlyMap<string, Way>): Routes['busy'] {
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
  return busy
}

/** The bends of a line that needs some, from where it stands; `undefined` where a curve will do, or must. */
function bentIfNeeded(
  a: Box,
  b: Box,
  way: Way,
  start: Point,
  end: Point,
  near: Nearby,
): BentLine | undefined {
  if (a === b) return undefined
  if (!way.bends && isFree(a, b, curveOf(start, end, way), near, 4)) return undefined
  return bentLine(start, end, way, near)
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
  const bent = new Map(former.bent)
  const cards = new Set<BrokerId>(moved)
  const own = new Set(moved.flatMap(legsOf))
  const near = nearby(own.size <= MOST_IN_HAND ? [...boxes.values(), ...former.words.values()] : [])
  for (const leg of own) {
    const a = boxes.get(leg.from)
    const b = boxes.get(leg.to)
    if (!a || !b) continue
    ways.set(leg.id, wayBetween(a, b, near))
    cards.add(leg.from).add(leg.to)
  }
  const legs = new Set([...cards].flatMap(legsOf))
  const ends = [...endsBySide([...legs], boxes, ways).values()].filter(([end]) => end && cards.has(end.card))
  const places = placesOn(ends)
  const of = new Map(former.of)
  const changed = new Set<string>()
  for (const leg of legs) {
    const before = former.of.get(leg.id)
    const [a, b] = [boxes.get(leg.from), boxes.get(leg.to)]
    const start = places.get(`${leg.id}<`) ?? before?.curve.start
    const end = places.get(`${leg.id}>`) ?? before?.curve.end
    const way = ways.get(leg.id)
    if (!way || !start || !end || !a || !b) continue
    const line = way.bends || own.has(leg) ? bentIfNeeded(a, b, way, start, end, near) : undefined
    if (line) bent.set(leg.id, line)
    else bent.delete(leg.id)
    const curve = line ? curveAlong(line) : curveOf(start, end, way)
    const next = kept(before, routeAlong(way, curve, farBends(a, b, way, near)))
    if (next === before) continue
    of.set(leg.id, next)
    changed.add(leg.id)
  }
  return { routes: { of, busy: former.busy, ways, bent, boxes, words: former.words }, changed }
}

function routeAlong({ from, to }: Pick<Way, 'from' | 'to'>, curve: Curve, far: readonly Point[]): Route {
  return { from, to, curve, far }
}

const NO_BENDS: readonly Point[] = []
/** px that lines keep from cards from afar, where cards are drawn as smaller marks. */
const FAR_SPACE = 4

/** From afar there are no words of regions between the cards, and a straight line is best wherever it can be. */
function farBends(a: Box, b: Box, way: Way, cards: Nearby): readonly Point[] {
  const own = new Set([a, b])
  const [from, to] = [centerOf(a), centerOf(b)]
  if (!cards.inTheWay(from, to, 0, own)) return NO_BENDS
  return way.bends ?? wayAround(from, to, cards, FAR_SPACE, own) ?? NO_BENDS
}

/** Lines whose way can stay as it was: their cards stand still, and nothing came into or left what they run through. */
function undisturbedLegs(
  legs: readonly Leg[],
  boxes: ReadonlyMap<BrokerId, Box>,
  words: ReadonlyMap<string, Box>,
  former: Routes,
): ReadonlySet<string> {
  const came = nearby([...newBoxes(boxes, former.boxes), ...newBoxes(words, former.words)])
  const left = nearby([...newBoxes(former.boxes, boxes), ...newBoxes(former.words, words)])
  const undisturbed = new Set<string>()
  for (const leg of legs) {
    const [a, b] = [boxes.get(leg.from), boxes.get(leg.to)]
    const [route, way] = [former.of.get(leg.id), former.ways.get(leg.id)]
    if (!a || !b || !route || !way) continue
    if (a !== former.boxes.get(leg.from) || b !== former.boxes.get(leg.to)) continue
    // The plain way only what comes can disturb; another one might be plain again once something has left.
    const isAsIs = isPlain(a, b, way)
      ? isFree(a, b, route.curve, came, LOOSE)
      : [came, left].every((moved) => moved.around(spaceOf(a, b, route)).length === 0)
    if (isAsIs) undisturbed.add(leg.id)
  }
  return undisturbed
}

/** px around a card that come near enough to a line for its way to be looked for anew. */
const LOOSE = 60

/** Boxes that were not there before, or not so. */
function newBoxes<Id>(now: ReadonlyMap<Id, Box>, before: ReadonlyMap<Id, Box>): readonly Box[] {
  return now === before ? [] : [...now].flatMap(([id, box]) => (before.get(id) === box ? [] : [box]))
}

/** The space in which a card could be in the way of a line between two others, or of its way so far. */
function spaceOf(a: Box, b: Box, route: Route): Box {
  const corners = [a, b].flatMap(({ x, y, width, height }) => [
    { x, y },
    { x: x + width, y: y + height },
  ])
  const along = route.curve.pieces.flatMap(({ out, into, end }) => [out, into, end])
  return grown(hullOf([...corners, ...along]), LOOSE)
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
  const hasMoved = (bend: Point, index: number) => !isAt(bend, before.far[index] ?? { x: NaN, y: NaN })
  if (before.far.length !== route.far.length || route.far.some(hasMoved)) return route
  const [a, b] = [before.curve, route.curve]
  const isSame =
    isAt(a.start, b.start) &&
    a.pieces.length === b.pieces.length &&
    a.pieces.every(({ out, into, end }, index) => {
      const other = b.pieces[index]
      return other && isAt(out, other.out) && isAt(into, other.into) && isAt(end, other.end)
    })
  return isSame ? before : route
}

function isAt(a: Point, b: Point): boolean {
  return a.x === b.x && a.y === b.y
}
