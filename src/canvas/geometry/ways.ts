import type { Box, Point } from '@meshwright/model'
import { centerOf } from '../../store/geometry.ts'
import { wayAround, type Bend } from './around.ts'
import { type Curve, lengthOf, pointAt } from './curve.ts'
import { boxBetween, type Nearby } from './near.ts'
import { curveOf, facingSides, pointOn, SIDES, type Way, wishOn } from './sides.ts'

/** Space a line keeps from what it runs beside, and the least of it where there is little room. */
export const CLEARANCE = 8
export const SPACES = [14, 6] as const

/** A loop around the corner that carries no mark. */
const TO_ITSELF: Way = { from: 'top', to: 'left', reach: 1.7, bow: 0 }

/**
 * The way a connector takes from one card to another: the plain curve unless something stands in it; else a curve that
 * bows around that, or around corners where this is shorter or the only way.
 */
export function wayBetween(a: Box, b: Box, near: Nearby): Way {
  if (a === b) return TO_ITSELF
  const plain = plainWay(a, b)
  if (isFree(a, b, naive(a, b, plain), near)) return plain
  const curved = bestCurve(a, b, plain, near)
  const bent = bentWay(a, b, near)
  if (!bent) return curved?.way ?? plain
  return curved && curved.length <= bent.length * MOST_LONGER ? curved.way : bent.way
}

function plainWay(a: Box, b: Box): Way {
  const [from, to] = facingSides(a, b)
  return { from, to, reach: 1, bow: 0 }
}

/** Tells whether a way is the one that is taken where nothing is in it. */
export function isPlain(a: Box, b: Box, { from, to, bow, bends }: Way): boolean {
  const plain = plainWay(a, b)
  return a !== b && !bends && bow === 0 && from === plain.from && to === plain.to
}

/** A single curve is worth so much more length than a way with bends. */
const MOST_LONGER = 1.12

interface Found {
  readonly way: Way
  readonly length: number
}

function bestCurve(a: Box, b: Box, plain: Way, near: Nearby): Found | undefined {
  let best: Found | undefined
  for (const way of detours(a, b, plain)) {
    const curve = naive(a, b, way)
    const length =
      lengthOf(curve, 8) +
      (way.from === plain.from ? 0 : 30) +
      (way.to === plain.to ? 0 : 30) +
      Math.abs(way.bow) * 0.2
    if (length < (best?.length ?? Infinity) && isFree(a, b, curve, near)) best = { way, length }
  }
  return best
}

/** Single curves that may pass, the simplest first. */
function detours(a: Box, b: Box, plain: Way): readonly Way[] {
  const [from, to] = [centerOf(a), centerOf(b)]
  const distance = Math.hypot(to.x - from.x, to.y - from.y)
  const ways = [0.2, 0.4, -0.2, -0.4].map((part): Way => ({ ...plain, bow: distance * part }))
  for (const side of SIDES) {
    for (const other of SIDES) {
      if (side === plain.from && other === plain.to) continue
      ways.push({ from: side, to: other, reach: 1, bow: 0 })
      if (side === other) ways.push({ from: side, to: other, reach: 0.5, bow: 0 })
    }
  }
  return ways
}

/** From middle to middle around corners; the sides are those that the bends lie before. */
function bentWay(a: Box, b: Box, near: Nearby): Found | undefined {
  const [start, end] = [centerOf(a), centerOf(b)]
  const own = new Set([a, b])
  for (const space of SPACES) {
    const bends = wayAround(start, end, near, space, own)
    if (!bends) continue
    const points = [start, ...bends, end]
    const length = points.reduce((sum, point, index) => {
      const before = points[index - 1] ?? point
      return sum + Math.hypot(point.x - before.x, point.y - before.y)
    }, 0)
    // From the middles of the cards; a curve is measured from their edges.
    return { way: bentBy(a, b, bends), length: length - (a.width + b.width) / 3 }
  }
  return undefined
}

/** A way along bends; without any it still leaves and arrives straight on, where a curve would swing into something. */
export function bentBy(a: Box, b: Box, bends: readonly Bend[]): Way {
  const [first, last] = [bends[0], bends.at(-1)]
  const [from] = facingSides(a, first ? boxBetween(first, first) : b)
  const [to] = facingSides(b, last ? boxBetween(last, last) : a)
  return { from, to, reach: 1, bow: 0, bends }
}

function naive(a: Box, b: Box, way: Way): Curve {
  return curveOf(
    pointOn(a, way.from, wishOn(a, way.from, b, way.to)),
    pointOn(b, way.to, wishOn(b, way.to, a, way.from)),
    way,
  )
}

/** Tells whether a line keeps off everything: off its own cards too, once it has left them. */
export function isFree(a: Box, b: Box, curve: Curve, near: Nearby, space: number = CLEARANCE): boolean {
  const own = new Set([a, b])
  const steps = Math.max(8, Math.min(60, Math.ceil(lengthOf(curve, 6) / STEP)))
  let last = curve.start
  for (let step = 1; step <= steps; step++) {
    const point = pointAt(curve, step / steps)
    if (near.inTheWay(last, point, space, own)) return false
    if (step > 1 && step < steps - 1 && (isOn(a, point, -1) || isOn(b, point, -1))) return false
    last = point
  }
  return true
}

/** px between the points at which a line is looked at; between two of them it is as good as straight. */
const STEP = 24

export function hullOf(points: readonly Point[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

function isOn(box: Box, { x, y }: Point, space: number): boolean {
  return (
    x > box.x - space && x < box.x + box.width + space && y > box.y - space && y < box.y + box.height + space
  )
}
