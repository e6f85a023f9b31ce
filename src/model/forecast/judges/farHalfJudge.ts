import type { Demand } from '../demand/demand.ts'
import { ALWAYS, INEXACT, SOMETIMES_RACE, type Judge } from './judge.ts'
import { createNearest } from './nearest.ts'
import type { Passage } from '../passage/passage.ts'

/** Routes counted for one consumer before any is taken to be possible. */
const ROUTES = 4096

/**
 * Sharpens a bound for topics where shorter routes replace longer ones, except on the side of a duplex connector that
 * the peer declared: there a longer subscription stays beside the shorter one.
 *
 * A broker still ends with a subscription toward a broker nearer to the consumer, as long as the nearer one announces
 * its shortest route by itself. It does not where it merged that into a longer subscription of the same bridge, which
 * takes a broker behind it that kept a longer one.
 */
export function createFarHalfJudge<Bound extends Judge & { readonly demand: Demand }>(
  passage: Passage,
  bound: Bound,
): Bound {
  const { size, from, to, into, intoAt, out, outAt, compiled, bridge } = passage
  const reach = passage.reaches[0]!
  const nearest = createNearest(passage)
  const longest = new Uint16Array(size)
  const isOnRoute = new Uint8Array(size)
  const isReverse = bridge.map((index) => (compiled.bridges[index]!.reverse ? 1 : 0))
  const merges = bridge.map((index) => (compiled.bridges[index]!.settings.conduitSubscriptions ? 1 : 0))
  let routes = 0
  return { ...bound, judge }

  function judge(consumer: number): void {
    bound.judge(consumer)
    if (!bound.codes.some((code) => (code & INEXACT) !== 0)) return
    nearest.judge(consumer)
    longest.fill(0)
    isOnRoute.fill(0)
    routes = 0
    if (!measure(consumer, 1)) longest.fill(0xffff)
    const known = new Map<number, boolean>()
    for (const broker of nearest.reached) {
      if ((bound.codes[broker]! & INEXACT) === 0 || nearest.most[broker]! < 0) continue
      // With every announcement nearest first, only shortest routes are kept, and any of them may be.
      if (nearest.least[broker]! < 0) bound.codes[broker] = SOMETIMES_RACE
      else if (next(broker).every((there) => !isMasked(there, known))) bound.codes[broker] = ALWAYS
    }

    function isMasked(broker: number, seen: Map<number, boolean>): boolean {
      if (broker === consumer) return false
      const before = seen.get(broker)
      if (before !== undefined) return before
      const masked = shortestEdges(broker, consumer).some((edge) => {
        const there = to[edge]!
        return (
          there !== consumer &&
          (isMasked(there, seen) || (merges[edge] === 1 && mayKeepLonger(there, consumer)))
        )
      })
      seen.set(broker, masked)
      return masked
    }

    function next(broker: number): readonly number[] {
      return shortestEdges(broker, consumer).map((edge) => to[edge]!)
    }
  }

  function mayKeepLonger(broker: number, consumer: number): boolean {
    for (let i = outAt[broker]!; i < outAt[broker + 1]!; i++) {
      const edge = out[i]!
      const there = to[edge]!
      const hops = nearest.hops[broker]!
      if (isReverse[edge] === 1 && there !== consumer && reach[edge]! > hops && longest[there]! >= hops)
        return true
    }
    return false
  }

  function shortestEdges(broker: number, consumer: number): readonly number[] {
    const left = nearest.hops[broker]! - 1
    return [...out.subarray(outAt[broker], outAt[broker + 1])].filter((edge) => {
      const there = to[edge]!
      const isNearer = left === 0 ? there === consumer : there !== consumer && nearest.hops[there] === left
      return isNearer && reach[edge]! > left
    })
  }

  function measure(broker: number, hops: number): boolean {
    isOnRoute[broker] = 1
    for (let i = intoAt[broker]!; i < intoAt[broker + 1]!; i++) {
      const other = from[into[i]!]!
      if (reach[into[i]!]! < hops || isOnRoute[other] === 1) continue
      if (++routes > ROUTES) return false
      if (hops > longest[other]!) longest[other] = hops
      if (!measure(other, hops + 1)) return false
    }
    isOnRoute[broker] = 0
    return true
  }
}
