import type { Check } from '../check.ts'
import { outOfReach, outOfReachHit, togetherFix } from '../shared/outOfReach.ts'
import { BY_MORE_DEMAND, unlessErrors } from '../fixes/tried.ts'
import { code, measured } from '../sources.ts'

const check: Check = {
  id: 'out-of-reach',
  severity: 'error',
  title: 'Brokers are connected, and too far apart to reach each other.',
  why: 'A message may cross as many bridges as messageTTL says, and a consumer is heard as many bridges away as consumerTTL says. Both are 1 unless set, so only neighbours reach each other. Messages whose consumer is not heard come along only as far as somebody nearer wants them too. Set networkTTL to the hops of the longest way.',
  covers: ['ttl-flow-unreachable'],
  sources: [
    code('NetworkBridgeFilter', 94),
    code('DemandForwardingBridgeSupport', 975),
    measured('hub and spoke without TTL: spoke to spoke never arrives, with networkTTL 2 always'),
  ],
  examples: { bad: 'hub = a; hub = b', good: 'hub = a { networkTTL=2 }; hub = b { networkTTL=2 }' },
  *find(network, trial) {
    // Elsewhere more hops have side effects that only the forecast sees: a check of its own tells of those.
    for (const found of outOfReach(network, ({ isPlain }) => isPlain)) {
      yield outOfReachHit(network, found, unlessErrors(network, trial, togetherFix(found), BY_MORE_DEMAND))
    }
  },
}
export default check
