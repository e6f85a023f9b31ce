import { AMAZON_LIMITS } from '../../targets/amazon-mq.ts'
import type { Check } from '../check.ts'
import { amazonBrokersByRegion } from '../settings/regionCounts.ts'
import { brokerList } from '../shared/brokerList.ts'
import { clipped, counted } from '../../words.ts'
import { aws } from '../sources.ts'

const LIMIT = AMAZON_LIMITS.brokersPerRegion.value

const check: Check = {
  id: 'too-many-brokers-in-region',
  severity: 'error',
  title: 'A Region has more brokers than AWS lets an account make.',
  why: 'The quota is 200 brokers in a Region. AWS raises it on request; until then brokers beyond it are refused. Have it raised before you build, or use another account or Region.',
  covers: ['MQ089'],
  sources: [aws('amazon-mq-limits')],
  examples: {
    bad: `target amazon-mq 5.19; region eu-west-1: ${brokerList(LIMIT + 1)}`,
    good: `target amazon-mq 5.19; region eu-west-1: ${brokerList(LIMIT)}`,
  },
  *find(network) {
    for (const { region, count } of amazonBrokersByRegion(network)) {
      if (count <= LIMIT) continue
      yield {
        at: [{ region: region.id }],
        message: `${clipped(region.name)} has ${counted(count, 'broker')} on Amazon MQ, and the quota is ${LIMIT}.`,
      }
    }
  },
}
export default check
