import { AMAZON_LIMITS, AMAZON_NAMES } from '../../targets/amazon-mq.ts'
import type { Check } from '../check.ts'
import { AWS_API, aws } from '../sources.ts'
import { brokerName, spelled, connectorNames, counted } from '../../words.ts'
import { groupBy } from '../shared/group.ts'
import { bridgeUserOf } from '../../design/design.ts'

const ALLOWED = AMAZON_NAMES.user.pattern
const MOST_USERS = AMAZON_LIMITS.users.value

const check: Check = {
  id: 'amazon-user-name',
  severity: 'error',
  title: 'Amazon MQ does not take a user name like this.',
  why: 'A user name on Amazon MQ has 2 to 100 letters, digits, dots, hyphens, underscores or tildes, and a broker has at most 250 users. Rename the user, or take some out.',
  targets: ['amazon-mq'],
  covers: ['MQ068'],
  sources: [AWS_API, aws('amazon-mq-limits')],
  examples: {
    bad: 'target amazon-mq 5.19; user bridge@corp; a = b',
    good: 'target amazon-mq 5.19; user bridge.corp; a = b',
  },
  *find(network) {
    const onAmazon = network.design.connectors.filter(({ from }) => network.targetOf(from) === 'amazon-mq')
    const byUser = groupBy(onAmazon, (connector) => bridgeUserOf(network.design, connector) ?? '')
    for (const [user, connectors] of byUser) {
      if (user === '' || ALLOWED.test(user)) continue
      const [first, ...others] = connectors
      yield {
        at: [
          { connector: first.id, setting: 'userName' },
          ...others.map(({ id }) => ({ connector: id, setting: 'userName' })),
        ],
        message: `Amazon MQ has no user named ${spelled(user)}, with which ${connectorNames(network, connectors)} ${connectors.length === 1 ? 'logs' : 'log'} in: it must be ${AMAZON_NAMES.user.words}.`,
      }
    }
    for (const { id, settings } of network.design.brokers) {
      const users = settings?.users ?? []
      if (users.length <= MOST_USERS) continue
      yield {
        at: [{ broker: id, setting: 'users' }],
        message: `${brokerName(network, id)} lists ${counted(users.length, 'user')}, and Amazon MQ takes ${MOST_USERS}.`,
      }
    }
  },
}
export default check
