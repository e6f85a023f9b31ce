import { unset } from '../fixes/fixes.ts'
import { numeral, subject } from '../../words.ts'
import type { Check } from '../check.ts'
import { fact } from '../sources.ts'

/** Advisories that a bridge gets before it has to acknowledge some, where neither prefetch is set. */
const PREFETCH = 1000

const check: Check = {
  id: 'advisories-not-acknowledged',
  severity: 'error',
  title: 'A bridge stops hearing of consumers after a while.',
  why: 'A bridge acknowledges advisories, which tell it of consumers, once more of them have come than advisoryAckPercentage of its prefetch. At 100 that never happens: after as many as advisoryPrefetchSize says (else prefetchSize, 1,000 by default) the other broker sends none, and whoever subscribes or leaves from then on is not heard of until the bridge starts again. Leave it out for 75.',
  covers: [],
  sources: [
    fact(
      'demand-deaf-at-full-acknowledgement',
      'advisoryAckPercentage 100 and advisoryPrefetchSize 1: the second consumer is never heard, 0 of 10',
    ),
    fact('demand-heard-at-usual-acknowledgement', 'with 75 all are heard'),
  ],
  examples: {
    bad: 'a -> b { advisoryAckPercentage=100 }',
    good: 'a -> b { advisoryAckPercentage=75 }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const {
        advisoryAckPercentage = 0,
        advisoryPrefetchSize: own = 0,
        prefetchSize,
        staticBridge,
      } = connector.settings
      // A static bridge listens to nobody in the first place.
      if (advisoryAckPercentage < 100 || staticBridge === true) continue
      const heard = own > 0 ? own : Number(prefetchSize ?? PREFETCH)
      yield {
        at: [{ connector: connector.id, setting: 'advisoryAckPercentage' }],
        message: `${subject(network, connector)} never acknowledges the advisories that it gets: after ${Number.isFinite(heard) ? numeral(heard) : 'some'} of them it hears of no consumer that comes or goes.`,
        fix: {
          label: 'Acknowledge at the default, 75 %',
          edits: [unset(connector.id, 'advisoryAckPercentage')],
        },
      }
    }
  },
}
export default check
