import type { Check } from '../check.ts'
import { doubles } from '../shared/double.ts'
import { aws, fact } from '../sources.ts'

const check: Check = {
  id: 'duplex-beside-one-way-queues',
  severity: 'warning',
  title: 'A one-way connector doubles a duplex one.',
  why: 'The duplex connector already carries that way. With both, every consumer is announced twice, and the far side gets a double share of each queue. Drop the one-way connector, or let each carry other queues.',
  covers: ['nc-duplex-plus-oneway', 'MQ041'],
  sources: [
    fact('share-duplex-and-one-way-back', 'of 30 messages the local consumer gets 10, the far one 20'),
    aws('network-of-brokers'),
  ],
  examples: {
    bad: 'a = b { excluded=topic://> }; b -> a { excluded=topic://> }',
    good: 'a = b { dynamic=queue://orders.> }; b -> a { dynamic=queue://bills.> }',
  },
  find: (network) =>
    doubles(network, 'beside-duplex', false, 'in one direction queues are shared out unevenly'),
}
export default check
