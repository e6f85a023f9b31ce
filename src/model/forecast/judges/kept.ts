import { FAR } from '../passage/compile.ts'
import type { Passage } from '../passage/passage.ts'

/**
 * Routes where every bridge suppresses duplicates and none lowers priorities: each broker keeps one subscription for
 * the consumer, the first to arrive, so any simple route that demand can take may be the one that messages follow.
 */
export interface Kept {
  /** Works out every broker's routes to one consumer; false where there are too many to try. */
  judge(consumer: number): boolean
  /** By broker: hops of the shortest route that can be kept and followed to its end, 0 for none. */
  readonly hops: Uint16Array
  /** By broker: 1 where a route that cannot be followed to its end may be kept. */
  readonly fails: Uint8Array
  /** By broker: hops of the longest and the shortest route that demand can take, 0 for none. */
  readonly longest: Uint16Array
  readonly shortest: Uint16Array
  /** Brokers that demand reaches. */
  readonly reached: readonly number[]
  /** Tells whether a broker holds a subscription whatever its neighbours keep; undefined where that takes too long. */
  holdsDemand(producer: number, consumer: number): boolean | undefined
  /** Brokers on which messages of a producer end because a route that may be kept cannot be followed, with the edge. */
  endsFrom(producer: number, consumer: number): ReadonlyMap<number, number>
  /** A shortest route that can be kept and followed to its end, as brokers. */
  routeFrom(producer: number, consumer: number): readonly number[] | undefined
}

const ROUTES = 20_000
const KEPT_STATES = 3000
/** With more brokers than this there are too many ways to keep routes to begin with. */
const KEPT_BROKERS = 12

