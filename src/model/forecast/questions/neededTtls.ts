import type { Design } from '../../design/design.ts'
import type { Destination } from '../../design/destination.ts'
import type { Network } from '../../network/network.ts'
import { networkOf } from '../../network/network.ts'
import { compile } from '../passage/compile.ts'
import type { Off } from '../flow.ts'
import { passageOf } from '../passage/passage.ts'
import { cellOf, forecastTable, type ReachTable } from './table.ts'

/** What one network TTL on every connector would do. */
export interface TriedTtl {
  /** hops; -1 is no limit */
  readonly ttl: number
  /** Connected pairs by verdict. */
  readonly always: number
  readonly sometimes: number
  readonly never: number
}

/** How many hops a network needs. */
export interface NeededTtls {
  /** Ordered pairs of brokers that bridges connect for the destination, whatever the TTLs. */
  readonly connected: number
  /** Hops of the longest shortest route among them; 0 where no pair is connected. */
  readonly longest: number
  /** The smallest network TTL on every connector with which all connected pairs are `always`; absent where none does. */
  readonly uniform?: number
  /** What was tried, smallest first. */
  readonly tried: readonly TriedTtl[]
}

/** With more brokers than this only the TTL of the longest route is tried, since each is forecast anew. */
const BROKERS = 150

/**
 * Finds out which network TTL all pairs of a destination need: the longest shortest route, and the smallest TTL for all
 * connectors that makes every connected pair `always`, each tried by forecasting again.
 */
export function neededTtls(
  network: Network,
  { destination, off = [] }: { readonly destination: Destination; readonly off?: readonly Off[] },
): NeededTtls {
  const { connected, longest } = shortestRoutes(network, destination, off)
  const size = network.design.brokers.length
  const tried: TriedTtl[] = []
  const first = size > BROKERS ? longest : 1
  for (let ttl = Math.max(1, first); ttl <= longest; ttl++) {
    tried.push(tryTtl(network.design, ttl, destination, off, connected))
    if (tried.at(-1)!.always === connected) return { connected, longest, uniform: ttl, tried }
  }
  return { connected, longest, tried }
}

/** The design with one network TTL on every connector. Message and consumer TTL beside it would be overridden: they go. */
export function withTtl(design: Design, ttl: number): Design {
  const connectors = design.connectors.map((connector) => {
    const { messageTtl: _message, consumerTtl: _consumer, ...settings } = connector.settings
    return { ...connector, settings: { ...settings, networkTtl: ttl } }
  })
  return { ...design, connectors }
}

function tryTtl(
  design: Design,
  ttl: number,
  destination: Destination,
  off: readonly Off[],
  connected: number,
): TriedTtl {
  const counts = countVerdicts(forecastTable(networkOf(withTtl(design, ttl)), { destination, off }))
  return { ttl, ...counts, never: connected - counts.always - counts.sometimes }
}

/** How many pairs of a table there are of each verdict that lets messages arrive. */
export function countVerdicts(table: ReachTable): { readonly always: number; readonly sometimes: number } {
  const size = table.brokers.length
  let always = 0
  let sometimes = 0
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const { verdict } = cellOf(table, row, column)
      if (verdict === 'always') always += 1
      if (verdict === 'sometimes') sometimes += 1
    }
  }
  return { always, sometimes }
}

/** Over bridges that would take demand if their TTLs let them. */
function shortestRoutes(
  network: Network,
  destination: Destination,
  off: readonly Off[],
): { readonly connected: number; readonly longest: number } {
  const free = networkOf(withTtl(network.design, -1))
  const compiled = compile(free)
  const { size, from, into, intoAt, down } = passageOf(compiled, destination, { off })
  let connected = 0
  let longest = 0
  const level = new Int32Array(size)
  for (let consumer = 0; consumer < size; consumer++) {
    if (compiled.asked[consumer] === 0 || down[consumer] === 1) continue
    level.fill(-1)
    level[consumer] = 0
    const order = [consumer]
    for (const broker of order) {
      for (let i = intoAt[broker]!; i < intoAt[broker + 1]!; i++) {
        const there = from[into[i]!]!
        if (level[there]! >= 0) continue
        level[there] = level[broker]! + 1
        order.push(there)
        if (compiled.asked[there] === 0) continue
        connected += 1
        longest = Math.max(longest, level[there] ?? 0)
      }
    }
  }
  return { connected, longest }
}
