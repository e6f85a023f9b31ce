import type { Check } from '../check.ts'
import { stuckHits } from '../shared/stuck.ts'
import { code, measured } from '../sources.ts'

const check: Check = {
  id: 'messages-get-stuck-under-load',
  severity: 'warning',
  title: 'Queue messages get stuck on the way while nearer consumers are busy.',
  why: 'On an idle network the nearest consumer takes every message. When it is full, messages take longer ways, and some of those end where hops are spent or no broker is left to go to. They stay there until a consumer comes to that broker. In a mesh one hop is enough; elsewhere keeping one route for each consumer prevents it, and costs failover.',
  covers: ['ttl-strand'],
  needsForecast: true,
  sources: [
    measured(
      'full mesh of 4, TTL 2, defaults of 5.18, prefetch 5: of 5,000 messages 1,940 arrive, the rest is stuck',
    ),
    code('Queue'),
  ],
  examples: {
    bad: 'a = b { networkTTL=2 excluded=topic://> }; b = c { networkTTL=2 excluded=topic://> }; c = d { networkTTL=2 excluded=topic://> }; d = a { networkTTL=2 excluded=topic://> }; a = c { networkTTL=2 excluded=topic://> }',

    good: 'a = b { networkTTL=2 excluded=topic://> }; b = c { networkTTL=2 excluded=topic://> }; c = d { networkTTL=2 excluded=topic://> }; d = a { networkTTL=2 excluded=topic://> }',
  },
  find: (network, trial) => stuckHits(network, trial, 'queue', 'load', 'While nearer consumers are busy,'),
}
export default check
