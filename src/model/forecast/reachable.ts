import type { BrokerId } from '../design/ids.ts'
import type { Network } from '../network/network.ts'
import { compile, FAR } from './compile.ts'
import type { Question } from './forecast.ts'
import { passageOf, type Passage } from './passage.ts'

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
  const bits = new Uint32Array(size * words)
  const reach = passage.reaches[0]!
  const { room } = passage
  const deepest = Math.min(passage.traits.deepest, size)
  const isUnlimited = reach.some((limit) => limit === FAR) && room.some((limit) => limit === FAR)
  // Demand counts hops from the consumer, messages count them from the producer: each length is walked by itself.
  const lengths = isUnlimited ? 2 * deepest - 1 : Math.min(deepest, size - 1)
  let rows = new Uint32Array(size * words)
  let next = new Uint32Array(size * words)
  for (let length = 1; length <= lengths; length++) {
    rows.fill(0)
    for (let broker = 0; broker < size; broker++) rows[broker * words + (broker >>> 5)]! |= 1 << (broker & 31)
    for (let hop = 1; hop <= length; hop++) {
      next.fill(0)
      step(passage, words, rows, next, (edge) => reach[edge]! >= hop && room[edge]! > length - hop)
      ;[rows, next] = [next, rows]
    }
    for (let i = 0; i < bits.length; i++) bits[i]! |= rows[i]!
  }
  if (isUnlimited) addLongRoutes(passage, words, deepest, bits)
  for (let broker = 0; broker < size; broker++) {
    bits[broker * words + (broker >>> 5)]! &= ~(1 << (broker & 31))
  }
  return { brokers: passage.compiled.brokers, words, bits }
}

function step(
  { count, from, to }: Passage,
  words: number,
  rows: Uint32Array,
  next: Uint32Array,
  isOpen: (edge: number) => boolean,
): boolean {
  let hasGrown = false
  for (let edge = 0; edge < count; edge++) {
    if (!isOpen(edge)) continue
    const source = to[edge]! * words
    const target = from[edge]! * words
    for (let word = 0; word < words; word++) {
      const before = next[target + word]!
      const after = (before | rows[source + word]!) >>> 0
      if (after !== before) {
        next[target + word] = after
        hasGrown = true
      }
    }
  }
  return hasGrown
}

/** Routes so long that no limit which is one can matter in their middle. */
function addLongRoutes(passage: Passage, words: number, deepest: number, bits: Uint32Array): void {
  const { size, room } = passage
  const reach = passage.reaches[0]!
  let rows = new Uint32Array(size * words)
  for (let broker = 0; broker < size; broker++) rows[broker * words + (broker >>> 5)]! |= 1 << (broker & 31)
  const advance = (isOpen: (edge: number) => boolean) => {
    const next = new Uint32Array(size * words)
    step(passage, words, rows, next, isOpen)
    rows = next
  }
  for (let hop = 1; hop <= deepest; hop++) advance((edge) => reach[edge]! >= hop && room[edge] === FAR)
  const isFree = (edge: number) => reach[edge] === FAR && room[edge] === FAR
  while (step(passage, words, rows, rows, isFree)) continue
  for (let made = deepest - 1; made >= 0; made--) {
    advance((edge) => reach[edge] === FAR && room[edge]! > made)
  }
  for (let i = 0; i < bits.length; i++) bits[i]! |= rows[i]!
}
