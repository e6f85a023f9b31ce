import type { Check } from '../check.ts'
import { brokerName } from '../say.ts'
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
    for (const broker of network.design.brokers) {
      if (broker.settings?.persistent !== false) continue
      if (network.bridgesTo(broker.id).length === 0 && network.bridgesFrom(broker.id).length === 0) continue
      yield {
        at: [{ broker: broker.id, setting: 'persistent' }],
        message: `Messages on ${brokerName(network, broker.id)} are lost when it stops: it stores nothing.`,
        fix: {
          label: 'Store messages',
          edits: [{ type: 'set-broker-settings', id: broker.id, settings: { persistent: null } }],
        },
      }
    }
  },
}
export default check
