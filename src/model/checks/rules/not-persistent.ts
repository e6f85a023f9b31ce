import type { Broker } from '../../design/design.ts'
import type { Check } from '../check.ts'
import { brokerNames } from '../../words.ts'
import { some } from '../shared/group.ts'
import { aws } from '../sources.ts'

const check: Check = {
  id: 'not-persistent',
  severity: 'warning',
  title: 'A broker of the network stores nothing.',
  why: 'A message in a network is on one broker at a time. Where that broker keeps no store, the message is lost when it stops, at every hop of the way. Leave persistent on.',
  covers: ['MQ046'],
  sources: [aws('best-practices-activemq')],
  examples: { bad: 'broker a { persistent=false }; a = b', good: 'broker a { persistent=true }; a = b' },
  *find(network) {
    const brokers = some(
      network.design.brokers.filter(
        ({ id, settings }) =>
          settings?.persistent === false && network.bridgesTo(id).length + network.bridgesFrom(id).length > 0,
      ),
    )
    if (!brokers) return
    const [first, ...others] = brokers
    const atPersistent = ({ id }: Broker) => ({ broker: id, setting: 'persistent' }) as const
    const names = brokerNames(
      network,
      brokers.map(({ id }) => id),
    )
    yield {
      at: [atPersistent(first), ...others.map(atPersistent)],
      message:
        others.length === 0
          ? `Messages on ${names} are lost when it stops: it stores nothing.`
          : `Messages on ${names} are lost when those stop: they store nothing.`,
      fix: {
        label: 'Store messages',
        edits: brokers.map(({ id }) => ({
          type: 'set-broker-settings',
          id,
          settings: { persistent: null },
        })),
      },
    }
  },
}
export default check
