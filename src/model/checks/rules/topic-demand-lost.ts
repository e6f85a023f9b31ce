import type { Check } from '../check.ts'
import { stuckHits } from '../shared/stuck.ts'
import { code, measured } from '../sources.ts'

const check: Check = {
  id: 'topic-demand-lost',
  severity: 'warning',
  title: 'Whether topic messages arrive depends on the order in which brokers start.',
  why: 'For topics each broker keeps one subscription for a subscriber, of whichever route was announced first or is nearest. Where the kept route is too long for its TTLs, or leads back over the broker itself, messages do not arrive, although a shorter route is there. Give all connectors the hops of the longest way, and let nearer brokers come first.',
  covers: [],
  needsForecast: true,
  sources: [
    measured('topics in a ring with mixed TTLs: 0 of 20 arrived'),
    code('DemandForwardingBridgeSupport', 1473),
  ],
  examples: {
    bad: 'a = b { networkTTL=2 excluded=queue://> }; b = c { networkTTL=2 excluded=queue://> }; c = d { networkTTL=2 excluded=queue://> }; d = a { excluded=queue://> decreaseNetworkConsumerPriority=false }; consumer on b of topic://news',
    also: ['uneven-ttl'],

    good: 'a = b { networkTTL=2 excluded=queue://> }; b = c { networkTTL=2 excluded=queue://> }; c = d { networkTTL=2 excluded=queue://> }; d = a { networkTTL=2 excluded=queue://> }; a = c { networkTTL=2 excluded=queue://> }; consumer on b of topic://news',
  },
  find: (network, trial) => stuckHits(network, trial, 'topic', 'race', 'Depending on the order of start,'),
}
export default check
