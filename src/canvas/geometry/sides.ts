import type { Box, Point } from '@meshwright/model'
import { overlaps } from '../../store/geometry.ts'
import { type Curve, lengthOf, pointAt } from './curve.ts'

/** A side of a card, where a connector leaves or arrives. */
export type Side = 'top' | 'right' | 'bottom' | 'left'

const SIDES: readonly Side[] = ['top', 'right', 'bottom', 'left']

export const OUTWARD: Readonly<Record<Side, Point>> = {
  top: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
}

/** How a connector finds its way: the sides it uses, how far it swings out, and how much it bows aside. */
export interface Way {
  readonly from: Side
  readonly to: Side
  /** Times the usual distance of the control points. */
  readonly reach: number
  /** px to the right of the straight line from start to end. */
  readonly bow: number
}

/** Space between a corner of a card and the first connector on a side. */
const CORNER = 12
/** Control points stand this part of the distance away, and at least so many px. */
const REACH = 0.42
const LEAST_REACH = 26
/** Space a curve keeps from cards that are not its own. */
const CLEARANCE = 8

export function isUpright(side: Side): boolean {
  return side === 'left' || side === 'right'
}

/** From where to where connectors may stand on a side, along it. */
export function rangeOf(box: Box, side: Side): readonly [number, number] {
  return isUpright(side)
    ? [box.y + CORNER, box.y + box.height - CORNER]
    : [box.x + CORNER, box.x + box.width - CORNER]
}

/** The point of a side at a coordinate along it. */
export function pointOn(box: Box, side: Side, along: number): Point {
  switch (side) {
    case 'top':
      return { x: along, y: box.y }
    case 'bottom':
      return { x: along, y: box.y + box.height }
    case 'left':
      return { x: box.x, y: along }
    case 'right':
      return { x: box.x + box.width, y: along }
  }
}

/** The pair of sides that look at each other: across where there is more room across, else up and down. */
export function facingSides(a: Box, b: Box): readonly [Side, Side] {
  const gapX = Math.max(b.x - (a.x + a.width), a.x - (b.x + b.width))
  const gapY = Math.max(b.y - (a.y + a.height), a.y - (b.y + b.height))
  const isAcross = gapX >= gapY * 0.8 && gapX > 0
  if (isAcross || (gapX > gapY && gapY <= 0))
    return b.x + b.width / 2 >= a.x + a.width / 2 ? ['right', 'left'] : ['left', 'right']
  return b.y + b.height / 2 >= a.y + a.height / 2 ? ['bottom', 'top'] : ['top', 'bottom']
}

/**
 * Where along a side a connector would like to leave: straight across where the two cards face each other, else a
 * little toward the other card.
 */
export function wishOn(box: Box, side: Side, other: Box, otherSide: Side): number {
  const [low, high] = rangeOf(box, side)
  const middle = (low + high) / 2
  if (isUpright(side) === isUpright(otherSide) && side !== otherSide) {
    const [otherLow, otherHigh] = rangeOf(other, otherSide)
    const from = Math.max(low, otherLow)
    const to = Math.min(high, otherHigh)
    if (from <= to) return (from + to) / 2
  }
  const center = isUpright(side) ? other.y + other.height / 2 : other.x + other.width / 2
  const toward = Math.min(high, Math.max(low, center))
  return middle + (toward - middle) * 0.4
}

export function curveOf(start: Point, end: Point, way: Way): Curve {
  const distance = Math.hypot(end.x - start.x, end.y - start.y)
  const out = Math.max(LEAST_REACH, distance * REACH) * way.reach
  const aside = {
    x: (-(end.y - start.y) / (distance || 1)) * way.bow,
    y: ((end.x - start.x) / (distance || 1)) * way.bow,
  }
  const control = (point: Point, side: Side): Point => ({
    x: point.x + OUTWARD[side].x * out + aside.x,
    y: point.y + OUTWARD[side].y * out + aside.y,
  })
  return { start, out: control(start, way.from), into: control(end, way.to), end }
}

