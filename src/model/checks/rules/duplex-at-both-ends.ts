import type { Check } from '../check.ts'
import { doubles } from '../double.ts'
import { aws, measured } from '../sources.ts'

const check: Check = {
  id: 'duplex-at-both-ends',
  severity: 'error',
  title: 'Two brokers each declare a duplex connector toward the other, and topics cross.',
  why: 'A duplex connector already carries both ways. The second makes another bridge in each direction: every consumer is announced twice, the far side gets a double share of each queue, and topic messages can arrive twice. Declare it at one end only.',
  covers: ['nc-duplex-both-ends', 'MQ041'],
  sources: [
    measured('duplex at both ends, brokers in separate processes: topic copies came twice in 3 of 3 runs'),
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
      'topic messages can arrive twice, and queues are shared out unevenly',
    ),
}
export default check
