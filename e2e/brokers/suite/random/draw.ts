/** Draws that are always the same for the same seed. */
export interface Draw {
  /** True in this share of cases. */
  readonly chance: (share: number) => boolean
  /** A whole number from 0 to one less than this. */
  readonly below: (limit: number) => number
  readonly pick: <T>(values: readonly T[]) => T
  /** From `least` to `most` of them. */
  readonly some: <T>(least: number, most: number, make: () => T) => readonly T[]
  readonly shuffled: <T>(values: readonly T[]) => readonly T[]
  /** The fields in this share of cases, else none. */
  readonly maybe: <T extends object>(share: number, fields: () => T) => Partial<T>
}

export function drawFrom(seed: number): Draw {
  const next = generator(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    chance: (share) => next() < share,
    below,
    pick: (values) => values[below(values.length)]!,
    some: (least, most, make) => Array.from({ length: least + below(most - least + 1) }, make),
    shuffled: (values) =>
      values
        .map((value) => ({ value, place: next() }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ value }) => value),
    maybe: (share, fields) => (next() < share ? fields() : {}),
  }
}

/** Numbers from 0 to 1 (mulberry32). */
function generator(seed: number): () => number {
  let state = seed + 0x6d2b79f5
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
