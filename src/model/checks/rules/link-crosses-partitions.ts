import { isRegionCode, partitionOf } from '../../targets/amazon-mq-regions.ts'
import type { Check } from '../check.ts'
import { brokerName, clipped, subject } from '../../words.ts'

const check: Check = {
  id: 'link-crosses-partitions',
  severity: 'error',
  title: 'A link leads into another partition of AWS.',
  why: 'China, GovCloud and the European Sovereign Cloud are partitions of their own, and no VPC peering leads from one to another. The broker that is connected to must be public there, with its port opened to the other’s address.',
  targets: ['amazon-mq'],
  covers: ['MQ066'],
  sources: [
    {
      title: 'AWS endpoints by partition',
      where: 'botocore 1.43.107 endpoints.json',
      seen: '2026-10-01',
    },
  ],
  examples: {
    bad: 'target amazon-mq 5.19; user bridge; region eu-west-1: a; region cn-north-1: b; a -> b',
    good: 'target amazon-mq 5.19; user bridge; region eu-west-1: a; region cn-north-1: b; broker b { publiclyAccessible=true }; a -> b',
  },
  *find(network) {
    for (const { connector, from, to, reverse } of network.bridges) {
      if (reverse || network.targetOf(to) !== 'amazon-mq') continue
      const far = network.broker(to)
      const here = network.region(network.broker(from)?.region)?.name.trim() ?? ''
      const there = network.region(far?.region)?.name.trim() ?? ''
      if (
        here === there ||
        !isRegionCode(here) ||
        !isRegionCode(there) ||
        partitionOf(here) === partitionOf(there)
      )
        continue
      if (far?.amazon?.publiclyAccessible) continue
      yield {
        at: [{ connector: connector.id }, { broker: to, setting: 'publiclyAccessible' }],
        message: `${subject(network, connector)} leads from ${clipped(here)} to ${clipped(there)}, another partition of AWS, where ${brokerName(network, to)} is not public.`,
      }
    }
  },
}
export default check
