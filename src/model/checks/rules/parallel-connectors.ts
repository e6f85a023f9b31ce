import type { Check } from '../check.ts'
import { doubles } from '../shared/double.ts'
import { APACHE_GUIDE, fact } from '../sources.ts'

const check: Check = {
  id: 'parallel-connectors',
  severity: 'error',
  title: 'Two connectors carry the same topics the same way.',
  why: 'Each makes a bridge of its own. Where a topic has two consumers or more on the far broker, each message crosses both, since the second connector suppresses only the consumer that it has heard of: durable subscribers get it twice, plain ones once while a policy covers the topic (audit). The far side also gets a double share of each queue. Give the connectors different destinations, or remove one.',
  covers: ['nc-parallel-overlap', 'MQ042'],
  sources: [
    fact(
      'topic-parallel-two-consumers',
      'with one topic consumer on the far broker every message comes once, with two or more always two copies',
    ),
    fact('audit-behind-parallel-connectors', 'with a policy for the topic plain subscribers get one of them'),
    fact('audit-behind-parallel-connectors-durable', 'durable subscribers get both copies of each message'),
    APACHE_GUIDE,
  ],
  examples: {
    bad: 'a -> b { name=one }; a -> b { name=two }',
    good: 'a -> b { name=queues excluded=topic://> }; a -> b { name=topics excluded=queue://> }',
  },
  find: (network) =>
    doubles(
      network,
      'parallel',
      true,
      'where a topic has two consumers or more on the far side, each message crosses twice',
    ),
}
export default check
