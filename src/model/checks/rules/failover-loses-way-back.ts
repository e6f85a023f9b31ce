import type { Check } from '../check.ts'
import { hiddenLosses } from '../failover.ts'
import { aws, measured } from '../sources.ts'

const check: Check = {
  id: 'failover-loses-way-back',
  severity: 'error',
  title: 'A failover inside a duplex address loses the way back.',
  why: 'Without maxReconnectAttempts=0 the failover reconnects by itself and the bridge never learns of it. The far half of a duplex connector is then not built again: messages cross one way only until somebody restarts a broker. masterslave:(…) builds the right form by itself.',
  covers: ['uri-failover-infinite', 'MQ025'],
  sources: [
    measured('failover without a limit, after a reconnect: forward 2 of 2, back 0 of 2'),
    aws('network-of-brokers'),
  ],
  examples: {
    bad: 'pair b; a = b { uri=static:(failover:(tcp://b1:61616,tcp://b2:61616)) }',
    good: 'pair b; a = b { uri=static:(failover:(tcp://b1:61616,tcp://b2:61616)?randomize=false&maxReconnectAttempts=0) }',
  },
  find: (network) => hiddenLosses(network, true, 'after a takeover nothing comes back over it'),
}
export default check