/** @param limit - Routes tried for one consumer; a test makes it small. */
export function createKept(passage: Passage, limit = ROUTES): Kept {
  const { size, from, to, room, into, intoAt, out, outAt } = passage
  const reach = passage.reaches[0]!
  const heard = passage.heard[0]!
  const hops = new Uint16Array(size)
  const fails = new Uint8Array(size)
  const longest = new Uint16Array(size)
  const shortest = new Uint16Array(size)
  const isOnRoute = new Uint8Array(size)
  const reached: number[] = []
  /** By broker: 1 where a chain of ever nearer brokers surely holds demand. */
  const chained = new Uint8Array(size)
  let routes = 0
  const trail: number[] = []
  return { judge, hops, fails, longest, shortest, reached, holdsDemand, endsFrom, routeFrom }

  function judge(consumer: number): boolean {
    for (const broker of reached) {
      hops[broker] = 0
      fails[broker] = 0
      longest[broker] = 0
      shortest[broker] = 0
      chained[broker] = 0
    }
    reached.length = 0
    routes = 0
    if (passage.down[consumer] === 1) return true
    if (!extend(consumer, 1, FAR)) {
      isOnRoute.fill(0)
      return false
    }
    markChained(consumer)
    return true
  }

  /** What a nearer broker holds does not rest on one farther away, so this needs no look at who holds without whom. */
  function markChained(consumer: number): void {
    for (const broker of reached.toSorted((a, b) => shortest[a]! - shortest[b]!)) {
      for (let i = outAt[broker]!; i < outAt[broker + 1]!; i++) {
        const edge = out[i]!
        const there = to[edge]!
        const isHeld =
          there === consumer ? reach[edge]! > 0 : chained[there] === 1 && longest[there]! < reach[edge]!
        if (isHeld && (there === consumer || shortest[there]! < shortest[broker]!)) chained[broker] = 1
      }
    }
  }

  /** @param left - Hops that a message may have made before this broker and still get to the consumer this way. */
  function extend(broker: number, made: number, left: number): boolean {
    isOnRoute[broker] = 1
    for (let i = intoAt[broker]!; i < intoAt[broker + 1]!; i++) {
      const edge = into[i]!
      const next = from[edge]!
      if (reach[edge]! < made || isOnRoute[next] === 1) continue
      if (++routes > limit) return false
      if (longest[next] === 0) reached.push(next)
      if (made > longest[next]!) longest[next] = made
      if (shortest[next] === 0 || made < shortest[next]!) shortest[next] = made
      const margin = Math.min(left - 1, room[edge]! - 1)
      if (margin < 0) fails[next] = 1
      else if (hops[next] === 0 || made < hops[next]!) hops[next] = made
      if (heard[next]! > made && !extend(next, made + 1, margin)) return false
    }
    isOnRoute[broker] = 0
    return true
  }

  function holdsDemand(producer: number, consumer: number): boolean | undefined {
    if (chained[producer] === 1 || holdsSurely(producer, consumer, new Set())) return true
    if (reached.length > KEPT_BROKERS) return undefined
    const leftOut = canBeLeftOut(producer, consumer)
    return leftOut === undefined ? undefined : !leftOut
  }

  /** One neighbour that surely holds demand without us, and whatever it keeps is not too long. */
  function holdsSurely(broker: number, consumer: number, without: Set<number>): boolean {
    without.add(broker)
    let found = false
    for (let i = outAt[broker]!; i < outAt[broker + 1]! && !found; i++) {
      const edge = out[i]!
      const there = to[edge]!
      if (there === consumer) found = reach[edge]! > 0
      else if (!without.has(there) && longest[there]! > 0 && longest[there]! < reach[edge]!) {
        found = holdsSurely(there, consumer, without)
      }
    }
    without.delete(broker)
    return found
  }

  /**
   * Looks for a way in which everybody else keeps a route and none of them suits this broker. Routes are kept one by
   * one; what a broker has kept stays.
   */
  function canBeLeftOut(producer: number, consumer: number): boolean | undefined {
    const kept = new Map<number, readonly number[]>([[consumer, []]])
    const seen = new Set<string>()
    let states = 0
    const accepts = (broker: number, edge: number): boolean => {
      const path = kept.get(to[edge]!)
      return path !== undefined && path.length < reach[edge]! && !path.includes(broker)
    }
    const search = (): boolean | undefined => {
      for (let i = outAt[producer]!; i < outAt[producer + 1]!; i++) {
        if (accepts(producer, out[i]!)) return false
      }
      const key = [...kept]
        .map(([broker, path]) => `${broker}<${path.at(-1)}`)
        .sort()
        .join()
      if (seen.has(key)) return false
      seen.add(key)
      if (++states > KEPT_STATES) return undefined
      let isComplete = true
      for (const broker of reached) {
        if (broker === producer || kept.has(broker)) continue
        for (let i = outAt[broker]!; i < outAt[broker + 1]!; i++) {
          if (!accepts(broker, out[i]!)) continue
          isComplete = false
          const there = to[out[i]!]!
          kept.set(broker, [...kept.get(there)!, there])
          const found = search()
          kept.delete(broker)
          if (found !== false) return found
        }
      }
      return isComplete
    }
    return search()
  }

  function endsFrom(producer: number, consumer: number): ReadonlyMap<number, number> {
    const ends = new Map<number, number>()
    eachRoute(producer, consumer, () => {
      const refused = firstRefused()
      if (refused >= 0) ends.set(from[refused]!, refused)
    })
    return ends
  }

  function routeFrom(producer: number, consumer: number): readonly number[] | undefined {
    let found: readonly number[] | undefined
    eachRoute(producer, consumer, () => {
      if (firstRefused() < 0 && (!found || trail.length < found.length - 1)) {
        found = [producer, ...trail.map((edge) => to[edge]!).toReversed()]
      }
    })
    return found
  }

  /** Calls back with `trail` leading from the consumer outward, so that its last edge is the message's first hop. */
  function eachRoute(producer: number, consumer: number, visit: () => void): void {
    let left = ROUTES
    const follow = (broker: number, made: number) => {
      isOnRoute[broker] = 1
      for (let i = intoAt[broker]!; i < intoAt[broker + 1]!; i++) {
        const edge = into[i]!
        const next = from[edge]!
        if (reach[edge]! < made || isOnRoute[next] === 1 || --left < 0) continue
        trail.push(edge)
        if (next === producer) visit()
        else follow(next, made + 1)
        trail.pop()
      }
      isOnRoute[broker] = 0
    }
    follow(consumer, 1)
  }

  function firstRefused(): number {
    for (let made = 0; made < trail.length; made++) {
      const edge = trail[trail.length - 1 - made]!
      if (room[edge]! <= made) return edge
    }
    return -1
  }
}
