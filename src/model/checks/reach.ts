import type { BrokerId } from '../design/ids.ts'
import type { Bridge } from '../network/bridges.ts'

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
  const hops = new Int32Array(size)
  const queue = new Int32Array(size)
  let longest = 0
  for (let start = 0; start < size; start++) {
    hopsFrom(graph, start, hops, queue)
    for (const distance of hops) if (distance > longest) longest = distance
  }
  return longest
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
  const messages = spread(graph.from, graph.to, size, (bridge, hops) => {
    const limit = limits[bridge]!.messageTtl
    return limit < 0 || hops < limit
  })
  const demand = spread(graph.to, graph.from, size, (bridge, hops) => {
    const { consumerTtl, messageTtl, duplex } = limits[bridge]!
    return messageTtl !== 0 && (consumerTtl < 0 || hops < consumerTtl || (hops === 0 && !duplex))
  })
  const meets = (from: number, to: number) => has(messages, to, from) && has(demand, from, to)
  const hops = new Int32Array(size)
  const queue = new Int32Array(size)
  let count = 0
  let found: Omit<Unreached, 'count'> | undefined
  for (let from = 0; from < size; from++) {
    hopsFrom(graph, from, hops, queue)
    for (let to = 0; to < size; to++) {
      if (hops[to]! < 1 || meets(from, to)) continue
      count++
      found ??= {
        from: graph.brokers[from]!,
        to: graph.brokers[to]!,
        hops: hops[to]!,
        bothWays: !meets(to, from),
      }
    }
  }
  return found && { ...found, count }
}

/** For each broker, the set of brokers that something started from and that it reached. */
interface Reached {
  readonly words: number
  readonly bits: Uint32Array
}

/**
 * Spreads from all brokers at once, hop by hop, 32 of them in each step of arithmetic.
 * @param crosses - Whether a bridge lets something cross that has made so many hops.
 */
function spread(
  from: Int32Array,
  to: Int32Array,
  size: number,
  crosses: (bridge: number, hops: number) => boolean,
): Reached {
  const words = Math.ceil(size / 32)
  const bits = new Uint32Array(size * words)
  for (let i = 0; i < size; i++) bits[i * words + (i >>> 5)] = 1 << (i & 31)
  let fresh = bits.slice()
  for (let hops = 0; ; hops++) {
    const next = new Uint32Array(size * words)
    let moved = 0
    for (let bridge = 0; bridge < from.length; bridge++) {
      if (!crosses(bridge, hops)) continue
      const a = from[bridge]! * words
      const b = to[bridge]! * words
      for (let w = 0; w < words; w++) {
        const arriving = fresh[a + w]! & ~bits[b + w]!
        if (arriving === 0) continue
        next[b + w]! |= arriving
        moved |= 1
      }
    }
    if (moved === 0) return { words, bits }
    for (let i = 0; i < next.length; i++) bits[i]! |= next[i]!
    fresh = next
  }
}

function has({ words, bits }: Reached, at: number, started: number): boolean {
  return (bits[at * words + (started >>> 5)]! & (1 << (started & 31))) !== 0
}
