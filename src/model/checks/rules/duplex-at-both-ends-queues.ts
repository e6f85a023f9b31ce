import type { Check } from '../check.ts'
import { doubles } from '../shared/double.ts'
import { aws, fact } from '../sources.ts'

const check: Check = {
  id: 'duplex-at-both-ends-queues',
  severity: 'warning',
  title: 'Two brokers each declare a duplex connector toward the other.',
  why: 'A duplex connector already carries both ways. The second makes another bridge in each direction: every consumer is announced twice, and the far side gets a double share of each queue. Declare it at one end only.',
  covers: ['nc-duplex-both-ends', 'MQ041'],
  sources: [
    fact('share-duplex-from-both-ends', 'of 30 messages the local consumer gets 10, the far one 20'),
    aws('network-of-brokers'),
  ],
  examples: {
    bad: 'a = b { excluded=topic://> }; b = a { excluded=topic://> }',
    good: 'a = b { excluded=topic://> }; b = a { excluded=queue://> }',
  },
  find: (network) =>
    doubles(
      network,
      'duplex-both-ends',
      false,
      'each queue is shared out unevenly, and every consumer is announced twice',
    ),
}
export default check