/** A loop around the corner that carries no mark. */
const TO_ITSELF: Way = { from: 'top', to: 'left', reach: 1.7, bow: 0 }

/** The way a connector takes from one card to another: the plain one unless one of the other cards stands in it. */
export function wayBetween(a: Box, b: Box, others: readonly Box[]): Way {
  if (a === b) return TO_ITSELF
  const [from, to] = facingSides(a, b)
  const plain: Way = { from, to, reach: 1, bow: 0 }
  const near = others.filter((box) => box !== a && box !== b)
  if (near.length === 0 || hits(a, b, naive(a, b, plain), near) === 0) return plain
  let best = plain
  let least = Infinity
  for (const way of detours(a, b, plain)) {
    const curve = naive(a, b, way)
    const length = lengthen(curve, way, plain)
    if (length >= least) continue
    // Counting ends where the way is dearer than the best: most of them are.
    const price = hits(a, b, curve, near, (least - length) / HIT) * HIT + length
    if (price >= least) continue
    least = price
    best = way
  }
  return best
}

/** What a point on a card costs, in px of length: any detour is better. */
const HIT = 10_000

/** Ways around, the simplest first. */
function detours(a: Box, b: Box, plain: Way): readonly Way[] {
  const distance = Math.hypot(b.x + b.width / 2 - a.x - a.width / 2, b.y + b.height / 2 - a.y - a.height / 2)
  const ways: Way[] = [plain]
  for (const part of [0.25, 0.45, 0.7, -0.25, -0.45, -0.7]) ways.push({ ...plain, bow: distance * part })
  for (const from of SIDES) {
    for (const to of SIDES) {
      if (from === plain.from && to === plain.to) continue
      ways.push({ from, to, reach: 1, bow: 0 })
      if (from === to) ways.push({ from, to, reach: 0.5, bow: 0 }, { from, to, reach: 1.6, bow: 0 })
    }
  }
  return ways
}

/** Prefers short curves, the plain sides, little bow. */
function lengthen(curve: Curve, way: Way, plain: Way): number {
  return (
    lengthOf(curve, 8) +
    (way.from === plain.from ? 0 : 30) +
    (way.to === plain.to ? 0 : 30) +
    Math.abs(way.bow) * 0.2
  )
}

function naive(a: Box, b: Box, way: Way): Curve {
  return curveOf(
    pointOn(a, way.from, wishOn(a, way.from, b, way.to)),
    pointOn(b, way.to, wishOn(b, way.to, a, way.from)),
    way,
  )
}

/**
 * How many points of the way lie on cards: others with some room around them, its own ones without.
 *
 * @param most - Counting ends at so many.
 */
function hits(a: Box, b: Box, curve: Curve, near: readonly Box[], most = Infinity): number {
  const { start, out, into, end } = curve
  // A curve stays within its four points, so most cards need not be asked at each step.
  const x = Math.min(start.x, out.x, into.x, end.x)
  const y = Math.min(start.y, out.y, into.y, end.y)
  const width = Math.max(start.x, out.x, into.x, end.x) - x
  const height = Math.max(start.y, out.y, into.y, end.y) - y
  const close = near.filter((box) => overlaps(box, { x, y, width, height }, CLEARANCE))
  let count = 0
  for (let i = 1; i < STEPS && count < most; i++) {
    const point = pointAt(curve, i / STEPS)
    if (close.some((box) => isOn(box, point, CLEARANCE))) count += 1
    if (i > 1 && i < STEPS - 1 && (isOn(a, point, -1) || isOn(b, point, -1))) count += 1
  }
  return count
}

/** Into so many parts a way is cut to see what stands in it. */
const STEPS = 20

function isOn(box: Box, { x, y }: Point, space: number): boolean {
  return (
    x > box.x - space && x < box.x + box.width + space && y > box.y - space && y < box.y + box.height + space
  )
}
