import type { Box, Point } from '@meshwright/model'
import { type Curve, pointAt } from './curve.ts'
import { nearby } from './near.ts'

export interface LabelWish {
  readonly id: string
  readonly curve: Curve
  readonly width: number
  readonly height: number
}

/** Places along a line that are tried, the middle first. */
const TRIES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2, 0.8] as const

/** Where the middle of each label goes: on its line, off the cards and off the labels before it where that is possible. */
export function placeLabels(wishes: readonly LabelWish[], cards: readonly Box[]): ReadonlyMap<string, Point> {
  const near = nearby(cards)
  const taken = nearby([])
  const places = new Map<string, Point>()
  // The widest first: a small mark finds a place beside a wide label, not the other way round.
  for (const { id, curve, width, height } of wishes.toSorted((a, b) => b.width - a.width)) {
    const boxAt = ({ x, y }: Point): Box => ({ x: x - width / 2, y: y - height / 2, width, height })
    let best: Point | undefined
    let least = Infinity
    for (const t of TRIES) {
      const point = pointAt(curve, t)
      const box = boxAt(point)
      const hits =
        taken.around(box).filter((other) => overlap(other, box, 2)).length * 2 +
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

function overlap(a: Box, b: Box, space: number): boolean {
  return (
    a.x < b.x + b.width + space &&
    b.x < a.x + a.width + space &&
    a.y < b.y + b.height + space &&
    b.y < a.y + a.height + space
  )
}
