import type { Point } from '@meshwright/model'
import type { ConnectorData } from '../flow/flow.ts'
import type { Scale } from '../zoom.ts'
import {
  beside,
  type Curve,
  directionAt,
  pathOf,
  reversed,
  rounded,
  samples,
  straight,
} from '../geometry/curve.ts'
import { arrowHead, halfHead } from './shapes.ts'

/** A connector as it is drawn from afar, as SVG path data. */
export interface FarShape {
  readonly curve: Curve
  readonly lines: string
  readonly heads: string
}

/** Screen px that a line keeps from the middle of a mark, across and down. */
const MARK = { x: 12, y: 10 }
const HUB = { x: 22, y: 15 }
const LANE = 3.2
const PARALLEL = 6
/** px by which a bend is cut. */
const BEND = 6
/** A line with bends is looked at in so many places to find how far it is. */
const LOOKS = 24

const known = new WeakMap<ConnectorData, { readonly scale: Scale; readonly shape: FarShape | undefined }>()

/**
 * A line between marks, trimmed where they begin: straight where nothing stands between them, else around that; both lanes only where it leaves a region. `undefined` where the marks touch. The same data at the
 * same scale give the same shape.
 */
export function farShape(data: ConnectorData, scale: Scale): FarShape | undefined {
  const former = known.get(data)
  if (former?.scale === scale) return former.shape
  const shape = shapeOf(data, scale)
  known.set(data, { scale, shape })
  return shape
}

/** From middle to middle, around what stands between. */
export function farCurve({ from, to, far }: Pick<ConnectorData, 'from' | 'to' | 'far'>): Curve {
  return far.length === 0 ? straight(from, to) : rounded([from, ...far, to], BEND)
}

function shapeOf(data: ConnectorData, { detail, enlargement }: Scale): FarShape | undefined {
  const points = [data.from, ...data.far, data.to]
  const start = edgeOf(data.from, points[1] ?? data.to, data.fromHub ? HUB : MARK, enlargement)
  const end = edgeOf(data.to, points.at(-2) ?? data.from, data.toHub ? HUB : MARK, enlargement)
  if (Math.hypot(end.x - start.x, end.y - start.y) < 2) return undefined
  const middle = farCurve({ from: start, to: end, far: data.far })
  const curve = data.step === 0 ? middle : beside(middle, data.step * PARALLEL * enlargement)
  if (data.duplex && data.crossesRegions && detail === 'marks') {
    const gap = (LANE / 2) * enlargement
    const [forth, back] = [beside(curve, gap), beside(reversed(curve), gap)]
    const heads = [forth, back].map((lane) => halfHead(lane.end, directionAt(lane, 1), enlargement * 0.75))
    return { curve, lines: pathAlong(forth) + pathAlong(back), heads: heads.join('') }
  }
  const heads =
    data.duplex || detail === 'dots' ? '' : arrowHead(curve.end, directionAt(curve, 1), enlargement * 0.72)
  return { curve, lines: pathAlong(curve), heads }
}

/** Most lines are straight, and there may be thousands of them. */
function pathAlong(curve: Curve): string {
  const { start, end, pieces } = curve
  if (pieces.length > 1) return pathOf(curve)
  return `M${round(start.x)},${round(start.y)}L${round(end.x)},${round(end.y)}`
}

function round(px: number): number {
  return Math.round(px * 10) / 10
}

/** Where the way to another point leaves the oval around a mark. */
function edgeOf(at: Point, toward: Point, oval: Point, enlargement: number): Point {
  const x = toward.x - at.x
  const y = toward.y - at.y
  const length = Math.hypot(x / (oval.x * enlargement), y / (oval.y * enlargement))
  return length <= 1 ? at : { x: at.x + x / length, y: at.y + y / length }
}

/** px from a point to the line; for finding what a click means. */
export function distanceTo({ curve }: Pick<FarShape, 'curve'>, at: Point): number {
  const points = curve.pieces.length === 1 ? [curve.start, curve.end] : samples(curve, LOOKS)
  return points.reduce((least, point, index) => {
    const before = points[index - 1]
    return before ? Math.min(least, distanceToPart(before, point, at)) : least
  }, Infinity)
}

function distanceToPart(from: Point, to: Point, { x, y }: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const along = Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1)))
  return Math.hypot(x - from.x - along * dx, y - from.y - along * dy)
}
