import type { Check } from '../check.ts'
import { some } from '../shared/group.ts'
import { brokerNames } from '../../words.ts'
import { APACHE_GUIDE, aws } from '../sources.ts'

const check: Check = {
  id: 'bridge-user-needs-advisory-rights',
  severity: 'note',
  title: 'An authorization map must let the bridge user in.',
  why: 'Where an authorization map is in force, the group of the bridge user needs read, write and admin on topic ActiveMQ.Advisory.>, read on what it fetches and write and admin on what it brings; with duplex all of them on both brokers. On Amazon MQ keep the group activemq-webconsole in the map too, or its console fails.',
  covers: ['auth-advisory-rights', 'MQ069'],
  sources: [APACHE_GUIDE, aws('best-practices-activemq')],
  examples: { bad: 'broker b { authorization=true }; a -> b', good: 'a -> b' },
  *find(network) {
    const brokers = some(
      network.design.brokers.filter(
        ({ id, settings }) =>
          settings?.authorization && (network.bridgesTo(id).length > 0 || network.bridgesFrom(id).length > 0),
      ),
    )
    if (!brokers) return
    const [first, ...others] = brokers
    yield {
      at: [
        { broker: first.id, setting: 'authorization' },
        ...others.map(({ id }) => ({ broker: id, setting: 'authorization' })),
      ],
      message: `The authorization map of ${brokerNames(
        network,
        brokers.map(({ id }) => id),
      )} must allow the bridge user its advisory topics and everything that crosses.`,
    }
  },
}
export default check
