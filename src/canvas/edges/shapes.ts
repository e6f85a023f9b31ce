import type { Point } from '@meshwright/model'
import { beside, type Curve, directionAt, reversed, trimmed } from '../geometry/curve.ts'
import { OUTWARD, type Side } from '../geometry/sides.ts'

/** px, as drawn in the anatomy; tokens of the same names say so to everyone. */
export const ARROW = { length: 10.5, width: 9.6 } as const
export const HALF_HEAD = { length: 11, width: 6 } as const
export const LANE_GAP = 5.5
export const PLUG_RADIUS = 7
/** Between the tip of an arrow and the card it points at. */
const AIR = 1.5

function path(points: readonly Point[]): string {
  const text = points.map(({ x, y }) => `${Math.round(x * 100) / 100},${Math.round(y * 100) / 100}`)
  return `M${text.join('L')}Z`
}

/** A full arrowhead with its tip at a point, seen along the direction of travel. */
export function arrowHead(tip: Point, direction: Point, scale = 1): string {
  const length = ARROW.length * scale
  const half = (ARROW.width / 2) * scale
  const at = (back: number, right: number): Point => ({
    x: tip.x - direction.x * back - direction.y * right,
    y: tip.y - direction.y * back + direction.x * right,
  })
  return path([tip, at(length, half), at(length * 0.78, 0), at(length, -half)])
}

/** Half a head, on the right of travel: two of them on two lanes never touch. */
export function halfHead(tip: Point, direction: Point, scale = 1): string {
  const length = HALF_HEAD.length * scale
  const width = HALF_HEAD.width * scale
  const back = { x: tip.x - direction.x * length, y: tip.y - direction.y * length }
  return path([tip, { x: back.x - direction.y * width, y: back.y + direction.x * width }, back])
}

/** The half disc on the card of the declaring broker. */
export function plug(at: Point, side: Side): string {
  const { x, y } = OUTWARD[side]
  const r = PLUG_RADIUS
  // Along the edge of the card, to both sides of the point.
  const a = { x: at.x - y * r, y: at.y + x * r }
  const b = { x: at.x + y * r, y: at.y - x * r }
  return `M${a.x},${a.y}A${r},${r} 0 0 0 ${b.x},${b.y}Z`
}

/** The single line of a one-way connector: out of the plug, ending under its arrowhead. */
export function oneWay(curve: Curve): {
  readonly line: Curve
  readonly tip: Point
  readonly direction: Point
} {
  const tipped = trimmed(curve, PLUG_RADIUS - 1, AIR)
  const line = trimmed(curve, PLUG_RADIUS - 1, AIR + ARROW.length * 0.7)
  return { line, tip: tipped.end, direction: directionAt(tipped, 1) }
}

export interface Lane {
  readonly line: Curve
  readonly tip: Point
  readonly direction: Point
}

/** The two lanes of a duplex connector, each on the right of its own travel. */
export function lanes(curve: Curve, gap = LANE_GAP): readonly [Lane, Lane] {
  const forth = trimmed(beside(curve, gap / 2), PLUG_RADIUS - 2, AIR)
  const back = trimmed(beside(reversed(curve), gap / 2), AIR, PLUG_RADIUS + AIR)
  return [lane(forth), lane(back)]
}

function lane(line: Curve): Lane {
  return { line, tip: line.end, direction: directionAt(line, 1) }
}
