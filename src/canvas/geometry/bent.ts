import type { Point } from '@meshwright/model'
import { wayAround, type Bend } from './around.ts'
import { rounded, type Curve } from './curve.ts'
import type { Nearby } from './near.ts'
import { OUTWARD, type Side, type Way } from './sides.ts'
import { SPACES } from './ways.ts'

/** A line with bends, before its corners are made round. */
export interface BentLine {
  readonly start: Point
  readonly end: Point
  readonly from: Side
  readonly to: Side
  readonly bends: readonly Bend[]
  /** Space that it keeps from cards. */
  readonly space: number
}

/** px straight out of a card before the first bend. */
const STUB = 18
/** px between lines that bend around one corner, and how many stand beside each other there. */
const BESIDE = 7
const MOST_BESIDE = 6
/** More lines with bends than this cannot be told apart anyway. */
const MOST_BENT = 400

/**
 * The line from one side of a card to another that keeps off all cards, along the bends that were found from middle to
 * middle where those still do; `undefined` where there is none.
 */
export function bentLine(start: Point, end: Point, way: Way, near: Nearby): BentLine | undefined {
  const { from, to, bends: known } = way
  if (known) {
    const line: BentLine = { start, end, from, to, bends: known, space: SPACES[0] }
    if (isClear(line, near)) return line
  }
  for (const space of [...SPACES, 2]) {
    const stub = Math.max(space + 2, STUB)
    const bends = wayAround(outOf(start, from, stub), outOf(end, to, stub), near, space)
    if (bends) return { start, end, from, to, bends, space }
  }
  return undefined
}

function outOf({ x, y }: Point, side: Side, px: number): Point {
  return { x: x + OUTWARD[side].x * px, y: y + OUTWARD[side].y * px }
}

/** Lines that bend around the same corner side by side, the sharpest bend nearest to it, where there is room for that. */
export function besideEachOther(
  lines: ReadonlyMap<string, BentLine>,
  near: Nearby,
): ReadonlyMap<string, BentLine> {
  if (lines.size > MOST_BENT) return lines
  const corners = new Map<string, { readonly id: string; readonly index: number; readonly turn: number }[]>()
  for (const [id, line] of lines) {
    const points = pointsOf(line)
    for (const [index, bend] of line.bends.entries()) {
      const key = `${bend.x} ${bend.y}`
      const entry = { id, index, turn: turnAt(points, index + 2) }
      const known = corners.get(key)
      if (known) known.push(entry)
      else corners.set(key, [entry])
    }
  }
  const moved = new Map(lines)
  for (const entries of corners.values()) {
    if (entries.length < 2) continue
    for (const [place, { id, index }] of entries.toSorted((a, b) => b.turn - a.turn).entries()) {
      const line = moved.get(id)
      if (!line || place === 0) continue
      const px = (BESIDE * Math.min(place, MOST_BESIDE)) / Math.SQRT2
      const bends = line.bends.map((bend, at) =>
        at === index ? { ...bend, x: bend.x + bend.dx * px, y: bend.y + bend.dy * px } : bend,
      )
      const aside = { ...line, bends }
      if (isClear(aside, near, index)) moved.set(id, aside)
    }
  }
  return moved
}

/** Tells whether a line keeps off everything; with a bend given, only on the way to that bend and from it. */
function isClear(line: BentLine, near: Nearby, bend?: number): boolean {
  const points = pointsOf(line).slice(1, -1)
  const asked = bend === undefined ? points : points.slice(bend, bend + 3)
  const space = Math.min(line.space, 8)
  return asked.every((point, index) => {
    const before = asked[index - 1]
    return !before || !near.inTheWay(before, point, space)
  })
}

function turnAt(points: readonly Point[], index: number): number {
  const [a, b, c] = points.slice(index - 1, index + 2)
  if (!a || !b || !c) return 0
  const turn = Math.atan2(c.y - b.y, c.x - b.x) - Math.atan2(b.y - a.y, b.x - a.x)
  return Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)))
}

function pointsOf({ start, end, from, to, bends, space }: BentLine): readonly Point[] {
  const stub = Math.max(space + 2, STUB)
  return [start, outOf(start, from, stub), ...bends, outOf(end, to, stub), end]
}

/** The line with round corners, which come no nearer to a card than half its space. */
export function curveAlong(line: BentLine): Curve {
  return rounded(pointsOf(line), line.space * 0.6)
}
