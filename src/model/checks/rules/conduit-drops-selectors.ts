import type { Client, Connector } from '../../design/design.ts'
import { carries } from '../crossing/filters.ts'
import type { Check } from '../check.ts'
import { consumersOf, demandOf } from '../crossing/demand.ts'
import { splitByKind } from '../fixes/fixes.ts'
import { brokerName, connectorName, told } from '../../words.ts'
import { code, measured } from '../sources.ts'

const check: Check = {
  id: 'conduit-drops-selectors',
  severity: 'warning',
  title: 'A consumer with a selector gets messages forwarded that it does not want.',
  why: 'Conduit subscriptions merge all consumers of a queue into one and drop their selectors, so messages that no consumer on the far side accepts cross as well and stay there. Turn conduit subscriptions off for queues: then only what matches crosses.',
  covers: ['conduit-selectors'],
  sources: [
    code('DurableConduitBridge', 152),
    measured('selector for half of the messages: the other half was moved to the far broker and stayed'),
  ],
  examples: {
    bad: `a -> b { excluded=topic://> }; consumer on b of queue://orders { selector="kind = 'eu'" }`,
    good: `a -> b { excluded=topic://> conduitSubscriptions=false }; consumer on b of queue://orders { selector="kind = 'eu'" }`,
  },
  *find(network) {
    const found = new Map<Connector, Client>()
    for (const consumer of consumersOf(network, 'queue')) {
      if (!consumer.selector) continue
      for (const { bridge } of demandOf(network, consumer)) {
        if (bridge.settings.conduitSubscriptions && !found.has(bridge.connector))
          found.set(bridge.connector, consumer)
      }
    }
    for (const [connector, consumer] of found) {
      yield {
        at: [{ connector: connector.id, setting: 'conduitSubscriptions' }, { client: consumer.id }],
        message: `All of ${told(consumer.destination)} crosses ${connectorName(network, connector)}: what the consumer on ${brokerName(network, consumer.broker)} does not select crosses too and stays there.`,
        fix: carries(connector, 'topic')
          ? {
              label: 'Let queues cross on a connector that keeps selectors',
              edits: splitByKind(network, [connector], { queue: { conduitSubscriptions: false }, topic: {} }),
            }
          : {
              label: 'Turn conduit subscriptions off',
              edits: [{ type: 'set-settings', id: connector.id, settings: { conduitSubscriptions: false } }],
            },
      }
    }
  },
}
export default check
