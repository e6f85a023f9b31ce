import { FAR } from '../passage/compile.ts'
import type { Passage } from '../passage/passage.ts'

/**
 * Routes where every bridge suppresses duplicates and lowers priorities from one base: a shorter route replaces a
 * longer one, so each broker ends with a shortest route that demand can take, ties any.
 */
export interface Nearest {
  /** Works out every broker's shortest routes to one consumer. */
  judge(consumer: number): void
  /** By broker: hops of its shortest routes, 0 where demand does not come. */
  readonly hops: Uint16Array
  /** By broker: the fewest hops that stay to be made, over its shortest routes, at their best and at their worst; below 0 the message ends on the way. */
  readonly most: Int32Array
  readonly least: Int32Array
  /** Brokers that demand reaches, nearest first. */
  readonly reached: readonly number[]
  /** Brokers on which messages of a producer end because a shortest route cannot be followed further, with the edge. */
  endsFrom(producer: number): ReadonlyMap<number, number>
  /** A shortest route that can be followed to its end, as brokers. */
  routeFrom(producer: number): readonly number[] | undefined
}

export function createNearest(passage: Passage): Nearest {
  const { size, from, to, room, into, intoAt, out, outAt } = passage
  const reach = passage.reaches[0]!
  const hops = new Uint16Array(size)
  const most = new Int32Array(size)
  const least = new Int32Array(size)
  const reached: number[] = []
  let target = -1
  return { judge, hops, most, least, reached, endsFrom, routeFrom }

  function judge(consumer: number): void {
    for (const broker of reached) hops[broker] = 0
    reached.length = 0
    target = consumer
    most[consumer] = FAR
    least[consumer] = FAR
    if (passage.down[consumer] === 1) return
    look(consumer, 1)
    for (const broker of reached) look(broker, hops[broker]! + 1)
  }

  /** Brokers come in the order of their distance, so all routes of one are known before those behind it. */
  function look(broker: number, made: number): void {
    for (let i = intoAt[broker]!; i < intoAt[broker + 1]!; i++) {
      const edge = into[i]!
      const next = from[edge]!
      if (reach[edge]! < made || next === target) continue
      if (hops[next] === 0) {
        hops[next] = made
        reached.push(next)
        most[next] = -FAR
        least[next] = FAR
      } else if (hops[next] !== made) continue
      most[next] = Math.max(most[next]!, Math.min(most[broker]!, room[edge]!) - 1)
      least[next] = Math.min(least[next]!, Math.min(least[broker]!, room[edge]!) - 1)
    }
  }

  /** The edges with which a broker's shortest routes begin. */
  function firstEdges(broker: number): readonly number[] {
    const left = hops[broker]! - 1
    const edges: number[] = []
    for (let i = outAt[broker]!; i < outAt[broker + 1]!; i++) {
      const there = to[out[i]!]!
      const isNext = left === 0 ? there === target : there !== target && hops[there] === left
      if (isNext && reach[out[i]!]! > left) edges.push(out[i]!)
    }
    return edges
  }

  function endsFrom(producer: number): ReadonlyMap<number, number> {
    const ends = new Map<number, number>()
    let brokers = new Set([producer])
    for (let made = 0; brokers.size > 0; made++) {
      const further = new Set<number>()
      for (const broker of brokers) {
        for (const edge of firstEdges(broker)) {
          if (room[edge]! <= made) ends.set(broker, edge)
          else if (to[edge] !== target) further.add(to[edge]!)
        }
      }
      brokers = further
    }
    return ends
  }

  function routeFrom(producer: number): readonly number[] | undefined {
    const follow = (broker: number, made: number): readonly number[] | undefined => {
      if (broker === target) return [target]
      for (const edge of firstEdges(broker)) {
        const rest = room[edge]! > made ? follow(to[edge]!, made + 1) : undefined
        if (rest) return [broker, ...rest]
      }
      return undefined
    }
    return follow(producer, 0)
  }
}
