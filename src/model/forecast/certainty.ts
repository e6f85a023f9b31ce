import type { Demand } from './demand.ts'
import { priorityOver, type Passage } from './passage.ts'

/** Routes counted for one consumer before all are taken as many. */
const ROUTES = 4096

/**
 * Where subscriptions may be suppressed, merged or replaced, marks the edges of which it is not certain that they are
 * held in the end. Certain, for one consumer and without static entries, are
 * - the only route of a broker, where that is so for every broker on it: nothing competes with it;
 * - an edge straight to the consumer that does not suppress;
 * - an edge straight to the consumer of a higher priority than any other on its broker: it replaces the others.
 */
export function createCertainty(passage: Passage): (demand: Demand, consumer: number) => void {
  const { size, from, to, into, intoAt, out, outAt, suppresses } = passage
  const reach = passage.reaches[0]!
  const routes = new Int32Array(size)
  const isOnRoute = new Uint8Array(size)
  let steps = 0

  return (demand, consumer) => {
    routes.fill(0)
    isOnRoute.fill(0)
    steps = 0
    const isCounted = count(consumer, 1)
    const isAlone = (broker: number): boolean => {
      if (broker === consumer) return true
      if (!isCounted || routes[broker] !== 1) return false
      return outEdges(broker).every((edge) => demand.held[edge] === 0 || isAlone(to[edge]!))
    }
    for (let i = 0; i < demand.count; i++) {
      const edge = demand.edges[i]!
      if (demand.held[edge] === 0) continue
      const isStraight = to[edge] === consumer
      const isCertain =
        isAlone(from[edge]!) || (isStraight && (suppresses[edge] === 0 || isHighest(demand, edge)))
      if (!isCertain) demand.held[edge] = 2
    }
  }

  function isHighest(demand: Demand, edge: number): boolean {
    const own = priorityOver(passage, edge, 1, 0)
    return outEdges(from[edge]!).every(
      (other) => other === edge || demand.held[other] === 0 || demand.best[other]! < own,
    )
  }

  function outEdges(broker: number): Int32Array {
    return out.subarray(outAt[broker], outAt[broker + 1])
  }

  function count(broker: number, hops: number): boolean {
    isOnRoute[broker] = 1
    for (let i = intoAt[broker]!; i < intoAt[broker + 1]!; i++) {
      const next = from[into[i]!]!
      if (reach[into[i]!]! < hops || isOnRoute[next] === 1) continue
      if (++steps > ROUTES) return false
      routes[next]! += 1
      if (!count(next, hops + 1)) return false
    }
    isOnRoute[broker] = 0
    return true
  }
}
