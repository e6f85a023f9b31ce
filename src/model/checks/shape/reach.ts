import type { BrokerId } from '../../design/ids.ts'
import type { Bridge } from '../../network/bridges.ts'
import { bitsIn, firstIn, has, missed, spread, transposed } from './reached.ts'

/** Some brokers and the bridges between them, numbered for quick searches. */
export interface Graph {
  readonly brokers: readonly BrokerId[]
  readonly bridges: readonly Bridge[]
  readonly from: Int32Array
  readonly to: Int32Array
  /** Numbers of the bridges that leave each broker, one list after the other; `first[i]` is where broker i's begins. */
  readonly leaving: Int32Array
  readonly first: Int32Array
}

export function graphOf(brokers: readonly BrokerId[], bridges: readonly Bridge[]): Graph {
  const index = new Map(brokers.map((id, i) => [id, i]))
  const inside = bridges.filter((bridge) => index.has(bridge.from) && index.has(bridge.to))
  const from = Int32Array.from(inside, (bridge) => index.get(bridge.from) ?? 0)
  const to = Int32Array.from(inside, (bridge) => index.get(bridge.to) ?? 0)
  const first = new Int32Array(brokers.length + 1)
  for (const at of from) first[at + 1]!++
  for (let i = 0; i < brokers.length; i++) first[i + 1]! += first[i]!
  const next = first.slice()
  const leaving = new Int32Array(inside.length)
  from.forEach((at, bridge) => {
    leaving[next[at]!++] = bridge
  })
  return { brokers, bridges: inside, from, to, leaving, first }
}

/**
 * Hops of a shortest way from one broker to each other over any bridges, -1 where there is none.
 * @param hops - Filled with the answer; as long as the graph has brokers.
 */
export function hopsFrom(graph: Graph, start: number, hops: Int32Array, queue: Int32Array): void {
  hops.fill(-1)
  hops[start] = 0
  queue[0] = start
  let end = 1
  for (let i = 0; i < end; i++) {
    const at = queue[i]!
    const next = hops[at]! + 1
    for (let k = graph.first[at]!; k < graph.first[at + 1]!; k++) {
      const other = graph.to[graph.leaving[k]!]!
      if (hops[other] !== -1) continue
      hops[other] = next
      queue[end++] = other
    }
  }
}

/** The most hops that any broker is away from another one that it has a way to. */
export function longestWay(graph: Graph): number {
  const size = graph.brokers.length
  // Spreading goes as many rounds as the longest way has hops: too many for a long chain, which has a quicker answer.
  if (graph.bridges.length <= 2 * (size - 1) && bothWays(graph)) return longestInForest(graph)
  return spread(graph.from, graph.to, size, () => true).rounds
}

/** In a tree that can be crossed both ways, the broker farthest from any other is one end of a longest way. */
function longestInForest(graph: Graph): number {
  const size = graph.brokers.length
  const seen = new Uint8Array(size)
  let longest = 0
  const farthest = (start: number) => {
    const queue = [start]
    const hops = new Map([[start, 0]])
    for (const at of queue) {
      seen[at] = 1
      for (let k = graph.first[at]!; k < graph.first[at + 1]!; k++) {
        const other = graph.to[graph.leaving[k]!]!
        if (hops.has(other)) continue
        hops.set(other, hops.get(at)! + 1)
        queue.push(other)
      }
    }
    const last = queue.at(-1)!
    return { last, hops: hops.get(last)! }
  }
  for (let start = 0; start < size; start++) {
    if (seen[start] || graph.first[start] === graph.first[start + 1]) continue
    longest = Math.max(longest, farthest(farthest(start).last).hops)
  }
  return longest
}

/** Tells whether all bridges have one that comes back. */
function bothWays({ from, to, brokers }: Graph): boolean {
  const size = brokers.length
  const links = new Set<number>()
  from.forEach((at, bridge) => links.add(at * size + to[bridge]!))
  return from.every((at, bridge) => links.has(to[bridge]! * size + at))
}

/** Pairs that have a way to each other and that no message makes, because a TTL ends it. */
export interface Unreached {
  /** How many ordered pairs. */
  readonly count: number
  /** The first of them, and the hops between. */
  readonly from: BrokerId
  readonly to: BrokerId
  readonly hops: number
  /** The way back does not work either. */
  readonly bothWays: boolean
}

/**
 * The pairs of brokers that bridges connect and that are further apart than TTLs allow. A message needs room in the
 * message TTL of each bridge it crosses, counted from its origin; demand in the consumer TTL, counted from the
 * consumer. Each is asked alone, so a pair found here surely never meets; one that fails both together is not found.
 *
 * @source activemq-client NetworkBridgeFilter:94, activemq-broker DemandForwardingBridgeSupport:975
 */
export function unreached(graph: Graph): Unreached | undefined {
  const size = graph.brokers.length
  const limits = graph.bridges.map(({ settings }) => settings)
  const enough = (ttl: number) => ttl < 0 || ttl >= size - 1
  if (limits.every(({ messageTtl, consumerTtl }) => enough(messageTtl) && enough(consumerTtl)))
    return undefined
  const connected = isOnePiece(graph) ? undefined : spread(graph.from, graph.to, size, () => true)
  const messages = spread(graph.from, graph.to, size, (bridge, hops) => {
    const limit = limits[bridge]!.messageTtl
    return limit < 0 || hops < limit
  })
  const demand = transposed(
    spread(graph.to, graph.from, size, (bridge, hops) => {
      const { consumerTtl, messageTtl, duplex } = limits[bridge]!
      return messageTtl !== 0 && (consumerTtl < 0 || hops < consumerTtl || (hops === 0 && !duplex))
    }),
  )
  const missing = missed(connected, messages, demand)
  let count = 0
  for (const word of missing.bits) count += bitsIn(word)
  if (count === 0) return undefined
  const [to, from] = firstIn(missing)
  const hops = new Int32Array(size)
  hopsFrom(graph, from, hops, new Int32Array(size))
  return {
    count,
    from: graph.brokers[from]!,
    to: graph.brokers[to]!,
    hops: hops[to]!,
    bothWays: has(missing, from, to),
  }
}

/** Tells whether every broker has a way to every other: whether one of them has, there and back. */
function isOnePiece(graph: Graph): boolean {
  const size = graph.brokers.length
  const hops = new Int32Array(size)
  const queue = new Int32Array(size)
  hopsFrom(graph, 0, hops, queue)
  if (hops.includes(-1)) return false
  if (bothWays(graph)) return true
  const back = graphOf(
    graph.brokers,
    graph.bridges.map((bridge) => ({ ...bridge, from: bridge.to, to: bridge.from })),
  )
  hopsFrom(back, 0, hops, queue)
  return !hops.includes(-1)
}
