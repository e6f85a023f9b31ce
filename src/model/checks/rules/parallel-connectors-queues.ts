import type { Check } from '../check.ts'
import { doubles } from '../shared/double.ts'
import { APACHE_GUIDE, fact } from '../sources.ts'

const check: Check = {
  id: 'parallel-connectors-queues',
  severity: 'warning',
  title: 'Two connectors carry the same queues the same way.',
  why: 'Each makes a bridge of its own and counts as a consumer of its own, so the far side gets a double share of each queue. Give them different destinations, or remove one.',
  covers: ['nc-parallel-overlap', 'MQ042'],
  sources: [
    fact('share-parallel-connectors', 'of 30 messages the local consumer gets 10, the far one 20'),
    APACHE_GUIDE,
  ],
  examples: {
    bad: 'a -> b { name=one excluded=topic://> }; a -> b { name=two excluded=topic://> }',
    good: 'a -> b { name=one dynamic=queue://orders.> }; a -> b { name=two dynamic=queue://bills.> }',
  },
  find: (network) =>
    doubles(
      network,
      'parallel',
      false,
      'each counts as a consumer, so the far side gets a double share of each queue',
    ),
}
export default check
