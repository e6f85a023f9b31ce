/** Something that wants to stand at a place on a line. Given in the order in which they must stand. */
export interface Wish {
  readonly at: number
  /** Least distance to the one before it. */
  readonly gap: number
}

/**
 * Places wishes on a line between `low` and `high`, in their order, each at least its gap after the one before, moving
 * all of them as little as possible. Where there is no room for the gaps, they shrink alike.
 */
export function spread(wishes: readonly Wish[], low: number, high: number): readonly number[] {
  const gaps = wishes.map((wish, index) => (index === 0 ? 0 : wish.gap))
  const total = gaps.reduce((sum, gap) => sum + gap, 0)
  const room = Math.max(0, high - low)
  const scale = total > room ? room / total : 1
  const before: number[] = []
  let sum = 0
  for (const gap of gaps) {
    sum += gap * scale
    before.push(sum)
  }
  // Without the gaps the places need only be in order: the best such line is the one of pooled means.
  const pools: { value: number; count: number }[] = []
  wishes.forEach((wish, index) => {
    pools.push({ value: wish.at - (before[index] ?? 0), count: 1 })
    for (;;) {
      const last = pools.at(-1)
      const former = pools.at(-2)
      if (!last || !former || former.value <= last.value) return
      pools.splice(-2, 2, {
        value: (former.value * former.count + last.value * last.count) / (former.count + last.count),
        count: former.count + last.count,
      })
    }
  })
  const highest = high - (before.at(-1) ?? 0)
  const placed = pools.flatMap(({ value, count }) =>
    Array.from({ length: count }, () => Math.max(low, Math.min(highest, value))),
  )
  return placed.map((value, index) => value + (before[index] ?? 0))
}
