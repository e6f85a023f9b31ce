import { AMAZON_LIMITS } from '../../targets/amazon-mq.ts'
import type { Check } from '../check.ts'
import { brokerName, counted } from '../../words.ts'

const LIMIT = AMAZON_LIMITS.connectorsPerBroker.value

const check: Check = {
  id: 'many-connectors-on-amazon',
  severity: 'warning',
  title: 'A broker declares more connectors than a page of AWS allows.',
  why: 'AWS’s page for China lists a quota of 20 network connectors; whether it holds elsewhere is not said. Declare some at their other end, use duplex connectors, or link through a hub.',
  targets: ['amazon-mq'],
  covers: ['MQ043'],
  sources: [
    {
      title: 'AWS China, Quotas in Amazon MQ for ActiveMQ',
      where:
        'https://docs.amazonaws.cn/en_us/amazon-mq/latest/developer-guide/amazon-mq-activemq-limits.html',
      seen: '2026-11-21',
    },
  ],
  examples: {
    bad: `target amazon-mq 5.19; user bridge; ${spokes(LIMIT + 1)}`,
    good: `target amazon-mq 5.19; user bridge; ${spokes(LIMIT)}`,
  },
  *find(network) {
    for (const { id, external } of network.design.brokers) {
      const declared = network.declaredOn(id)
      if (external || declared.length <= LIMIT || network.targetOf(id) !== 'amazon-mq') continue
      yield {
        at: [{ broker: id }],
        message: `${brokerName(network, id)} declares ${counted(declared.length, 'connector')}, and AWS lists a quota of ${LIMIT}.`,
      }
    }
  },
}
export default check

function spokes(count: number): string {
  return Array.from({ length: count }, (_, i) => `hub -> s${i + 1}`).join('; ')
}
