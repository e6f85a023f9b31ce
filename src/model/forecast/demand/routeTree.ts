import type { Passage } from '../passage/passage.ts'

/** From where demand spreads, and by which bridges. */
export interface RouteStart {
  readonly broker: number
  /** Hops that it has made there already. */
  readonly hops: number
  /** A broker that it cannot go over; -1 for none. */
  readonly blocked: number
  /** By edge: see `Passage.reaches`. */
  readonly reach: Int32Array
  /** By edge: 1 where the first hop cannot be over it. */
  readonly absorbed: Uint8Array
}

/** Shortest routes of demand from one broker, and what becomes of them around any other. */
export interface RouteTree {
  grow(start: RouteStart): void
  /** Brokers that demand gets to, nearest first. */
  readonly order: readonly number[]
  /** By broker: hops of its shortest route, -1 where there is none. */
  readonly level: Int32Array
  /** Looks for ways around a broker for those whose shortest route leads over it. */
  avoid(broker: number): void
  /** Hops of a shortest route that does not lead over the broker avoided last, -1 where there is none. */
  levelAround(broker: number): number
  /** Brokers and edges looked at while avoiding, since the tree was grown. */
  readonly effort: number
}

const UNKNOWN = 0x7fffffff

export function createRouteTree(passage: Passage): RouteTree {
  const { size, from, to, into, intoAt, out, outAt } = passage
  const order: number[] = []
  const level = new Int32Array(size).fill(-1)
  const parent = new Int32Array(size)
  const firstChild = new Int32Array(size)
  const sibling = new Int32Array(size)
  /** By broker: hops around the broker that is avoided, where `behind` says that it stands behind it. */
  const around = new Int32Array(size)
  const behind = new Int32Array(size).fill(-1)
  let start: RouteStart
  let avoided = -1
  const tree = { grow, order, level, avoid, levelAround, effort: 0 }
  return tree

  function grow(given: RouteStart): void {
    start = given
    for (const broker of order) level[broker] = -1
    behind.fill(-1)
    order.length = 0
    tree.effort = 0
    join(start.broker, -1, start.hops)
    for (const broker of order) {
      const hops = level[broker]! + 1
      for (let i = intoAt[broker]!; i < intoAt[broker + 1]!; i++) {
        const next = from[into[i]!]!
        if (level[next]! < 0 && next !== start.blocked && crosses(into[i]!, hops)) join(next, broker, hops)
      }
    }
  }

  function join(broker: number, before: number, hops: number): void {
    order.push(broker)
    level[broker] = hops
    parent[broker] = before
    firstChild[broker] = -1
    if (before < 0) return
    sibling[broker] = firstChild[before]!
    firstChild[before] = broker
  }

  function crosses(edge: number, hops: number): boolean {
    return start.reach[edge]! >= hops && !(hops === 1 && start.absorbed[edge] === 1)
  }

  /** Only brokers behind it are looked at: the others have their shortest route without it. */
  function avoid(broker: number): void {
    avoided = broker
    if (firstChild[broker]! < 0) return
    const cut = [...childrenOf(broker)]
    for (const own of cut) {
      behind[own] = broker
      around[own] = UNKNOWN
      cut.push(...childrenOf(own))
    }
    tree.effort += cut.length
    /** Brokers by the hops of a way that was found to them; a shorter one may be found later. */
    const found: number[][] = []
    for (const own of cut) {
      for (let i = outAt[own]!; i < outAt[own + 1]!; i++) {
        const there = to[out[i]!]!
        if (there !== broker && behind[there] !== broker && level[there]! >= 0)
          offer(own, out[i]!, level[there]! + 1, found)
      }
    }
    for (let hops = 0; hops < found.length; hops++) {
      for (const own of found[hops] ?? []) {
        if (around[own] !== hops) continue
        for (let i = intoAt[own]!; i < intoAt[own + 1]!; i++) {
          const next = from[into[i]!]!
          if (behind[next] === broker) offer(next, into[i]!, hops + 1, found)
        }
      }
    }
  }

  function offer(broker: number, edge: number, hops: number, found: number[][]): void {
    tree.effort += 1
    if (hops >= around[broker]! || !crosses(edge, hops)) return
    around[broker] = hops
    ;(found[hops] ??= []).push(broker)
  }

  function* childrenOf(broker: number): Iterable<number> {
    for (let child = firstChild[broker]!; child >= 0; child = sibling[child]!) yield child
  }

  function levelAround(broker: number): number {
    if (broker === avoided) return -1
    if (behind[broker] !== avoided) return level[broker]!
    return around[broker] === UNKNOWN ? -1 : around[broker]!
  }
}
