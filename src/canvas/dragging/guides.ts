import type { Box, Point } from '@meshwright/model'

/** A thin line that says why something stands where it does. */
export type Guide =
  /** Edges or middles on one line. */
  | { readonly kind: 'line'; readonly from: Point; readonly to: Point }
  /** One of several gaps that are alike. */
  | { readonly kind: 'gap'; readonly from: Point; readonly to: Point }

export interface Guided {
  /** px to move what is in the hand so that it stands on the lines. */
  readonly shift: Point
  readonly guides: readonly Guide[]
}

export const UNGUIDED: Guided = { shift: { x: 0, y: 0 }, guides: [] }

/** px that two lines may be apart and still be one: cards of unlike size meet no nearer on a grid of 10. */
const SAME = 5

type Axis = 'x' | 'y'

const ACROSS = { x: 'y', y: 'x' } as const
const LENGTH = { x: 'width', y: 'height' } as const

/**
 * Where a card in the hand wants to stand beside its neighbours: on one line with an edge or the middle of one, or with
 * the same gap as others in its row or column. `reach` is how far in px it is pulled.
 */
export function guidesFor(
  card: Box,
  others: readonly Box[],
  reach: number,
  snap: (value: number) => number,
): Guided {
  const shift = {
    x: snap(card.x + (pull(card, others, 'x', reach) ?? 0)) - card.x,
    y: snap(card.y + (pull(card, others, 'y', reach) ?? 0)) - card.y,
  }
  const placed = { ...card, x: card.x + shift.x, y: card.y + shift.y }
  return {
    shift,
    guides: (['x', 'y'] as const).flatMap((axis) => [
      ...lines(placed, others, axis),
      ...gaps(placed, others, axis),
    ]),
  }
}

/** The nearest place on one axis that is worth standing at. */
function pull(card: Box, others: readonly Box[], axis: Axis, reach: number): number | undefined {
  let best: number | undefined
  const offer = (by: number) => {
    if (Math.abs(by) <= reach && (best === undefined || Math.abs(by) < Math.abs(best))) best = by
  }
  for (const other of others) for (const by of offsets(card, other, axis)) offer(by)
  for (const by of evenOffsets(card, others, axis)) offer(by)
  return best
}

/** Middle to middle, and the edges that are alike. */
function offsets(card: Box, other: Box, axis: Axis): readonly [number, number, number] {
  const [own, its] = [card[LENGTH[axis]], other[LENGTH[axis]]]
  const start = other[axis] - card[axis]
  return [start + its / 2 - own / 2, start, start + its - own]
}

function lines(card: Box, others: readonly Box[], axis: Axis): readonly Guide[] {
  const length = card[LENGTH[axis]]
  const ownLines = [card[axis] + length / 2, card[axis], card[axis] + length]
  /** The neighbours on each line, and where it runs on the first of them. */
  const shared = ownLines.map((own, index) => {
    const on = others
      .map((box) => ({ box, by: offsets(card, box, axis)[index] ?? Infinity }))
      .filter(({ by }) => Math.abs(by) <= SAME)
    return { at: own + (on[0]?.by ?? 0), on: on.map(({ box }) => box) }
  })
  const [middle, ...edges] = shared
  // Cards of one size share all three; then one line says it.
  return (middle && middle.on.length > 0 ? [middle] : edges)
    .filter(({ on }) => on.length > 0)
    .map(({ at, on }) => {
      const side = ACROSS[axis]
      const ends = [card, ...on]
      const low = Math.min(...ends.map((box) => box[side]))
      const high = Math.max(...ends.map((box) => endOf(box, side)))
      return { kind: 'line', from: point(axis, at, low - 8), to: point(axis, at, high + 8) }
    })
}

function evenOffsets(card: Box, others: readonly Box[], axis: Axis): readonly number[] {
  const { before, after, gapBefore, gapAfter } = rowOf(card, others, axis)
  const length = card[LENGTH[axis]]
  const found: number[] = []
  if (before && after) found.push((endOf(before, axis) + after[axis] - length) / 2 - card[axis])
  if (before && gapBefore !== undefined) found.push(endOf(before, axis) + gapBefore - card[axis])
  if (after && gapAfter !== undefined) found.push(after[axis] - gapAfter - length - card[axis])
  return found
}

function gaps(card: Box, others: readonly Box[], axis: Axis): readonly Guide[] {
  const { row, before, after } = rowOf(card, others, axis)
  const at = row.indexOf(card)
  const gapAt = (index: number) => {
    const [a, b] = [row[index], row[index + 1]]
    return a && b ? b[axis] - endOf(a, axis) : undefined
  }
  const own = [before && gapAt(at - 1), after && gapAt(at)].filter((gap) => gap !== undefined)
  for (const gap of own) {
    const alike = row.flatMap((_, index) => {
      const other = gapAt(index)
      return other !== undefined && other > 0 && Math.abs(other - gap) <= SAME ? [index] : []
    })
    if (alike.length < 2) continue
    return alike.flatMap((index): Guide[] => {
      const [a, b] = [row[index], row[index + 1]]
      if (!a || !b) return []
      const side = ACROSS[axis]
      const low = Math.max(a[side], b[side])
      const high = Math.min(a[side] + a[LENGTH[side]], b[side] + b[LENGTH[side]])
      const across = (low + high) / 2
      return [
        {
          kind: 'gap',
          from: point(ACROSS[axis], across, endOf(a, axis)),
          to: point(ACROSS[axis], across, b[axis]),
        },
      ]
    })
  }
  return []
}

/** What stands in one row (or column) with a card, in order, and the gaps that its neighbours keep already. */
function rowOf(card: Box, others: readonly Box[], axis: Axis) {
  const side = ACROSS[axis]
  const near = others.filter(
    (other) =>
      other[side] < card[side] + card[LENGTH[side]] && card[side] < other[side] + other[LENGTH[side]],
  )
  const row = [...near, card].toSorted(
    (a, b) => a[axis] + a[LENGTH[axis]] / 2 - b[axis] - b[LENGTH[axis]] / 2,
  )
  const at = row.indexOf(card)
  const [before, after] = [row[at - 1], row[at + 1]]
  const gapOf = (a: Box | undefined, b: Box | undefined) => {
    const gap = a && b ? b[axis] - endOf(a, axis) : 0
    return gap > 0 ? gap : undefined
  }
  return { row, before, after, gapBefore: gapOf(row[at - 2], before), gapAfter: gapOf(after, row[at + 2]) }
}

function endOf(box: Box, axis: Axis): number {
  return box[axis] + box[LENGTH[axis]]
}

/** A point by its place on an axis and across it. */
function point(axis: Axis, along: number, across: number): Point {
  return axis === 'x' ? { x: along, y: across } : { x: across, y: along }
}
