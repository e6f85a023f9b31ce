import type { Check } from '../check.ts'
import { brokerName, clipped, subject } from '../../words.ts'
import { aws } from '../sources.ts'

const check: Check = {
  id: 'link-crosses-vpcs',
  severity: 'note',
  title: 'A link leads into another VPC.',
  why: 'Brokers that are not public reach each other within one VPC or over peered ones. The design does not say whether the two are peered: peer them, with ranges that do not overlap, routes both ways and DNS resolution on for both sides, and let port 61617 in from the connecting broker.',
  targets: ['amazon-mq'],
  covers: ['MQ060', 'MQ062'],
  sources: [aws('network-of-brokers'), aws('amazon-mq-creating-configuring-network-of-brokers')],
  examples: {
    bad: 'target amazon-mq 5.19; user bridge; broker a { vpc=vpc-1 }; region eu-west-1: b; broker b { vpc=vpc-2 id=b-1234 }; a -> b { conduitSubscriptions=true decreaseNetworkConsumerPriority=true }',
    good: 'target amazon-mq 5.19; user bridge; broker a { vpc=vpc-1 }; broker b { vpc=vpc-1 id=b-1234 }; a -> b { conduitSubscriptions=true decreaseNetworkConsumerPriority=true }',
  },
  *find(network) {
    for (const { connector, from, to, reverse } of network.bridges) {
      if (reverse) continue
      const here = network.broker(from)?.amazon?.vpc
      const far = network.broker(to)
      const there = far?.amazon?.vpc
      if (
        !here ||
        !there ||
        here === there ||
        far.amazon?.publiclyAccessible ||
        network.targetOf(to) !== 'amazon-mq'
      )
        continue
      yield {
        at: [{ connector: connector.id }, { broker: to, setting: 'vpc' }],
        message: `${subject(network, connector)} leads from ${clipped(here)} into ${clipped(there)}, where ${brokerName(network, to)} is not public: the two must be peered.`,
      }
    }
  },
}
export default check
