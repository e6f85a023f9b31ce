import type { Check } from '../check.ts'
import { groupBy } from '../shared/group.ts'
import { freeBrokerName, runningName } from '../settings/names.ts'
import { spelled } from '../say.ts'
import { code, measured } from '../sources.ts'

const check: Check = {
  id: 'duplicate-broker-name',
  severity: 'error',
  title: 'Two brokers have the same name.',
  why: 'Connections between brokers are named after both ends. Where two brokers of one name meet the same neighbour, one of them is refused for ever, and durable subscriptions are mixed up. Characters outside letters, digits, dot, hyphen, colon and underscore count as underscores. Give each broker a name of its own.',
  covers: ['broker-name-duplicate', 'MQ080'],
  sources: [
    code('BrokerService', 1070),
    measured('two brokers of one name toward one hub: the second is refused for ever'),
  ],
  examples: {
    bad: 'hub = a { networkTTL=2 }; hub = twin { networkTTL=2 }; broker twin { name=a }',
    good: 'hub = a { networkTTL=2 }; hub = b { networkTTL=2 }',
  },
  *find(network) {
    const { brokers } = network.design
    const groups = groupBy(brokers, ({ name }) => runningName(name))
    if (groups.size === brokers.length) return
    const taken: string[] = []
    for (const [name, [first, ...others]] of groups) {
      if (others.length === 0 || name === '') continue
      yield {
        at: [
          { broker: first.id, setting: 'name' },
          ...others.map(({ id }) => ({ broker: id, setting: 'name' })),
        ],
        message: `${others.length === 1 ? 'Two' : String(others.length + 1)} brokers run under the name ${spelled(name)}: where they meet a common neighbour, only one of them gets through.`,
        fix: {
          label: others.length === 1 ? 'Rename the second' : 'Rename all but the first',
          edits: others.map((broker) => {
            const wish = freeBrokerName(network, broker, name, taken)
            taken.push(wish)
            return { type: 'set-broker', id: broker.id, fields: { name: wish } } as const
          }),
        },
      }
    }
  },
}
export default check
