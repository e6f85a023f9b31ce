import type { Box, Point } from '@meshwright/model'
import { cubic, type Curve } from './curve.ts'
import type { Bend } from './around.ts'

/** A side of a card, where a connector leaves or arrives. */
export type Side = 'top' | 'right' | 'bottom' | 'left'

export const SIDES: readonly Side[] = ['top', 'right', 'bottom', 'left']

export const OUTWARD: Readonly<Record<Side, Point>> = {
  top: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
}

/** How a connector finds its way: the sides it uses, how far it swings out, how much it bows aside, where it bends. */
export interface Way {
  readonly from: Side
  readonly to: Side
  /** Times the usual distance of the control points. */
  readonly reach: number
  /** px to the right of the straight line from start to end. */
  readonly bow: number
  /** Corners of cards that it runs around; absent where one curve will do. */
  readonly bends?: readonly Bend[]
}

/** Space between a corner of a card and the first connector on a side. */
const CORNER = 12
/** Control points stand this part of the distance away, and at least so many px. */
const REACH = 0.42
const LEAST_REACH = 26

export function opposite(side: Side): Side {
  if (isUpright(side)) return side === 'left' ? 'right' : 'left'
  return side === 'top' ? 'bottom' : 'top'
}

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
  return cubic(start, control(start, way.from), control(end, way.to), end)
}
