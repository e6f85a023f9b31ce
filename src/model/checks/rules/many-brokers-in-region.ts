import { AMAZON_LIMITS } from '../../targets/amazon-mq.ts'
import type { Check } from '../check.ts'
import { amazonBrokersByRegion } from '../settings/regionCounts.ts'
import { brokerList } from '../shared/brokerList.ts'
import { clipped, counted } from '../../words.ts'
import { aws } from '../sources.ts'

const LIMIT = AMAZON_LIMITS.brokersPerRegionOld.value
/** Above this it is an error, told of by a check of its own. */
const MOST = AMAZON_LIMITS.brokersPerRegion.value

const check: Check = {
  id: 'many-brokers-in-region',
  severity: 'warning',
  title: 'A Region has more brokers than an account may start with.',
  why: 'AWS’s pages state 200 or 50 brokers in a Region for an account, depending on the page. Look the quota up and have it raised before you build.',
  covers: ['MQ089'],
  sources: [aws('amazon-mq-limits')],
  examples: {
    bad: `target amazon-mq 5.19; region eu-west-1: ${brokerList(LIMIT + 1)}`,
    good: `target amazon-mq 5.19; region eu-west-1: ${brokerList(LIMIT)}`,
  },
  *find(network) {
    for (const { region, count } of amazonBrokersByRegion(network)) {
      if (count <= LIMIT || count > MOST) continue
      yield {
        at: [{ region: region.id }],
        message: `${clipped(region.name)} has ${counted(count, 'broker')} on Amazon MQ; some accounts start with a quota of ${LIMIT}.`,
      }
    }
  },
}
export default check
