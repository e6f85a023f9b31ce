import type { Point } from '@meshwright/model'

/** A cubic Bézier curve; `out` and `into` are its control points. */
export interface Piece {
  readonly start: Point
  readonly out: Point
  readonly into: Point
  readonly end: Point
}

/** A smooth line from `start` to `end`: one piece, or several where it runs around cards. */
export interface Curve {
  readonly start: Point
  readonly end: Point
  /** At least one; each begins where the one before ends, in the same direction. */
  readonly pieces: readonly [Piece, ...Piece[]]
  /** Where each piece ends, as a part of the whole length; the last is 1. */
  readonly stops: readonly number[]
}

/** One cubic curve as a line of its own. */
export function cubic(start: Point, out: Point, into: Point, end: Point): Curve {
  return { start, end, pieces: [{ start, out, into, end }], stops: [1] }
}

/** The pieces as one line. */
export function joined(pieces: readonly [Piece, ...Piece[]]): Curve {
  const [first] = pieces
  const { end } = pieces.at(-1) ?? first
  if (pieces.length === 1) return { start: first.start, end, pieces, stops: [1] }
  const lengths = pieces.map((piece) => lengthOfPiece(piece, 6))
  const whole = lengths.reduce((sum, length) => sum + length, 0) || 1
  let walked = 0
  const stops = lengths.map((length) => (walked += length) / whole)
  stops[stops.length - 1] = 1
  return { start: first.start, end, pieces, stops }
}

/** The piece in which `t` of the whole lies, and the `t` within it. */
function within({ pieces, stops }: Curve, t: number): readonly [Piece, number, number] {
  if (pieces.length === 1) return [pieces[0], t, 0]
  const found = stops.findIndex((stop) => t <= stop)
  const index = found < 0 ? pieces.length - 1 : found
  const from = stops[index - 1] ?? 0
  const to = stops[index] ?? 1
  return [pieces[index] ?? pieces[0], to > from ? (t - from) / (to - from) : 1, index]
}

/** The point at `t`, from 0 at the start to 1 at the end. */
export function pointAt(curve: Curve, t: number): Point {
  const [piece, own] = within(curve, t)
  return pointOnPiece(piece, own)
}

function pointOnPiece({ start, out, into, end }: Piece, t: number): Point {
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
  const [piece, own] = within(curve, t)
  return directionOn(piece, own)
}

