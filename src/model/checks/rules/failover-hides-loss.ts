import type { Check } from '../check.ts'
import { hiddenLosses } from '../failover.ts'
import { aws, code } from '../sources.ts'

const check: Check = {
  id: 'failover-hides-loss',
  severity: 'warning',
  title: 'A failover inside an address hides a lost broker from its bridge.',
  why: 'Without maxReconnectAttempts=0 the failover reconnects by itself and the bridge never learns of it: it goes on with what it knew of the broker that is gone. masterslave:(…) builds the right form by itself.',
  covers: ['uri-failover-infinite', 'MQ025'],
  sources: [code('MasterSlaveDiscoveryAgent'), aws('network-of-brokers')],
  examples: {
    bad: 'pair b; a -> b { uri=static:(failover:(tcp://b1:61616,tcp://b2:61616)) }',
    good: 'pair b; a -> b { uri=static:(failover:(tcp://b1:61616,tcp://b2:61616)?randomize=false&maxReconnectAttempts=0) }',
  },
  find: (network) =>
    hiddenLosses(network, false, 'after a takeover it still counts on the broker that is gone'),
}
export default check
