import type { Point } from '@meshwright/model'

/** A cubic Bézier curve from `start` to `end`; `out` and `into` are its control points. */
export interface Curve {
  readonly start: Point
  readonly out: Point
  readonly into: Point
  readonly end: Point
}

/** The point at `t`, from 0 at the start to 1 at the end. */
export function pointAt({ start, out, into, end }: Curve, t: number): Point {
  const u = 1 - t
  const a = u * u * u
  const b = 3 * u * u * t
  const c = 3 * u * t * t
  const d = t * t * t
  return {
    x: a * start.x + b * out.x + c * into.x + d * end.x,
    y: a * start.y + b * out.y + c * into.y + d * end.y,
  }
}

/** The direction of travel at `t`, of length 1. */
export function directionAt(curve: Curve, t: number): Point {
  const { start, out, into, end } = curve
  const u = 1 - t
  const x = 3 * u * u * (out.x - start.x) + 6 * u * t * (into.x - out.x) + 3 * t * t * (end.x - into.x)
  const y = 3 * u * u * (out.y - start.y) + 6 * u * t * (into.y - out.y) + 3 * t * t * (end.y - into.y)
  const length = Math.hypot(x, y)
  if (length > 1e-6) return { x: x / length, y: y / length }
  return unit({ x: end.x - start.x, y: end.y - start.y })
}

function unit({ x, y }: Point): Point {
  const length = Math.hypot(x, y)
  return length > 1e-6 ? { x: x / length, y: y / length } : { x: 1, y: 0 }
}

/** Points along the curve, both ends included. */
export function samples(curve: Curve, count: number): readonly Point[] {
  return Array.from({ length: count + 1 }, (_, index) => pointAt(curve, index / count))
}

/** px, to within about one in a hundred. */
export function lengthOf(curve: Curve, steps = 12): number {
  let length = 0
  let last = curve.start
  for (let i = 1; i <= steps; i++) {
    const next = pointAt(curve, i / steps)
    length += Math.hypot(next.x - last.x, next.y - last.y)
    last = next
  }
  return length
}

/** The part between two values of `t` (de Casteljau). */
export function part(curve: Curve, from: number, to: number): Curve {
  const second = from <= 0 ? curve : split(curve, from)[1]
  const share = from >= 1 ? 1 : (to - from) / (1 - from)
  return share >= 1 ? second : split(second, share)[0]
}

function split({ start, out, into, end }: Curve, t: number): readonly [Curve, Curve] {
  const mix = (a: Point, b: Point): Point => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t })
  const a = mix(start, out)
  const b = mix(out, into)
  const c = mix(into, end)
  const ab = mix(a, b)
  const bc = mix(b, c)
  const middle = mix(ab, bc)
  return [
    { start, out: a, into: ab, end: middle },
    { start: middle, out: bc, into: c, end },
  ]
}

/** Takes px off both ends. A curve shorter than that keeps its middle. */
export function trimmed(curve: Curve, atStart: number, atEnd: number): Curve {
  const length = lengthOf(curve)
  if (length <= atStart + atEnd + 1) return part(curve, 0.45, 0.55)
  return part(curve, tAfter(curve, atStart), 1 - tAfter(reversed(curve), atEnd))
}

/** The value of `t` that is px away from the start, measured along the curve. */
function tAfter(curve: Curve, px: number): number {
  if (px <= 0) return 0
  let t = 0
  let walked = 0
  let last = curve.start
  while (t < 1) {
    const next = pointAt(curve, t + 0.02)
    const step = Math.hypot(next.x - last.x, next.y - last.y)
    if (walked + step >= px) return t + (0.02 * (px - walked)) / (step || 1)
    walked += step
    t += 0.02
    last = next
  }
  return 1
}

export function reversed({ start, out, into, end }: Curve): Curve {
  return { start: end, out: into, into: out, end: start }
}

/** The same curve beside itself, px to the right of travel; close enough for the few px between lanes. */
export function beside(curve: Curve, px: number): Curve {
  const first = directionAt(curve, 0.001)
  const last = directionAt(curve, 0.999)
  const middle = directionAt(curve, 0.5)
  const shift = (point: Point, direction: Point): Point => ({
    x: point.x - direction.y * px,
    y: point.y + direction.x * px,
  })
  const near = unit({ x: first.x + middle.x, y: first.y + middle.y })
  const far = unit({ x: last.x + middle.x, y: last.y + middle.y })
  return {
    start: shift(curve.start, first),
    out: shift(curve.out, near),
    into: shift(curve.into, far),
    end: shift(curve.end, last),
  }
}

/** A straight line as a curve, so that all that is drawn along curves can be drawn along it. */
export function straight(start: Point, end: Point): Curve {
  const mix = (t: number): Point => ({
    x: start.x + (end.x - start.x) * t,
    y: start.y + (end.y - start.y) * t,
  })
  return { start, out: mix(1 / 3), into: mix(2 / 3), end }
}

/** SVG path data, to a tenth of a px. */
export function pathOf({ start, out, into, end }: Curve): string {
  return `M${at(start)}C${at(out)} ${at(into)} ${at(end)}`
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`
}
