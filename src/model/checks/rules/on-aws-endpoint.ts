import { addressFix } from '../fixes/addressFixes.ts'
import { addressOf } from '../settings/addresses.ts'
import type { Check } from '../check.ts'
import { clipped, subject } from '../../words.ts'
import { aws } from '../sources.ts'

const check: Check = {
  id: 'on-aws-endpoint',
  severity: 'error',
  title: 'An address ends in on.aws, which ActiveMQ brokers do not have.',
  why: 'Only RabbitMQ brokers on Amazon MQ have endpoints under on.aws. Those of ActiveMQ end in amazonaws.com: correct the ending, or lead the connector to an ActiveMQ broker.',
  covers: ['MQ029'],
  sources: [aws('connect-to-amazonmq')],
  examples: {
    bad: 'target amazon-mq; user bridge; a = b { uri=static:(ssl://b-1234-1.mq.eu-west-1.on.aws:61617) }',
    good: 'target amazon-mq; user bridge; a = b { uri=static:(ssl://b-1234-1.mq.eu-west-1.amazonaws.com:61617) }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const address = addressOf(connector)
      const part = address?.parts.find(({ host }) => host.endsWith('.on.aws'))
      if (!address || !part) continue
      yield {
        at: [{ connector: connector.id, setting: 'uri' }],
        message: `${subject(network, connector)} leads to ${clipped(part.host)}, where no ActiveMQ broker is.`,
        ...addressFix(network, connector, {
          label: 'Use amazonaws.com',
          text: address.text.replace(/\.on\.aws(?=[:/,?)]|$)/gi, '.amazonaws.com'),
        }),
      }
    }
  },
}
export default check
