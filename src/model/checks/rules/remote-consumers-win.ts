import { matches } from '../../network/wildcards.ts'
import type { Check, Hit, QuickFix } from '../check.ts'
import { consumersOf, demandOf } from '../crossing/demand.ts'
import { unset } from '../fixes/fixes.ts'
import type { Network } from '../../network/network.ts'
import { brokerName, connectorName, subject } from '../../words.ts'
import { code, measured } from '../sources.ts'
import { topologyOf } from '../shape/topology.ts'

const check: Check = {
  id: 'remote-consumers-win',
  severity: 'warning',
  title: 'Consumers on other brokers come before local ones.',
  why: 'A queue serves the consumer of the highest priority first, and local ones have 0. A priority base above 0 puts remote consumers in front; so does a consumer priority above 0 on the far side where the connector does not lower it. Local consumers then get only what the others leave. Unless that is meant, leave the base at 0 and decreaseNetworkConsumerPriority on.',
  covers: ['prio-remote-wins'],
  sources: [
    code('Queue'),
    measured('a positive base, and a consumer priority of 10: remote consumers take everything'),
  ],
  examples: {
    bad: 'a -> b { consumerPriorityBase=5 decreaseNetworkConsumerPriority=true }',
    good: 'a -> b { consumerPriorityBase=-5 decreaseNetworkConsumerPriority=true }',
  },
  *find(network) {
    const topology = topologyOf(network)
    for (const connector of network.design.connectors) {
      const [bridge] = network.bridgesOf(connector.id)
      if (!bridge?.settings.decreaseNetworkConsumerPriority || bridge.settings.consumerPriorityBase <= 0)
        continue
      const fix = {
        label: 'Let local consumers come first',
        edits: [unset(connector.id, 'consumerPriorityBase')],
      }
      yield {
        at: [{ connector: connector.id, setting: 'consumerPriorityBase' }],
        message: `${subject(network, connector)} gives remote consumers priority ${bridge.settings.consumerPriorityBase}, so they come before local ones.`,
        // On a circle another order of consumers is another way for messages.
        ...(topology.componentOf(connector.from)?.isPlain ? { fix } : {}),
      }
    }
    yield* louder(network)
  },
}
export default check

/** Consumers with a priority that a bridge keeps, where the same queue has local consumers with a lower one. */
function* louder(network: Network): Iterable<Hit> {
  const consumers = consumersOf(network, 'queue')
  for (const consumer of consumers) {
    const priority = consumer.priority ?? 0
    if (priority <= 0) continue
    for (const { bridge, depth } of demandOf(network, consumer)) {
      if (depth > 0 || bridge.settings.decreaseNetworkConsumerPriority) continue
      const beaten = consumers.find(
        (local) =>
          local.broker === bridge.from &&
          (local.priority ?? 0) < priority &&
          (matches(local.destination, consumer.destination) ||
            matches(consumer.destination, local.destination)),
      )
      if (!beaten) continue
      const fix: QuickFix = {
        label: 'Let local consumers come first',
        edits: [
          {
            type: 'set-settings',
            id: bridge.connector.id,
            settings: { decreaseNetworkConsumerPriority: true },
          },
        ],
      }
      yield {
        at: [
          { connector: bridge.connector.id, setting: 'decreaseNetworkConsumerPriority' },
          { client: consumer.id },
        ],
        message: `The consumer on ${brokerName(network, consumer.broker)} has priority ${priority}, which ${connectorName(network, bridge.connector)} keeps: it comes before the consumers on ${brokerName(network, bridge.from)}.`,
        ...(topologyOf(network).componentOf(bridge.from)?.isPlain ? { fix } : {}),
      }
    }
  }
}
