import type { Check } from '../check.ts'
import { doubles } from '../shared/double.ts'
import { aws, fact } from '../sources.ts'

const check: Check = {
  id: 'duplex-beside-one-way',
  severity: 'error',
  title: 'A one-way connector doubles a duplex one, and topics cross.',
  why: 'The duplex connector already carries that way. With both, every consumer is announced twice: the far side gets a double share of each queue, and where a topic has two consumers or more there, each message crosses both: durable subscribers get it twice, plain ones once while a policy covers the topic (audit). Drop the one-way connector, or let each carry other destinations.',
  covers: ['nc-duplex-plus-oneway', 'MQ041'],
  sources: [
    fact(
      'share-duplex-and-one-way-back',
      'the way back counts twice: 20 and 10 messages instead of 15 and 15',
    ),
    fact(
      'topic-parallel-two-consumers',
      'with one topic consumer on the far broker every message comes once, with two or more always two copies',
    ),
    fact('audit-behind-parallel-connectors', 'with a policy for the topic plain subscribers get one of them'),
    fact('audit-behind-parallel-connectors-durable', 'durable subscribers get both copies of each message'),
    aws('network-of-brokers'),
  ],
  examples: {
    bad: 'a = b; b -> a',
    good: 'a = b { excluded=topic://> }; b -> a { excluded=queue://> }',
  },
  find: (network) =>
    doubles(
      network,
      'beside-duplex',
      true,
      'in one direction, where a topic has two consumers or more on the far side, each message crosses twice',
    ),
}
export default check
