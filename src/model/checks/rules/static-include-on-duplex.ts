import type { Check } from '../check.ts'
import { brokerName, subject, toldAll } from '../../words.ts'
import { measured } from '../sources.ts'

const check: Check = {
  id: 'static-include-on-duplex',
  severity: 'warning',
  title: 'A duplex connector includes destinations statically, in both directions.',
  why: 'A duplex connector applies its lists both ways, so both brokers push their messages at each other, with or without a consumer, and what crosses stays there. Use two one-way connectors and give the list to one.',
  covers: ['static-duplex'],
  sources: [measured('static include on a duplex connector: each broker’s messages ended on the other')],
  examples: {
    bad: 'a = b { static=queue://orders staticBridge=true }',
    good: 'a -> b { static=queue://orders staticBridge=true }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const fixed = connector.filters.static ?? []
      if (!connector.settings.duplex || fixed.length === 0) continue
      yield {
        at: [{ connector: connector.id, setting: 'static' }],
        message: `${subject(network, connector)} is duplex and always forwards ${toldAll(fixed)}: ${brokerName(network, connector.from)} and ${brokerName(network, connector.to)} push them at each other.`,
      }
    }
  },
}
export default check