function directionOn({ start, out, into, end }: Piece, t: number): Point {
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
export function lengthOf({ pieces }: Curve, steps = 12): number {
  return pieces.reduce((sum, piece) => sum + lengthOfPiece(piece, steps), 0)
}

function lengthOfPiece(piece: Piece, steps: number): number {
  let length = 0
  let last = piece.start
  for (let i = 1; i <= steps; i++) {
    const next = pointOnPiece(piece, i / steps)
    length += Math.hypot(next.x - last.x, next.y - last.y)
    last = next
  }
  return length
}

/** The part between two values of `t` (de Casteljau). */
export function part(curve: Curve, from: number, to: number): Curve {
  const [first, start, begin] = within(curve, Math.max(0, from))
  const [last, end, stop] = within(curve, Math.min(1, to))
  if (begin === stop) return joined([cut(first, start, end)])
  return joined([cut(first, start, 1), ...curve.pieces.slice(begin + 1, stop), cut(last, 0, end)])
}

function cut(piece: Piece, from: number, to: number): Piece {
  const second = from <= 0 ? piece : split(piece, from)[1]
  const share = from >= 1 ? 1 : (to - from) / (1 - from)
  return share >= 1 ? second : split(second, share)[0]
}

function split({ start, out, into, end }: Piece, t: number): readonly [Piece, Piece] {
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
  let left = px
  let from = 0
  for (const [index, piece] of curve.pieces.entries()) {
    const to = curve.stops[index] ?? 1
    const step = curve.pieces.length === 1 ? 0.02 : 0.1
    let last = piece.start
    for (let t = 0; t < 1 - 1e-9; t += step) {
      const next = pointOnPiece(piece, t + step)
      const walked = Math.hypot(next.x - last.x, next.y - last.y)
      if (walked >= left) return from + (to - from) * Math.max(0, t + (step * left) / (walked || 1))
      left -= walked
      last = next
    }
    from = to
  }
  return 1
}

export function reversed({ start, end, pieces, stops }: Curve): Curve {
  const turned = pieces.map((piece) => ({
    start: piece.end,
    out: piece.into,
    into: piece.out,
    end: piece.start,
  }))
  return {
    start: end,
    end: start,
    pieces: turned.toReversed() as [Piece, ...Piece[]],
    stops:
      stops.length === 1
        ? stops
        : [
            ...stops
              .slice(0, -1)
              .map((stop) => 1 - stop)
              .toReversed(),
            1,
          ],
  }
}

/** The same curve beside itself, px to the right of travel; close enough for the few px between lanes. */
export function beside(curve: Curve, px: number): Curve {
  return joined(curve.pieces.map((piece) => pieceBeside(piece, px)) as [Piece, ...Piece[]])
}

function pieceBeside(piece: Piece, px: number): Piece {
  const first = directionOn(piece, 0.001)
  const last = directionOn(piece, 0.999)
  const middle = directionOn(piece, 0.5)
  const shift = (point: Point, direction: Point): Point => ({
    x: point.x - direction.y * px,
    y: point.y + direction.x * px,
  })
  const near = unit({ x: first.x + middle.x, y: first.y + middle.y })
  const far = unit({ x: last.x + middle.x, y: last.y + middle.y })
  return {
    start: shift(piece.start, first),
    out: shift(piece.out, near),
    into: shift(piece.into, far),
    end: shift(piece.end, last),
  }
}

/** A straight line as a curve, so that all that is drawn along curves can be drawn along it. */
export function straight(start: Point, end: Point): Curve {
  return joined([straightPiece(start, end)])
}

function straightPiece(start: Point, end: Point): Piece {
  return { start, out: mixed(start, end, 1 / 3), into: mixed(start, end, 2 / 3), end }
}

function mixed(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }
}

/**
 * Straight lines through points with round corners: as wide as the lines beside a corner allow, but so that a corner is
 * cut by no more than `cutBy` px.
 */
export function rounded(points: readonly Point[], cutBy: number): Curve {
  const pieces: Piece[] = []
  const [start = { x: 0, y: 0 }] = points
  let here = start
  for (let index = 1; index < points.length - 1; index++) {
    const [before = start, corner = start, after = start] = points.slice(index - 1, index + 2)
    const back = unit({ x: before.x - corner.x, y: before.y - corner.y })
    const ahead = unit({ x: after.x - corner.x, y: after.y - corner.y })
    const half = Math.acos(Math.max(-1, Math.min(1, back.x * ahead.x + back.y * ahead.y))) / 2
    // A corner that is hardly one, or a way straight back, has nothing to round.
    const isRound = half > 0.05 && half < Math.PI / 2 - 0.01
    const reach = isRound ? cutBy / (1 / Math.sin(half) - 1) / Math.tan(half) : 0
    const room = (point: Point, isEnd: boolean) =>
      Math.hypot(point.x - corner.x, point.y - corner.y) * (isEnd ? 0.9 : 0.5)
    const px = Math.min(reach, room(before, index === 1), room(after, index === points.length - 2))
    const from = { x: corner.x + back.x * px, y: corner.y + back.y * px }
    const to = { x: corner.x + ahead.x * px, y: corner.y + ahead.y * px }
    if (Math.hypot(from.x - here.x, from.y - here.y) > 0.01) pieces.push(straightPiece(here, from))
    if (px > 0.01)
      pieces.push({ start: from, out: mixed(from, corner, 0.6), into: mixed(to, corner, 0.6), end: to })
    here = to
  }
  const end = points.at(-1) ?? start
  const last = straightPiece(here, end)
  const [first = last, ...more] = pieces
  return joined(pieces.length === 0 ? [last] : [first, ...more, last])
}

/** SVG path data, to a tenth of a px. */
export function pathOf({ start, pieces }: Curve): string {
  return `M${at(start)}${pieces.map(({ out, into, end }) => `C${at(out)} ${at(into)} ${at(end)}`).join('')}`
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`
}
