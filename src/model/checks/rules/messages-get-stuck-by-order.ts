import type { Check } from '../check.ts'
import { stuckHits } from '../shared/stuck.ts'
import { code, measured } from '../sources.ts'

const check: Check = {
  id: 'messages-get-stuck-by-order',
  severity: 'warning',
  title: 'Whether queue messages arrive depends on the order in which brokers start.',
  why: 'Where each broker keeps one subscription for a consumer, which route it keeps depends on which announcement comes first. Some of the routes are too long for their TTLs: messages then get stuck on the way, or stay where they were sent. Give all connectors the hops of the longest way, and let nearer consumers come first.',
  covers: ['ttl-strand'],
  needsForecast: true,
  sources: [
    measured(
      'ring with mixed TTLs: the short route was suppressed by a longer one that could not be finished, 0 of 20 arrived',
    ),
    code('DemandForwardingBridgeSupport', 1473),
  ],
  examples: {
    bad: 'a = b { networkTTL=2 suppressDuplicateQueueSubscriptions=true excluded=topic://> }; b = c { networkTTL=2 suppressDuplicateQueueSubscriptions=true excluded=topic://> }; c = d { networkTTL=2 suppressDuplicateQueueSubscriptions=true excluded=topic://> }; d = a { networkTTL=2 suppressDuplicateQueueSubscriptions=true excluded=topic://> decreaseNetworkConsumerPriority=false }; a = c { networkTTL=2 suppressDuplicateQueueSubscriptions=true excluded=topic://> }',

    good: 'a = b { suppressDuplicateQueueSubscriptions=true }; b = c { suppressDuplicateQueueSubscriptions=true }; a = c { suppressDuplicateQueueSubscriptions=true }',
  },
  find: (network, trial) => stuckHits(network, trial, 'queue', 'race', 'Depending on the order of start,'),
}
export default check
