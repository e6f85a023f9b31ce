import type { Box, BrokerId } from '@meshwright/model'
import type { Leg } from './legs.ts'
import { boxBetween } from './near.ts'
import { isUpright, opposite, type Side, type Way } from './sides.ts'

/** One end of a line on one side of a card. */
export interface End {
  /** The leg's id, with `<` for its start and `>` for its end. */
  readonly key: string
  readonly leg: Leg
  readonly index: number
  readonly card: BrokerId
  readonly box: Box
  readonly side: Side
  readonly other: Box
  readonly otherSide: Side
  readonly otherId: BrokerId
}

/** The ends on each side of each card, in the order in which they stand along it. */
export function endsBySide(
  legs: readonly Leg[],
  boxes: ReadonlyMap<BrokerId, Box>,
  ways: ReadonlyMap<string, Way>,
): ReadonlyMap<string, End[]> {
  const groups = new Map<string, End[]>()
  const push = (end: End) => {
    const key = `${end.card} ${end.side}`
    const group = groups.get(key)
    if (group) group.push(end)
    else groups.set(key, [end])
  }
  legs.forEach((leg, index) => {
    const way = ways.get(leg.id)
    const a = boxes.get(leg.from)
    const b = boxes.get(leg.to)
    if (!way || !a || !b) return
    const start = { card: leg.from, box: a, side: way.from }
    const end = { card: leg.to, box: b, side: way.to }
    // A line with bends looks toward the nearest of them, not toward the other card.
    const [first, last] = [way.bends?.[0], way.bends?.at(-1)]
    const ahead = first
      ? { other: boxBetween(first, first), otherSide: opposite(way.from) }
      : { other: b, otherSide: way.to }
    const back = last
      ? { other: boxBetween(last, last), otherSide: opposite(way.to) }
      : { other: a, otherSide: way.from }
    push({ key: `${leg.id}<`, leg, index, ...start, ...ahead, otherId: leg.to })
    push({ key: `${leg.id}>`, leg, index, ...end, ...back, otherId: leg.from })
  })
  for (const group of groups.values()) if (group.length > 1) group.sort(inOrder)
  return groups
}

/** Along the side, by where the other card lies, so that lines do not cross as they leave; parallel ones as drawn. */
function inOrder(a: End, b: End): number {
  const key = (end: End) =>
    isUpright(end.side) ? end.other.y + end.other.height / 2 : end.other.x + end.other.width / 2
  return key(a) - key(b) || Number(a.otherId.slice(1)) - Number(b.otherId.slice(1)) || byConnector(a, b)
}

/** The order of drawing, which is the order of ids: the same on both cards, so that parallel lines do not cross. */
function byConnector(a: End, b: End): number {
  return Number(a.leg.connector.slice(1)) - Number(b.leg.connector.slice(1)) || a.index - b.index
}
