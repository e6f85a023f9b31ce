import { AMAZON_NAMES } from '../../targets/amazon-mq.ts'
import type { Check } from '../check.ts'
import { freeBrokerName, plainName } from '../settings/names.ts'
import { clipped } from '../../words.ts'
import { AWS_ANSWERS, AWS_API } from '../sources.ts'

const check: Check = {
  id: 'amazon-broker-name',
  severity: 'error',
  title: 'Amazon MQ does not take a broker name like this.',
  why: 'A broker name on Amazon MQ has 1 to 50 letters, digits, hyphens or underscores; the service refuses any other. Rename the broker, with nothing personal in the name: it is seen in metrics.',
  targets: ['amazon-mq'],
  covers: ['MQ080'],
  sources: [AWS_API, AWS_ANSWERS],
  examples: {
    bad: 'target amazon-mq 5.19; user bridge; orders.eu = b',
    good: 'target amazon-mq 5.19; user bridge; orders-eu = b',
  },
  *find(network) {
    for (const broker of network.design.brokers) {
      if (
        broker.external ||
        network.targetOf(broker.id) !== 'amazon-mq' ||
        AMAZON_NAMES.broker.pattern.test(broker.name)
      )
        continue
      const wish = freeBrokerName(network, broker, plainName(broker.name))
      yield {
        at: [{ broker: broker.id, setting: 'name' }],
        message: `Amazon MQ does not take the name ${clipped(broker.name) || '""'}: it must be ${AMAZON_NAMES.broker.words}.`,
        fix: {
          label: `Rename it to ${wish}`,
          edits: [{ type: 'set-broker', id: broker.id, fields: { name: wish } }],
        },
      }
    }
  },
}
export default check
