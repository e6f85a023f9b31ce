import type { Box, BrokerId } from '@meshwright/model'
import { endsBySide, type End } from './ends.ts'
import type { Leg } from './legs.ts'
import { isUpright, rangeOf, type Side, type Way } from './sides.ts'

/** px that a line needs on a crowded side. */
const LEAST_GAP = 12

/** Moves the outermost lines of a crowded side to the neighbouring side where that looks their way. Changes `ways`. */
export function relieve(
  legs: readonly Leg[],
  boxes: ReadonlyMap<BrokerId, Box>,
  ways: Map<string, Way>,
): void {
  for (const ends of endsBySide(legs, boxes, ways).values()) {
    const [first] = ends
    if (!first) continue
    const [low, high] = rangeOf(first.box, first.side)
    let spare = ends.length - (Math.floor((high - low) / LEAST_GAP) + 1)
    if (spare <= 0) continue
    for (const [end, side] of outermost(ends)) {
      if (spare <= 0) break
      const way = ways.get(end.leg.id)
      if (!way || !looksThatWay(end, side)) continue
      ways.set(end.leg.id, end.key.endsWith('<') ? { ...way, from: side } : { ...way, to: side })
      spare -= 1
    }
  }
}

/** From both ends of a side inward, each with the side around its corner. */
function outermost(ends: readonly End[]): readonly (readonly [End, Side])[] {
  const pairs: (readonly [End, Side])[] = []
  for (let i = 0; i < Math.floor(ends.length / 2); i++) {
    const first = ends[i]
    const last = ends[ends.length - 1 - i]
    if (first) pairs.push([first, isUpright(first.side) ? 'top' : 'left'])
    if (last) pairs.push([last, isUpright(last.side) ? 'bottom' : 'right'])
  }
  return pairs
}

function looksThatWay({ box, other }: End, side: Side): boolean {
  const x = other.x + other.width / 2
  const y = other.y + other.height / 2
  if (side === 'top') return y < box.y
  if (side === 'bottom') return y > box.y + box.height
  return side === 'left' ? x < box.x : x > box.x + box.width
}
