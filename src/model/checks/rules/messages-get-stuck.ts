import type { Check } from '../check.ts'
import { stuckHits } from '../shared/stuck.ts'
import { code, measured } from '../sources.ts'

const check: Check = {
  id: 'messages-get-stuck',
  severity: 'error',
  title: 'Queue messages get stuck on the way, even on an idle network.',
  why: 'A message goes to any broker that has a subscription it may take, not only towards the consumer that it will find. Where it has spent its hops, or has been everywhere it could go on to, nothing takes it any further and nothing brings it back. In a mesh one hop is enough; elsewhere let nearer consumers come first, or keep one route for each consumer.',
  covers: ['ttl-strand'],
  needsForecast: true,
  sources: [
    measured(
      'full mesh of 4, TTL 2, defaults of 5.17: of 30 messages 20 arrive, 5 are stuck on each other broker',
    ),
    code('Queue'),
  ],
  examples: {
    bad: 'engine 5.17; a = b { networkTTL=2 excluded=topic://> }; b = c { networkTTL=2 excluded=topic://> }; c = d { networkTTL=2 excluded=topic://> }; d = a { networkTTL=2 excluded=topic://> }; a = c { networkTTL=2 excluded=topic://> }',

    good: 'engine 5.17; a = b { networkTTL=2 excluded=topic://> }; b = c { networkTTL=2 excluded=topic://> }; c = d { networkTTL=2 excluded=topic://> }; d = a { networkTTL=2 excluded=topic://> }',
  },
  find: (network, trial) => stuckHits(network, trial, 'queue', 'idle', 'Some'),
}
export default check
