import type { Check } from '../check.ts'
import { conduitOff, conduitOffFix } from '../shared/conduit.ts'
import { brokerName, connectorName } from '../../words.ts'
import { code, measured } from '../sources.ts'

const check: Check = {
  id: 'conduit-off-with-durables',
  severity: 'error',
  title: 'Durable subscriptions cross a connector that counts every consumer.',
  why: 'With conduit subscriptions off, two durable subscribers of one subscription name make the bridge break and reconnect for ever, and every topic message crosses once for each consumer. Let topics cross with conduit subscriptions on.',
  covers: ['conduit-off-durables'],
  sources: [
    code('DurableConduitBridge', 65),
    measured('two durable subscriptions of one name: the bridge breaks and reconnects for ever'),
  ],
  examples: {
    bad: 'a -> b { conduitSubscriptions=false }; consumer on b of topic://news { durable }',
    good: 'a -> b; consumer on b of topic://news { durable }',
  },
  *find(network) {
    for (const { connector, consumer } of conduitOff(network, true)) {
      yield {
        at: [{ connector: connector.id, setting: 'conduitSubscriptions' }],
        message: `The durable subscriber on ${brokerName(network, consumer.broker)} can break the bridge of ${connectorName(network, connector)}, which has conduit subscriptions off.`,
        fix: conduitOffFix(network, connector),
      }
    }
  },
}
export default check
