import type { Check } from '../check.ts'
import { unset } from '../fixes/fixes.ts'
import { subject } from '../../words.ts'
import { fact } from '../sources.ts'

const check: Check = {
  id: 'prefetch-below-one',
  severity: 'error',
  title: 'A prefetch below 1 keeps the broker from starting.',
  why: 'A bridge must take at least one message at a time. With prefetchSize 0 or less the broker stops at start. Leave it out for 1,000, or set 1 or more.',
  covers: ['prefetch-range'],
  sources: [fact('refuses-prefetch-zero', 'prefetchSize 0: the broker does not start')],
  examples: { bad: 'a = b { prefetchSize=0 }', good: 'a = b { prefetchSize=1 }' },
  *find(network) {
    for (const connector of network.design.connectors) {
      const { prefetchSize } = connector.settings
      if (prefetchSize === undefined || parseFloat(String(prefetchSize)) >= 1) continue
      yield {
        at: [{ connector: connector.id, setting: 'prefetchSize' }],
        message: `${subject(network, connector)} has a prefetch of ${prefetchSize}, so the broker does not start.`,
        fix: { label: 'Use the default prefetch', edits: [unset(connector.id, 'prefetchSize')] },
      }
    }
  },
}
export default check
