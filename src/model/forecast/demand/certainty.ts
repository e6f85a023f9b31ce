import type { Demand, Seed } from './demand.ts'
import { priorityOver, type Passage } from '../passage/passage.ts'

/** Routes counted for one question before all brokers are taken to have several. */
const ROUTES = 4096

/**
 * Where subscriptions may be suppressed, merged or replaced, marks the edges of which it is not certain that they are
 * held in the end. Certain are
 * - a static entry's own edge;
 * - for one consumer, the only route of a broker, where that is so for every broker on it: nothing competes with it;
 * - an edge straight to a consumer, where nothing there can be ahead of it: it is of a higher priority than all others
 *   on its broker, so that it replaces them; or it does not suppress and no other replaces it.
 */
export function createCertainty(passage: Passage): (demand: Demand, seeds: readonly Seed[]) => void {
  const { size, from, to, into, intoAt, out, outAt, suppresses, traits } = passage
  const routes = new Int32Array(size)
  const isOnRoute = new Uint8Array(size)
  /** By broker: 1 where its only route is one of only routes, 2 where not, 0 where nobody asked yet. */
  const alone = new Uint8Array(size)
  let steps = 0

  return (demand, seeds) => {
    routes.fill(0)
    isOnRoute.fill(0)
    alone.fill(0)
    steps = 0
    const only = seeds.length === 1 && passage.statics.length === 0 ? seeds[0] : undefined
    const isCounted = only !== undefined && count(only.broker, 1, passage.reaches[only.pattern]!)
    const isAlone = (broker: number): boolean => {
      if (broker === only?.broker) return true
      if (!isCounted || routes[broker] !== 1) return false
      if (alone[broker] === 0) {
        const isAll = outEdges(broker).every((edge) => demand.held[edge] === 0 || isAlone(to[edge]!))
        alone[broker] = isAll ? 1 : 2
      }
      return alone[broker] === 1
    }
    const isCertain = (edge: number): boolean => {
      if (passage.statics.some((entry) => entry.edge === edge) || isAlone(from[edge]!)) return true
      const straight = seeds.filter(
        ({ broker, pattern }) => broker === to[edge] && passage.reaches[pattern]![edge]! > 0,
      )
      if (straight.length === 0) return false
      if (traits.suppression === 'none' || isFirst(demand, edge)) return true
      if (suppresses[edge] === 0 && traits.lowering === 'none') return true
      return only !== undefined && isHighest(demand, edge, only.priority)
    }
    const certain = demand.edges.subarray(0, demand.count).filter(isCertain)
    for (let i = 0; i < demand.count; i++) demand.held[demand.edges[i]!] = 2
    for (const edge of certain) demand.held[edge] = 1
  }

  /** With one base everywhere, a straight subscription comes before all longer ones for the same consumer. */
  function isFirst(demand: Demand, edge: number): boolean {
    if (traits.lowering !== 'all' || !traits.sameBase) return false
    return outEdges(from[edge]!).every(
      (other) => other === edge || demand.held[other] === 0 || to[other] !== to[edge],
    )
  }

  function isHighest(demand: Demand, edge: number, priority: number): boolean {
    const own = priorityOver(passage, edge, 1, priority)
    return outEdges(from[edge]!).every(
      (other) => other === edge || demand.held[other] === 0 || demand.best[other]! < own,
    )
  }

  function outEdges(broker: number): Int32Array {
    return out.subarray(outAt[broker], outAt[broker + 1])
  }

  function count(broker: number, hops: number, reach: Int32Array): boolean {
    isOnRoute[broker] = 1
    for (let i = intoAt[broker]!; i < intoAt[broker + 1]!; i++) {
      const next = from[into[i]!]!
      if (reach[into[i]!]! < hops || isOnRoute[next] === 1) continue
      if (++steps > ROUTES) return false
      routes[next]! += 1
      if (!count(next, hops + 1, reach)) return false
    }
    isOnRoute[broker] = 0
    return true
  }
}
