import type { Check } from '../check.ts'
import { carries } from '../crossing/filters.ts'
import { some } from '../shared/group.ts'
import { brokerNames } from '../../words.ts'
import { code, measured } from '../sources.ts'
import { topologyOf } from '../shape/topology.ts'

const check: Check = {
  id: 'queue-has-several-routes',
  severity: 'note',
  title: 'Queue messages have more than one route.',
  why: 'Each route to a consumer counts as a consumer of its own. While the nearer ones are full, messages take the longer way, and if the consumer goes meanwhile they wait where they are. That is the price of routes that stand in for each other.',
  covers: ['queue-cycle-routes'],
  sources: [
    code('Queue'),
    measured('consumers behind a full prefetch: the overflow leaves by the longer routes'),
  ],
  examples: {
    bad: 'a -> b { networkTTL=2 excluded=topic://> }; b -> d { networkTTL=2 excluded=topic://> }; a -> c { networkTTL=2 excluded=topic://> }; c -> d { networkTTL=2 excluded=topic://> }',
    good: 'a -> b { excluded=topic://> }; b -> c { excluded=topic://> }; a -> c { excluded=topic://> }',
  },
  *find(network) {
    const topology = topologyOf(network)
    for (const component of topology.components) {
      if (!component.hasCycle) continue
      const bridges = some(
        component.brokers
          .flatMap((id) => network.bridgesFrom(id))
          .filter(
            ({ connector, settings, from, to }) =>
              !settings.suppressDuplicateQueueSubscriptions &&
              (settings.consumerTtl < 0 || settings.consumerTtl > 1) &&
              (settings.messageTtl < 0 || settings.messageTtl > 1) &&
              topology.onCycle(from, to) &&
              carries(connector, 'queue'),
          ),
      )
      if (!bridges) continue
      const [first, ...others] = [...new Set(bridges.map(({ connector }) => connector))]
      if (!first) continue
      const brokers = [...new Set(bridges.flatMap(({ from, to }) => [from, to]))]
      yield {
        at: [{ connector: first.id }, ...others.map(({ id }) => ({ connector: id }))],
        message: `Between ${brokerNames(network, brokers)}, queue messages can take more than one route, the longer ones under load.`,
      }
    }
  },
}
export default check
