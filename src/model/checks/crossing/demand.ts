import type { Client } from '../../design/design.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { Bridge } from '../../network/bridges.ts'
import type { Network } from '../../network/network.ts'
import { refusalOfDemand } from '../../network/permit.ts'
import { oncePer } from '../../oncePer.ts'

/** A bridge that takes a consumer's demand, and how far the demand has come when it does. */
export interface TakenDemand {
  readonly bridge: Bridge
  /** Bridges that the demand has crossed before: 0 beside the consumer's own broker. */
  readonly depth: number
}

/**
 * Every bridge that takes a consumer's demand by its TTLs, its lists and the advisories of its remote broker, nearest
 * first. Other consumers, and which of several announcements comes first, are left aside.
 */
export function demandOf(network: Network, consumer: Client): readonly TakenDemand[] {
  return takenFrom(consumer, network)
}

const takenFrom = oncePer((consumer: Client, network: Network): readonly TakenDemand[] => {
  const taken: TakenDemand[] = []
  const depths = new Map<BrokerId, number>([[consumer.broker, 0]])
  const queue: BrokerId[] = [consumer.broker]
  for (const at of queue) {
    const depth = depths.get(at) ?? 0
    if (network.broker(at)?.settings?.advisorySupport === false) continue
    for (const bridge of network.bridgesTo(at)) {
      const before = depths.get(bridge.from)
      if (before !== undefined && before <= depth) continue
      if (!reaches(bridge, depth) || refusalOfDemand(bridge, consumer.destination)) continue
      taken.push({ bridge, depth })
      if (before === undefined) {
        depths.set(bridge.from, depth + 1)
        queue.push(bridge.from)
      }
    }
  }
  return taken
})

/** @source activemq-broker DemandForwardingBridgeSupport:975; duplex with TTL 0: measured on 5.17.2 */
function reaches({ settings }: Bridge, depth: number): boolean {
  const { consumerTtl, messageTtl, duplex } = settings
  if (messageTtl === 0) return false
  return consumerTtl < 0 || depth < consumerTtl || (depth === 0 && !duplex)
}

/** The consumers of a design, by kind of destination. */
export function consumersOf(network: Network, kind: Client['destination']['kind']): readonly Client[] {
  return network.design.clients.filter(
    ({ role, destination }) => role === 'consumer' && destination.kind === kind,
  )
}
