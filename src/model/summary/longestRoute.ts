import type { BrokerId } from '../design/ids.ts'
import type { Network } from '../network/network.ts'
import { distancesFrom, type Graph } from './graph.ts'

export interface LongestRoute {
  readonly hops: number
  /** Both ends included. */
  readonly route: readonly BrokerId[]
  /** The TTL, for messages and for demand, that is enough on every connector of the way. */
  readonly neededTtl: number
  /** The lowest TTL on the way, of the best bridge where several lead the same hop; -1 is no limit. */
  readonly lowestTtl: number
  /** Whether the TTLs on the way let demand and messages through all of it, filters left aside. */
  readonly suffices: boolean
}

/** The two brokers that are furthest apart by the shortest way; `undefined` where no bridge leads anywhere. */
export function longestRouteOf(network: Network, graph: Graph): LongestRoute | undefined {
  let best = { hops: 0, from: -1, to: -1 }
  for (let from = 0; from < graph.nodes.length; from++) {
    const { hops } = distancesFrom(graph, from)
    for (let to = 0; to < hops.length; to++) {
      const distance = hops[to] ?? -1
      if (distance > best.hops) best = { hops: distance, from, to }
    }
  }
  if (best.hops === 0) return undefined
  const { before } = distancesFrom(graph, best.from)
  const route: BrokerId[] = []
  for (let at = best.to; at !== -1; at = before[at] ?? -1) route.unshift(...graph.nodes.slice(at, at + 1))
  return { hops: best.hops, route, neededTtl: best.hops, ...ttlsOn(network, route) }
}

/**
 * TTLs on a route by the closed form for one consumer at its end: the bridge of hop i, counted from 0, must take messages
 * that have left i brokers, and demand that has as many hops behind it as lie after the bridge.
 */
function ttlsOn(network: Network, route: readonly BrokerId[]): Pick<LongestRoute, 'lowestTtl' | 'suffices'> {
  const hops = route.length - 1
  let lowest = Infinity
  let suffices = true
  for (let hop = 0; hop < hops; hop++) {
    const bridges = network
      .bridgesFrom(route[hop] ?? 'b0')
      .filter(({ to }) => to === route[hop + 1])
      .map(({ settings }) => ({
        message: unlimited(settings.messageTtl),
        consumer: unlimited(settings.consumerTtl),
      }))
    lowest = Math.min(
      lowest,
      Math.max(...bridges.map(({ message, consumer }) => Math.min(message, consumer))),
    )
    suffices &&= bridges.some(
      ({ message, consumer }) => message > hop && consumer >= (hop === hops - 1 ? 0 : hops - hop),
    )
  }
  return { lowestTtl: lowest === Infinity ? -1 : lowest, suffices }
}

function unlimited(ttl: number): number {
  return ttl < 0 ? Infinity : ttl
}
