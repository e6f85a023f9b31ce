import { carries } from '../crossing/filters.ts'
import type { Check } from '../check.ts'
import { everyCopy } from '../shared/audit.ts'
import { conduitOff, conduitOffFix } from '../shared/conduit.ts'
import { brokerName, subject } from '../../words.ts'
import { aws, fact } from '../sources.ts'

const check: Check = {
  id: 'conduit-off-for-topics',
  severity: 'warning',
  title: 'Topics cross a connector that counts every consumer.',
  why: 'With conduit subscriptions off each consumer on the far side makes a subscription here, and each subscription carries a copy of every topic message: with three consumers the bridge carries each message three times. A plain subscriber gets one of them while a policy covers the topic, which turns on the audit; else each gets all three. Keep conduit subscriptions off for queues only, and let topics cross on a connector of their own.',
  covers: ['conduit-off-topics'],
  sources: [
    fact('share-conduit-off-topic-copies', '3 consumers of a topic: 120 copies of 40 messages for each'),
    fact('audit-behind-conduit-off', 'with a policy for the topic each gets every message once'),
    aws('network-of-brokers'),
  ],
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
      const { unaudited } = everyCopy(network, [connector.to])
      const far = brokerName(network, connector.to)
      yield {
        at: [{ connector: connector.id, setting: 'conduitSubscriptions' }],
        message: `${subject(network, connector)} carries each topic message as often as ${far} has consumers of it${unaudited.length > 0 ? ', and they get every copy, because a policy there turns the audit off' : ''}.`,
        fix: conduitOffFix(network, connector),
      }
    }
  },
}
export default check
