import type { Check } from '../check.ts'
import { doubles } from '../double.ts'
import { APACHE_GUIDE, measured } from '../sources.ts'

const check: Check = {
  id: 'parallel-connectors',
  severity: 'error',
  title: 'Two connectors carry the same topics the same way.',
  why: 'Each makes a bridge of its own: topic messages can arrive twice, depending on which bridge hears of a consumer first, and the far side gets a double share of each queue. Give them different destinations, or remove one.',
  covers: ['nc-parallel-overlap', 'MQ042'],
  sources: [
    measured(
      'two bridges in one direction, brokers in separate processes: topic copies came twice in 3 of 3 runs',
    ),
    APACHE_GUIDE,
  ],
  examples: {
    bad: 'a -> b { name=one }; a -> b { name=two }',
    good: 'a -> b { name=queues excluded=topic://> }; a -> b { name=topics excluded=queue://> }',
  },
  find: (network) =>
    doubles(network, 'parallel', true, 'topic messages can arrive twice, and queues are shared out unevenly'),
}
export default check
