import type { Check } from '../check.ts'
import { some } from '../shared/group.ts'
import { brokerNames } from '../../words.ts'
import { aws } from '../sources.ts'

const check: Check = {
  id: 'ldap-bridge-user',
  severity: 'warning',
  title: 'With LDAP the bridge user must exist twice.',
  why: 'On Amazon MQ with LDAP authentication, the user of a connector must be in the directory and be a user of the broker as well: Amazon MQ takes the password from the latter. Make it in both.',
  targets: ['amazon-mq'],
  covers: ['MQ070'],
  sources: [aws('amazon-mq-creating-configuring-network-of-brokers')],
  examples: {
    bad: 'target amazon-mq 5.19; user bridge; broker b { authentication=ldap }; a = b',
    good: 'target amazon-mq 5.19; user bridge; broker b { authentication=simple }; a = b',
  },
  *find(network) {
    const brokers = some(
      network.design.brokers.filter(
        ({ id, amazon }) =>
          amazon?.authentication === 'ldap' &&
          network.targetOf(id) === 'amazon-mq' &&
          (network.bridgesTo(id).length > 0 || network.bridgesFrom(id).length > 0),
      ),
    )
    if (!brokers) return
    const [first, ...others] = brokers
    yield {
      at: [
        { broker: first.id, setting: 'authentication' },
        ...others.map(({ id }) => ({ broker: id, setting: 'authentication' })),
      ],
      message: `${brokerNames(
        network,
        brokers.map(({ id }) => id),
      )} ${brokers.length === 1 ? 'logs' : 'log'} people in with LDAP: the bridge user must be in the directory and a user of the broker.`,
    }
  },
}
export default check
