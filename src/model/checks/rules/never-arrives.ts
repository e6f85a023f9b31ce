import type { Check } from '../check.ts'
import { cureOf } from '../fixes/cure.ts'
import { KINDS } from '../crossing/filters.ts'
import { outOfReach } from '../shared/outOfReach.ts'
import { brokerName, brokerNames } from '../../words.ts'
import { code, measured } from '../sources.ts'
import { concerned, countPairs, endsOf, morePairs, ofWhat, routeOf } from '../shared/stuck.ts'

const check: Check = {
  id: 'never-arrives',
  severity: 'error',
  title: 'Messages never arrive, although bridges lead there.',
  why: 'Every bridge on the way must hear of the consumer and let the message make one more hop: messageTTL counts from the sender, consumerTTL from the consumer, and each connector on a route has its own. Give all connectors as many hops as the longest way; the fix says what else it takes where brokers stand in a circle.',
  covers: ['ttl-flow-unreachable'],
  needsForecast: true,
  sources: [
    code('NetworkBridgeFilter', 94),
    code('DemandForwardingBridgeSupport', 975),
    measured('580 random networks, 7,800 pairs of producer and consumer: in agreement with the forecast'),
  ],
  examples: {
    bad: 'a = b; b = c; c = a; c = d',
    good: 'a = b; b = c; c = a',
  },
  *find(network, trial) {
    // Where more hops do no harm, a quicker check has told of it already.
    const known = new Set(
      [...outOfReach(network, ({ isPlain }) => isPlain)].map(({ component }) => component),
    )
    for (const concern of concerned(network, ({ verdict }) => verdict === 'never')) {
      const { component, flow, tried, parts } = concern
      if (known.has(component)) continue
      const kinds = KINDS.filter((kind) => parts.some((part) => part.tried.destination.kind === kind))
      const fix = cureOf(network, trial, component, kinds, 'load')
      const [first, ...others] = endsOf(network, concern)
      if (!first) continue
      const away = flow.stuck.map(({ at }) => at).filter((at) => at !== flow.from)
      yield {
        at: [{ broker: first }, ...others.map((broker) => ({ broker }))],
        message: `Messages${ofWhat(tried)} from ${brokerName(network, flow.from)} never reach ${brokerName(network, flow.to)}${away.length > 0 ? ` and get stuck on ${brokerNames(network, away)}` : ''}${morePairs(countPairs(concern), 'the same goes for')}.`,
        route: routeOf(flow, tried),
        ...(fix ? { fix } : {}),
      }
    }
  },
}
export default check
