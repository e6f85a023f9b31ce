import { BROKER_NAME } from '../../dialects/broker.ts'
import type { Check } from '../check.ts'
import { freeBrokerName } from '../settings/names.ts'
import { code, measured } from '../sources.ts'

const check: Check = {
  id: 'default-broker-name',
  severity: 'warning',
  title: 'A broker has no name of its own.',
  why: 'A broker without a name runs as localhost, like every other that nobody named. Two of them toward the same neighbour get in each other’s way, and logs cannot tell them apart. Give it a name.',
  covers: ['broker-name-default'],
  sources: [
    code('BrokerService'),
    measured('two brokers of one name toward one hub: the second is refused for ever'),
  ],
  examples: { bad: 'localhost = b', good: 'a = b' },
  *find(network) {
    for (const broker of network.design.brokers) {
      const name = broker.name.trim()
      if (name !== '' && name.toLowerCase() !== BROKER_NAME.default) continue
      const wish = freeBrokerName(network, broker, `broker-${broker.id.slice(1)}`)
      yield {
        at: [{ broker: broker.id, setting: 'name' }],
        message:
          name === ''
            ? 'A broker has no name, so it runs as localhost.'
            : 'A broker is called localhost, which is what every broker without a name is called.',
        fix: {
          label: `Name it ${wish}`,
          edits: [{ type: 'set-broker', id: broker.id, fields: { name: wish } }],
        },
      }
    }
  },
}
export default check
