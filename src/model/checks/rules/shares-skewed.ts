import type { Client, Connector } from '../../design/design.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { Bridge } from '../../network/bridges.ts'
import type { Network } from '../../network/network.ts'
import type { Check } from '../check.ts'
import { consumersOf, demandOf } from '../crossing/demand.ts'
import { carries } from '../crossing/filters.ts'
import { splitByKind } from '../fixes/fixes.ts'
import { groupBy } from '../shared/group.ts'
import { brokerName, counted, told } from '../../words.ts'
import { fact } from '../sources.ts'

const check: Check = {
  id: 'shares-skewed',
  severity: 'warning',
  title: 'Several consumers on one broker share what one gets on another.',
  why: 'Conduit subscriptions count all consumers behind a link as one, so three consumers on the far side get together what a single one elsewhere gets. Where each is to get its share, turn conduit subscriptions off for queues; topics then need a connector of their own.',
  covers: [],
  sources: [
    fact('share-conduit-counts-brokers', 'three consumers on one broker and one on another: 20 and 20'),
    fact(
      'share-without-conduit-counts-consumers',
      'the same without conduit subscriptions: 10 for each consumer',
    ),
  ],
  examples: {
    bad: 'a -> b { excluded=topic://> }; a -> c { excluded=topic://> }; consumer on b of queue://orders { count=3 }; consumer on c of queue://orders',
    good: 'a -> b { excluded=topic://> conduitSubscriptions=false }; a -> c { excluded=topic://> conduitSubscriptions=false }; consumer on b of queue://orders { count=3 }; consumer on c of queue://orders',
  },
  *find(network) {
    const seen = new Set<Connector>()
    for (const [, consumers] of groupBy(
      consumersOf(network, 'queue'),
      ({ destination }) => destination.name,
    )) {
      if (new Set(consumers.map(({ broker }) => broker)).size < 2) continue
      for (const [from, takers] of takersBySender(network, consumers)) {
        const merged = takers.filter(
          ({ count, bridge }) => count > 1 && bridge?.settings.conduitSubscriptions,
        )
        for (const { bridge, count } of merged) {
          if (!bridge || seen.has(bridge.connector)) continue
          const equal = takers.find(
            (other) => other.bridge !== bridge && other.priority === priorityOf(bridge),
          )
          if (!equal) continue
          seen.add(bridge.connector)
          yield {
            at: [{ connector: bridge.connector.id, setting: 'conduitSubscriptions' }],
            message: `${counted(count, 'consumer')} of ${told(consumers[0].destination)} on ${brokerName(network, bridge.to)} count as one for ${brokerName(network, from)}, and get together what the ${equal.bridge ? `consumers on ${brokerName(network, equal.bridge.to)} get` : 'local one gets'}.`,
            fix: fixOf(network, bridge.connector),
          }
        }
      }
    }
  },
}
export default check

/** Who takes a queue's messages on one broker: a local consumer, or all behind a bridge. */
interface Taker {
  readonly bridge?: Bridge
  readonly priority: number
  count: number
}

function takersBySender(
  network: Network,
  consumers: readonly Client[],
): ReadonlyMap<BrokerId, readonly Taker[]> {
  const senders = new Map<BrokerId, Taker[]>()
  for (const consumer of consumers) {
    for (const { bridge, depth } of demandOf(network, consumer)) {
      if (depth > 0) continue
      const takers = senders.get(bridge.from) ?? []
      const known = takers.find((taker) => taker.bridge === bridge)
      if (known) known.count += consumer.count ?? 1
      else takers.push({ bridge, priority: priorityOf(bridge), count: consumer.count ?? 1 })
      senders.set(bridge.from, takers)
    }
  }
  for (const consumer of consumers) {
    senders.get(consumer.broker)?.push({ priority: consumer.priority ?? 0, count: consumer.count ?? 1 })
  }
  return senders
}

/** @source activemq-broker DemandForwardingBridgeSupport:1701 */
function priorityOf({ settings }: Bridge): number {
  return settings.decreaseNetworkConsumerPriority ? settings.consumerPriorityBase : 0
}

function fixOf(network: Network, connector: Connector) {
  const off = { conduitSubscriptions: false } as const
  return carries(connector, 'topic')
    ? {
        label: 'Count every consumer, on a connector for queues',
        edits: splitByKind(network, [connector], { queue: off, topic: {} }),
      }
    : {
        label: 'Count every consumer',
        edits: [{ type: 'set-settings' as const, id: connector.id, settings: off }],
      }
}
