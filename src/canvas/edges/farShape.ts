import type { Point } from '@meshwright/model'
import type { ConnectorData } from '../flow/flow.ts'
import type { Scale } from '../zoom.ts'
import { arrowHead, halfHead } from './shapes.ts'

/** A connector as it is drawn from afar, as SVG path data. */
export interface FarShape {
  readonly from: Point
  readonly to: Point
  readonly lines: string
  readonly heads: string
}

/** Screen px that a line keeps from the middle of a mark, across and down. */
const MARK = { x: 12, y: 10 }
const HUB = { x: 22, y: 15 }
const LANE = 3.2
const PARALLEL = 6

const known = new WeakMap<ConnectorData, { readonly scale: Scale; readonly shape: FarShape | undefined }>()

/**
 * A straight line between marks, trimmed where they begin; both lanes only where it leaves a region. `undefined` where
 * the marks touch. The same data at the same scale give the same shape.
 */
export function farShape(data: ConnectorData, scale: Scale): FarShape | undefined {
  const former = known.get(data)
  if (former?.scale === scale) return former.shape
  const shape = shapeOf(data, scale)
  known.set(data, { scale, shape })
  return shape
}

function shapeOf(data: ConnectorData, { detail, enlargement }: Scale): FarShape | undefined {
  const start = edgeOf(data.from, data.to, data.fromHub ? HUB : MARK, enlargement)
  const end = edgeOf(data.to, data.from, data.toHub ? HUB : MARK, enlargement)
  const length = Math.hypot(end.x - start.x, end.y - start.y)
  if (length < 2) return undefined
  const direction = { x: (end.x - start.x) / length, y: (end.y - start.y) / length }
  const back = { x: -direction.x, y: -direction.y }
  const aside = (point: Point, px: number): Point => ({
    x: point.x - direction.y * px * enlargement,
    y: point.y + direction.x * px * enlargement,
  })
  const [from, to] = [aside(start, data.step * PARALLEL), aside(end, data.step * PARALLEL)]
  if (data.duplex && data.crossesRegions && detail === 'marks') {
    const [a, b, c, d] = [
      aside(from, LANE / 2),
      aside(to, LANE / 2),
      aside(from, -LANE / 2),
      aside(to, -LANE / 2),
    ]
    const heads = halfHead(b, direction, enlargement * 0.75) + halfHead(c, back, enlargement * 0.75)
    return { from, to, lines: line(a, b) + line(c, d), heads }
  }
  const heads = data.duplex || detail === 'dots' ? '' : arrowHead(to, direction, enlargement * 0.72)
  return { from, to, lines: line(from, to), heads }
}

function line(from: Point, to: Point): string {
  return `M${round(from.x)},${round(from.y)}L${round(to.x)},${round(to.y)}`
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
export function distanceTo({ from, to }: Pick<FarShape, 'from' | 'to'>, { x, y }: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const along = Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1)))
  return Math.hypot(x - from.x - along * dx, y - from.y - along * dy)
}
