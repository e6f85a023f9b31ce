import type { RolloutPair } from './rollout.ts'

interface Toward {
  readonly destinations: readonly string[]
  readonly from: string
  readonly to: string
}

/** Pairs whose two directions say the same, told once. */
export interface BothWays extends Toward {
  readonly isBoth: boolean
}

/** Pairs with all their destinations together. */
export function byPair(pairs: readonly RolloutPair[]): readonly Toward[] {
  const found = new Map<string, { destinations: string[]; from: string; to: string }>()
  for (const { destination, from, to } of pairs) {
    const key = JSON.stringify([from, to])
    const known = found.get(key)
    if (known) known.destinations.push(destination)
    else found.set(key, { destinations: [destination], from, to })
  }
  return [...found.values()]
}

/** Puts the two directions of a pair together where `kindOf` says the same of both. */
export function bothWays<T extends Toward>(
  pairs: readonly T[],
  kindOf: (pair: T) => string = ({ destinations }) => destinations.join(),
): readonly (T & BothWays)[] {
  const left = new Map(pairs.map((pair) => [JSON.stringify([pair.from, pair.to, kindOf(pair)]), pair]))
  const told: (T & BothWays)[] = []
  for (const [key, pair] of left) {
    const back = JSON.stringify([pair.to, pair.from, kindOf(pair)])
    const isBoth = back !== key && left.delete(back)
    told.push({ ...pair, isBoth })
  }
  return told
}

/** `a ↔ c` */
export function arrowOf({ from, to, isBoth }: BothWays): string {
  return `${from} ${isBoth ? '↔' : '→'} ${to}`
}

/** So many destinations are named; the others are counted. */
const NAMED = 4

/**
 * Says what destinations stand for: `any queue or topic`, `any queue, queue://orders.>`.
 * @param defaults - Those that stand for all that nobody names.
 */
export function tellDestinations(destinations: readonly string[], defaults: readonly string[]): string {
  const [any, named] = [
    destinations.filter((one) => defaults.includes(one)),
    destinations.filter((one) => !defaults.includes(one)),
  ]
  const kinds = any.map((one) => (one.startsWith('topic:') ? 'topic' : 'queue'))
  const words = kinds.length > 0 ? [`any ${kinds.join(' or ')}`] : []
  const shown = named.slice(0, named.length > NAMED + 1 ? NAMED : named.length)
  const more = named.length - shown.length
  return [...words, ...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ')
}
