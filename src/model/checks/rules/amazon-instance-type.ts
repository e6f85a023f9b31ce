import { AMAZON_INSTANCE_TYPES, AMAZON_OTHER_FAMILIES } from '../../targets/amazon-mq.ts'
import type { Check } from '../check.ts'
import { brokerName, clipped } from '../../words.ts'
import { aws } from '../sources.ts'

const check: Check = {
  id: 'amazon-instance-type',
  severity: 'error',
  title: 'No new ActiveMQ broker can have this instance type.',
  why: 'ActiveMQ on Amazon MQ runs on mq.m5 types, and on mq.t3.micro for evaluation. Older types are no longer offered, and others are for RabbitMQ. Choose an mq.m5 type, or mq.t3.micro to try things out.',
  targets: ['amazon-mq'],
  covers: ['MQ083'],
  sources: [aws('broker-instance-types')],
  examples: {
    bad: 'target amazon-mq 5.19; user bridge; broker a { instanceType=mq.m4.large }; a = b',
    good: 'target amazon-mq 5.19; user bridge; broker a { instanceType=mq.m5.large }; a = b',
  },
  *find(network) {
    for (const { id, amazon, external } of network.design.brokers) {
      const type = amazon?.instanceType
      if (
        !type ||
        external ||
        network.targetOf(id) !== 'amazon-mq' ||
        AMAZON_INSTANCE_TYPES.some(({ name }) => name === type)
      )
        continue
      const family = AMAZON_OTHER_FAMILIES.find(({ prefix }) => type.startsWith(prefix))
      yield {
        at: [{ broker: id, setting: 'instanceType' }],
        message: `${brokerName(network, id)} has the instance type ${clipped(type)}, which Amazon MQ does not offer for new ActiveMQ brokers.${family ? ` ${type.slice(0, family.prefix.length - 1)}: ${family.note.charAt(0).toLowerCase()}${family.note.slice(1)}` : ''}`,
        fix: {
          label: 'Use mq.m5.large',
          edits: [{ type: 'set-amazon', id, fields: { instanceType: 'mq.m5.large' } }],
        },
      }
    }
  },
}
export default check
