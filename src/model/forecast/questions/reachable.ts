import type { BrokerId } from '../../design/ids.ts'
import type { Network } from '../../network/network.ts'
import { compile } from '../passage/compile.ts'
import type { Question } from '../question.ts'
import { passageOf, type Passage } from '../passage/passage.ts'

/** For each ordered pair of brokers, whether TTLs and filters leave any route: one bit each. */
export interface Reachable {
  /** Rows and columns alike: all brokers, external ones included, in the design's order. */
  readonly brokers: readonly BrokerId[]
  /** Words of 32 bits in a row. */
  readonly words: number
  readonly bits: Uint32Array
}

/** Reads one pair by row (producer) and column (consumer). */
export function isReachable({ words, bits }: Reachable, row: number, column: number): boolean {
  return ((bits[row * words + (column >>> 5)]! >>> (column & 31)) & 1) === 1
}

/**
 * Tells for all pairs whether there is a route on which every hop's TTLs suffice, both for the consumer's demand and
 * for the message. It asks no more: not which routes are kept, not whether messages can stick elsewhere, and it leaves
 * static entries out. Where it says no, a forecast without static entries is `never` or rests on demand that came
 * another way.
 */
export function reachable(network: Network, question: Question): Reachable {
  const passage = passageOf(compile(network), question.destination, question)
  const { size } = passage
  const words = (size + 31) >>> 5
  const bits = rowsFrom(passage, words)
  for (let broker = 0; broker < size; broker++) {
    bits[broker * words + (broker >>> 5)]! &= ~(1 << (broker & 31))
  }
  return { brokers: passage.compiled.brokers, words, bits }
}

/**
 * By broker, the consumers that a message gets to. Demand counts hops from the consumer and messages count them from the
 * producer, so there are rows for each number of hops made and each number that is left: an edge leads from `made` hops
 * with `left` to go to one hop more, with as many to go as both `left` and its reach allow. As sets only grow with hops
 * that are left, few of those rows are needed: with TTLs up to 4 seven in all.
 */
function rowsFrom({ size, count, from, to, ...passage }: Passage, words: number): Uint32Array {
  // No route has more hops than this.
  const farthest = Math.max(1, size - 1)
  const isLimit = (hops: number) => hops < farthest
  const deepest = Math.max(0, ...new Set([...passage.reaches[0]!, ...passage.room].filter(isLimit)))
  /** Stands for any number of hops. */
  const free = deepest + 1
  const reach = passage.reaches[0]!.map((hops) => (isLimit(hops) ? hops : free))
  const room = passage.room.map((hops) => (isLimit(hops) ? hops : free))
  const leftAfter = (left: number, hops: number) =>
    (left < hops ? left : hops) - Number(left < free || hops < free)

  const wanted = Array.from({ length: deepest + 1 }, () => new Set<number>())
  wanted[0]!.add(free)
  const reaches = [...new Set(reach)].filter((hops) => hops > 0)
  for (let made = 0; made <= deepest; made++) {
    const next = wanted[Math.min(made + 1, deepest)]!
    for (const left of wanted[made]!) {
      for (const hops of reaches) if (leftAfter(left, hops) > 0) next.add(leftAfter(left, hops))
    }
  }
  let further: (Uint32Array | undefined)[] = []
  for (let made = deepest; made >= 0; made--) {
    const rows: (Uint32Array | undefined)[] = []
    // Beyond all limits one more hop makes no difference: there rows are made of rows of the same kind.
    if (made === deepest) further = rows
    for (const left of [...wanted[made]!].toSorted((a, b) => a - b)) {
      const own = new Uint32Array(size * words)
      rows[left] = own
      for (let broker = 0; broker < size; broker++) own[broker * words + (broker >>> 5)] = 1 << (broker & 31)
      while (grow(own, made, left, further) && further[left] === own) continue
    }
    further = rows
  }
  return further[free]!

  /** Adds to each broker's row what is reached over its edges; tells whether anything was new. */
  function grow(
    rows: Uint32Array,
    made: number,
    left: number,
    sources: readonly (Uint32Array | undefined)[],
  ): boolean {
    let hasGrown = false
    for (let edge = 0; edge < count; edge++) {
      if (room[edge]! <= made || reach[edge] === 0) continue
      const target = from[edge]! * words
      const there = to[edge]!
      const source = sources[leftAfter(left, reach[edge]!)]
      if (!source) {
        rows[target + (there >>> 5)]! |= 1 << (there & 31)
        continue
      }
      const start = there * words
      for (let word = 0; word < words; word++) {
        const fresh = source[start + word]! & ~rows[target + word]!
        if (fresh === 0) continue
        rows[target + word]! |= fresh
        hasGrown = true
      }
    }
    return hasGrown
  }
}
