import type { Check } from '../check.ts'
import { isFilledIn } from '../settings/filledIn.ts'
import { freeBrokerName, plainName, runningName } from '../settings/names.ts'
import { clipped } from '../../words.ts'
import { code } from '../sources.ts'

const check: Check = {
  id: 'broker-name-characters',
  severity: 'error',
  title: 'A broker name has characters that ActiveMQ replaces.',
  why: 'Outside letters, digits, dot, hyphen, colon and underscore, every character becomes an underscore when the broker starts: it runs under another name than the one drawn, and two names can become the same. Use those characters only.',
  targets: ['self-managed'],
  covers: ['broker-name-charset'],
  sources: [code('BrokerService', 1070)],
  examples: { bad: 'orders/eu = b', good: 'orders.eu = b' },
  *find(network) {
    for (const broker of network.design.brokers) {
      const runs = runningName(broker.name)
      if (runs === broker.name || isFilledIn(broker.name)) continue
      const wish = freeBrokerName(network, broker, plainName(broker.name))
      yield {
        at: [{ broker: broker.id, setting: 'name' }],
        message: `${clipped(broker.name) ? `The broker ${clipped(broker.name)}` : 'A broker whose name is blank'} would run as ${clipped(runs)}.`,
        fix: {
          label: `Rename it to ${clipped(wish)}`,
          edits: [{ type: 'set-broker', id: broker.id, fields: { name: wish } }],
        },
      }
    }
  },
}
export default check
