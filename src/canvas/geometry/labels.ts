import type { Box, Point } from '@meshwright/model'
import { type Curve, pointAt } from './curve.ts'
import { nearby } from './near.ts'
import { spread } from './spread.ts'

export interface LabelWish {
  readonly id: string
  readonly curve: Curve
  readonly width: number
  readonly height: number
  /** The two brokers that the line joins, in any order but always the same. */
  readonly between: string
}

/** Places along a line that are tried, the middle first. */
const TRIES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2, 0.8] as const

/**
 * Where the middle of each label goes: on its line, off the cards and off the labels before it where that is possible.
 * Labels of parallel lines stand one below the other, as those do.
 */
export function placeLabels(wishes: readonly LabelWish[], cards: readonly Box[]): ReadonlyMap<string, Point> {
  const near = nearby(cards)
  const taken = nearby([])
  const places = new Map<string, Point>()
  const asides = asidesOf(wishes)
  // The widest first: a small mark finds a place beside a wide label, not the other way round.
  for (const { id, curve, width, height } of wishes.toSorted((a, b) => b.width - a.width)) {
    const aside = asides.get(id) ?? 0
    const boxAt = ({ x, y }: Point): Box => ({ x: x - width / 2, y: y - height / 2, width, height })
    let best: Point | undefined
    let least = Infinity
    for (const t of TRIES) {
      const on = pointAt(curve, t)
      const point = { x: on.x, y: on.y + aside }
      const box = boxAt(point)
      const hits =
        taken.around(box).filter((other) => overlap(other, box, 0)).length * 2 +
        near.around(box).filter((card) => overlap(card, box, 0)).length
      if (hits < least) {
        least = hits
        best = point
      }
      if (hits === 0) break
    }
    if (!best) continue
    places.set(id, best)
    taken.add(boxAt(best))
  }
  return places
}

/** px between the middles of labels of parallel lines, which run nearer to each other than labels are high. */
const STACKED = 24

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

function overlap(a: Box, b: Box, space: number): boolean {
  return (
    a.x < b.x + b.width + space &&
    b.x < a.x + a.width + space &&
    a.y < b.y + b.height + space &&
    b.y < a.y + a.height + space
  )
}
