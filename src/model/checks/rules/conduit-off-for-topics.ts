import { carries } from '../crossing/filters.ts'
import type { Check } from '../check.ts'
import { conduitOff, conduitOffFix } from '../shared/conduit.ts'
import { brokerName, connectorName } from '../say.ts'
import { aws, measured } from '../sources.ts'

const check: Check = {
  id: 'conduit-off-for-topics',
  severity: 'error',
  title: 'Topics cross a connector that counts every consumer.',
  why: 'With conduit subscriptions off each consumer on the far side makes a subscription here, and each subscription carries a copy of every topic message: with three consumers each of them gets every message three times. Keep conduit subscriptions off for queues only, and let topics cross on a connector of their own.',
  covers: ['conduit-off-topics'],
  sources: [measured('3 consumers of a topic: 360 messages for 40 sent'), aws('network-of-brokers')],
  examples: {
    bad: 'a -> b { conduitSubscriptions=false }',
    good: 'a -> b { conduitSubscriptions=false excluded=topic://> }',
  },
  *find(network) {
    const durable = new Set(conduitOff(network, true).map(({ connector }) => connector))
    for (const connector of network.design.connectors) {
      const [bridge] = network.bridgesOf(connector.id)
      if (!bridge || bridge.settings.conduitSubscriptions || bridge.settings.staticBridge) continue
      if (!carries(connector, 'topic') || durable.has(connector)) continue
      yield {
        at: [{ connector: connector.id, setting: 'conduitSubscriptions' }],
        message: `Over ${connectorName(network, connector)}, each of several topic consumers on ${brokerName(network, connector.to)} gets every message several times.`,
        fix: conduitOffFix(network, connector),
      }
    }
  },
}
export default check
