import type { Check } from '../check.ts'
import { doubles } from '../double.ts'
import { aws, measured } from '../sources.ts'

const check: Check = {
  id: 'duplex-beside-one-way',
  severity: 'error',
  title: 'A one-way connector doubles a duplex one, and topics cross.',
  why: 'The duplex connector already carries that way. With both, every consumer is announced twice, the far side gets a double share of each queue, and topic messages can arrive twice. Drop the one-way connector, or let each carry other destinations.',
  covers: ['nc-duplex-plus-oneway', 'MQ041'],
  sources: [
    measured(
      'two bridges in one direction, brokers in separate processes: topic copies came twice in 3 of 3 runs',
    ),
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
      'in one direction topic messages can arrive twice, and queues are shared out unevenly',
    ),
}
export default check
