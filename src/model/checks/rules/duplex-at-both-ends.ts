import type { Check } from '../check.ts'
import { doubles } from '../shared/double.ts'
import { aws, fact } from '../sources.ts'

const check: Check = {
  id: 'duplex-at-both-ends',
  severity: 'error',
  title: 'Two brokers each declare a duplex connector toward the other, and topics cross.',
  why: 'A duplex connector already carries both ways. The second makes another bridge in each direction: every consumer is announced twice, the far side gets a double share of each queue, and where a topic has two consumers or more on one side, each message crosses both: durable subscribers get it twice, plain ones once while a policy covers the topic (audit). Declare it at one end only.',
  covers: ['nc-duplex-both-ends', 'MQ041'],
  sources: [
    fact(
      'topic-duplex-from-both-ends-two-consumers',
      'with one topic consumer on the far broker every message comes once, with two or more always two copies',
    ),
    fact('audit-behind-parallel-connectors', 'with a policy for the topic plain subscribers get one of them'),
    fact('audit-behind-parallel-connectors-durable', 'durable subscribers get both copies of each message'),
    aws('network-of-brokers'),
  ],
  examples: {
    bad: 'a = b; b = a',
    good: 'a = b',
  },
  find: (network) =>
    doubles(
      network,
      'duplex-both-ends',
      true,
      'where a topic has two consumers or more on one side, each message crosses twice',
    ),
}
export default check
