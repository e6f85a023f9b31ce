import type { Check } from '../check.ts'
import { hiddenLosses } from '../shared/failover.ts'
import { aws, code, fact } from '../sources.ts'

const check: Check = {
  id: 'failover-hides-loss',
  severity: 'warning',
  title: 'A failover inside an address hides a lost broker from its bridge.',
  why: 'Without maxReconnectAttempts=0 the failover reconnects by itself and the bridge never learns of it. Messages go on crossing, but the bridge counts on the broker that is gone: it marks the way of messages and demand with an id that nobody has any more. Use masterslave:(…), which builds the right form by itself.',
  covers: ['uri-failover-infinite', 'MQ025'],
  sources: [
    fact(
      'pair-fails-over-static-of-failover',
      'the active broker killed: 20 of 20 go on one way, and 10 of 20 back',
    ),
    code('MasterSlaveDiscoveryAgent'),
    aws('network-of-brokers'),
  ],
  examples: {
    bad: 'pair b; a -> b { uri=static:(failover:(tcp://b1:61616,tcp://b2:61616)) }',
    good: 'pair b; a -> b { uri=static:(failover:(tcp://b1:61616,tcp://b2:61616)?randomize=false&maxReconnectAttempts=0) }',
  },
  find: (network) =>
    hiddenLosses(network, false, 'after a takeover it still counts on the broker that is gone'),
}
export default check
