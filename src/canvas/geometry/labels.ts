import type { Box, Point } from '@meshwright/model'
import { overlaps } from '../../store/geometry.ts'
import { type Curve, lengthOf, pointAt } from './curve.ts'
import { nearby } from './near.ts'
import { spread } from './spread.ts'

interface Line {
  readonly curve: Curve
}

export interface LabelWish {
  readonly id: string
  readonly curve: Curve
  /** px of each form of the label, the longest first; the last is only a mark. */
  readonly widths: readonly number[]
  /** The two brokers that the line joins, in any order but always the same. */
  readonly between: string
}

export interface LabelPlace {
  readonly at: Point
  /** Which form has room there; `undefined` where not even the mark has, so that it is shown only when it is asked for. */
  readonly form: number | undefined
}

export const LABEL_HEIGHT = 22

/** Places along a line that are tried, the middle first. */
const TRIES = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8, 0.14, 0.86] as const
/** px between labels, and between a label and a card. */
const AIR = 3
/** A line of somebody else's behind a label is as bad as standing so many tries farther from the middle. */
const CROSSED = 4
/** Among more lines than this, labels are not kept off the lines of others. */
const MOST_LINES = 300

/**
 * Where the middle of each label goes, and how much of it can be said there: on its line, never over a card, the words of
 * a region or another label, and where there is a choice off the lines of others. First every label gets a place for its
 * shortest form; then those that have room for more say more. Labels of parallel lines stand one below the other, as
 * those do.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  inTheWay: readonly Box[],
  lines: ReadonlyMap<string, Line> = new Map(wishes.map((wish) => [wish.id, wish])),
): ReadonlyMap<string, LabelPlace> {
  const near = nearby(inTheWay)
  const taken = nearby([])
  const boxes = new Map<string, Box>()
  const places = new Map<string, LabelPlace>()
  const asides = asidesOf(wishes)
  const crossed = linesBehind(lines)
  const isCovered = (box: Box, own: Box | undefined) =>
    near.around(box).some((card) => overlaps(card, box, AIR)) ||
    taken.around(box).some((other) => other !== own && current.has(other) && overlaps(other, box, AIR))
  const current = new Set<Box>()
  const longest = Math.max(0, ...wishes.map(({ widths }) => widths.length))
  for (let shorter = 0; shorter < longest; shorter++) {
    for (const { id, curve, widths } of wishes) {
      const form = widths.length - 1 - shorter
      const width = widths[form]
      const own = boxes.get(id)
      // What has no room for a shorter form has none for a longer one.
      if (width === undefined || (shorter > 0 && !own)) continue
      const aside = asides.get(id) ?? 0
      const found = bestOf(curve, aside, width, (box) => (isCovered(box, own) ? Infinity : crossed(box, id)))
      if (!found) continue
      if (own) current.delete(own)
      current.add(found.box)
      taken.add(found.box)
      boxes.set(id, found.box)
      places.set(id, { at: found.at, form })
    }
  }
  for (const { id, curve } of wishes)
    if (!places.has(id)) places.set(id, { at: pointAt(curve, 0.5), form: undefined })
  return places
}

function bestOf(curve: Curve, aside: number, width: number, costOf: (box: Box) => number) {
  let best: { readonly at: Point; readonly box: Box } | undefined
  let least = Infinity
  for (const [tries, t] of TRIES.entries()) {
    if (tries >= least) break
    const on = pointAt(curve, t)
    const at = { x: on.x, y: on.y + aside }
    const box = { x: at.x - width / 2, y: at.y - LABEL_HEIGHT / 2, width, height: LABEL_HEIGHT }
    const cost = costOf(box) * CROSSED + tries
    if (cost >= least) continue
    least = cost
    best = { at, box }
  }
  return best
}

/** px between the points by which lines are found. */
const STEP = 10

/** Tells how many lines of others run behind a box. */
function linesBehind(curves: ReadonlyMap<string, Line>): (box: Box, own: string) => number {
  if (curves.size > MOST_LINES) return () => 0
  const lines = new Map<Box, string>()
  for (const [id, { curve }] of curves) {
    const steps = Math.ceil(lengthOf(curve) / STEP)
    for (let step = 1; step < steps; step++)
      lines.set({ ...pointAt(curve, step / steps), width: 0, height: 0 }, id)
  }
  const near = nearby(lines.keys())
  return (box, own) => {
    const found = new Set<string | undefined>()
    for (const point of near.around(box)) if (overlaps(point, box)) found.add(lines.get(point))
    found.delete(own)
    return found.size
  }
}

/** px between the middles of labels of parallel lines, which run nearer to each other than labels are high. */
const STACKED = 26

/**
 * How far down the labels of parallel lines stand off their lines so that none lies on another. Lines that run up and
 * down need no such thing: there labels find their places along the line.
 */
function asidesOf(wishes: readonly LabelWish[]): ReadonlyMap<string, number> {
  const groups = new Map<string, LabelWish[]>()
  for (const wish of wishes) groups.set(wish.between, [...(groups.get(wish.between) ?? []), wish])
  const asides = new Map<string, number>()
  for (const group of groups.values()) {
    const ordered = group
      .filter(({ curve: { start, end } }) => Math.abs(end.x - start.x) >= Math.abs(end.y - start.y))
      .map(({ id, curve }) => ({ id, at: pointAt(curve, 0.5).y, gap: STACKED }))
      .toSorted((a, b) => a.at - b.at)
    const spaced = spread(ordered, -Infinity, Infinity)
    for (const [index, { id, at }] of ordered.entries()) asides.set(id, (spaced[index] ?? at) - at)
  }
  return asides
}
