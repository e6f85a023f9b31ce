/** For each broker a set of brokers, by number: row `i` holds the brokers from which something has reached broker i. */
export interface Reached {
  readonly size: number
  readonly words: number
  readonly bits: Uint32Array
}

/** What has spread, and in how many rounds: the hops of the longest way. */
export interface Spread extends Reached {
  readonly rounds: number
}

/**
 * Spreads from all brokers at once, hop by hop, 32 of them in each step of arithmetic. Nobody reaches itself.
 * @param crosses - Whether a bridge lets something cross that has made so many hops.
 */
export function spread(
  from: Int32Array,
  to: Int32Array,
  size: number,
  crosses: (bridge: number, hops: number) => boolean,
): Spread {
  const words = Math.ceil(size / 32)
  const bits = new Uint32Array(size * words)
  for (let i = 0; i < size; i++) bits[i * words + (i >>> 5)] = 1 << (i & 31)
  let fresh = bits.slice()
  let rounds = 0
  for (; ; rounds++) {
    const next = new Uint32Array(size * words)
    let moved = false
    for (let bridge = 0; bridge < from.length; bridge++) {
      if (!crosses(bridge, rounds)) continue
      const a = from[bridge]! * words
      const b = to[bridge]! * words
      for (let w = 0; w < words; w++) {
        const arriving = fresh[a + w]! & ~bits[b + w]!
        if (arriving === 0) continue
        next[b + w]! |= arriving
        moved = true
      }
    }
    if (!moved) break
    for (let i = 0; i < next.length; i++) bits[i]! |= next[i]!
    fresh = next
  }
  for (let i = 0; i < size; i++) bits[i * words + (i >>> 5)]! &= ~(1 << (i & 31))
  return { size, words, bits, rounds }
}

/** The same, seen from the other end: row `i` holds the brokers that something from broker i has reached. */
export function transposed({ size, words, bits }: Reached): Reached {
  const turned = new Uint32Array(size * words)
  for (let row = 0; row < size; row++) {
    const place = row >>> 5
    const bit = 1 << (row & 31)
    for (let w = 0; w < words; w++) {
      let left = bits[row * words + w]!
      while (left !== 0) {
        const lowest = left & -left
        turned[(w * 32 + (31 - Math.clz32(lowest))) * words + place]! |= bit
        left ^= lowest
      }
    }
  }
  return { size, words, bits: turned }
}

/** Pairs in the first set (all pairs, where it is absent) that are not in both others. */
export function missed(connected: Reached | undefined, one: Reached, other: Reached): Reached {
  const { size, words } = one
  const bits = new Uint32Array(size * words)
  for (let row = 0; row < size; row++) {
    for (let w = 0; w < words; w++) {
      const i = row * words + w
      const all = connected ? connected.bits[i]! : othersThan(row, w, size)
      bits[i] = all & ~(one.bits[i]! & other.bits[i]!)
    }
  }
  return { size, words, bits }
}

/** The word of a row that holds everyone but the row's own broker. */
function othersThan(row: number, word: number, size: number): number {
  const count = Math.min(32, size - word * 32)
  const all = count === 32 ? -1 : (1 << count) - 1
  return row >>> 5 === word ? all & ~(1 << (row & 31)) : all
}

export function has({ words, bits }: Reached, at: number, started: number): boolean {
  return (bits[at * words + (started >>> 5)]! & (1 << (started & 31))) !== 0
}

/** The first row that is not empty, and the first broker in it. */
export function firstIn({ words, bits }: Reached): readonly [row: number, broker: number] {
  const i = bits.findIndex((word) => word !== 0)
  const lowest = bits[i]! & -bits[i]!
  return [Math.floor(i / words), (i % words) * 32 + (31 - Math.clz32(lowest))]
}

/** How many bits of a word are set. */
export function bitsIn(word: number): number {
  let left = word - ((word >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
