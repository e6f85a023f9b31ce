import { isPair } from '../../design/design.ts'
import { AMAZON_INSTANCE_TYPES, AMAZON_STORAGE } from '../../targets/amazon-mq.ts'
import type { Check } from '../check.ts'
import { brokerName, clipped } from '../../words.ts'
import { aws } from '../sources.ts'

const check: Check = {
  id: 'ebs-storage',
  severity: 'error',
  title: 'EBS storage does not fit this broker.',
  why: 'EBS is one disk in one zone: it is offered for single-instance brokers on mq.m5 types only. A pair shares its store over EFS. Use EFS, or a single-instance broker on mq.m5.',
  targets: ['amazon-mq'],
  covers: ['MQ085'],
  sources: [aws('broker-instance-types')],
  examples: {
    bad: 'target amazon-mq 5.19; user bridge; pair a { storage=ebs }; a = b',
    good: 'target amazon-mq 5.19; user bridge; broker a { storage=ebs }; a = b',
  },
  *find(network) {
    for (const broker of network.design.brokers) {
      const { id, amazon } = broker
      const rule = AMAZON_STORAGE.find(({ storage }) => storage === amazon?.storage)
      if (!rule || broker.external || network.targetOf(id) !== 'amazon-mq') continue
      const mode = isPair(broker) ? 'pair' : 'single'
      const type = AMAZON_INSTANCE_TYPES.find(({ name }) => name === amazon?.instanceType)
      const wrongMode = !rule.modes.includes(mode)
      if (!wrongMode && (!type || rule.families.includes(type.family))) continue
      yield {
        at: [{ broker: id, setting: 'storage' }],
        message: wrongMode
          ? `${brokerName(network, id)} is a pair, and its two instances cannot share an EBS disk.`
          : `${brokerName(network, id)} cannot have EBS storage on ${clipped(type?.name ?? '')}.`,
        fix: { label: 'Use EFS', edits: [{ type: 'set-amazon', id, fields: { storage: 'efs' } }] },
      }
    }
  },
}
export default check
