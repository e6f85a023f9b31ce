import { amazonRegion } from '../../targets/amazon-mq-regions.ts'
import type { Check } from '../check.ts'
import { clipped } from '../../words.ts'

const check: Check = {
  id: 'region-without-m5',
  severity: 'warning',
  title: 'This Region does not offer the usual instance types.',
  why: 'Prices list no mq.m5 there, and whether ActiveMQ runs on what is offered instead is not documented. Ask aws mq describe-broker-instance-options before you count on it.',
  covers: ['MQ088'],
  sources: [
    {
      title: 'AWS CloudFormation Linter, instance types by Region',
      where: 'aws-cloudformation/cfn-lint@217397c aws_amazonmq_broker/instancetype_enum.json',
      seen: '2026-08-19',
    },
  ],
  examples: {
    bad: 'target amazon-mq 5.19; user bridge; region ap-east-2: a, b; a = b',
    good: 'target amazon-mq 5.19; user bridge; region ap-east-1: a, b; a = b',
  },
  *find(network) {
    for (const region of network.design.regions) {
      const row = amazonRegion(region.name.trim())
      if (row?.partition !== 'aws' || !row.note) continue
      if (
        !network.design.brokers.some(
          (broker) => broker.region === region.id && network.targetOf(broker.id) === 'amazon-mq',
        )
      )
        continue
      yield { at: [{ region: region.id }], message: `${clipped(row.code)}, ${row.place}: ${row.note}` }
    }
  },
}
export default check
