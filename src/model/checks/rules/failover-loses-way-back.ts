import type { Check } from '../check.ts'
import { hiddenLosses } from '../shared/failover.ts'
import { aws, fact } from '../sources.ts'

const check: Check = {
  id: 'failover-loses-way-back',
  severity: 'error',
  title: 'A failover inside a duplex address loses the way back.',
  why: 'Without maxReconnectAttempts=0 the failover reconnects by itself and the bridge never learns of it. The far half of a duplex connector is then not built again: messages cross one way only until somebody restarts a broker. Use masterslave:(…), which builds the right form by itself.',
  covers: ['uri-failover-infinite', 'MQ025'],
  sources: [
    fact(
      'pair-fails-over-static-of-failover',
      'the active broker killed: 20 of 20 go on one way, and 10 of 20 back',
    ),
    fact('pair-fails-over', 'with masterslave both ways go on, 20 of 20'),
    aws('network-of-brokers'),
  ],
  examples: {
    bad: 'pair b; a = b { uri=static:(failover:(tcp://b1:61616,tcp://b2:61616)) }',
    good: 'pair b; a = b { uri=static:(failover:(tcp://b1:61616,tcp://b2:61616)?randomize=false&maxReconnectAttempts=0) }',
  },
  find: (network) => hiddenLosses(network, true, 'after a takeover nothing comes back over it'),
}
export default check
