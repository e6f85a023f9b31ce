import type { Connector } from '../../design/design.ts'
import type { Destination } from '../../design/destination.ts'
import { refusalOfDemand, refusedBy } from '../../network/permit.ts'
import { isPattern, overlaps } from '../../network/wildcards.ts'
import type { Check } from '../check.ts'
import { demandOf } from '../crossing/demand.ts'
import { covers } from '../crossing/filters.ts'
import { brokerName, subject, told, toldAll } from '../../words.ts'
import { code, fact, measured } from '../sources.ts'

const check: Check = {
  id: 'filter-leaks',
  severity: 'error',
  title: 'A wildcard brings messages to a connector that its lists then hold back.',
  why: 'A consumer of a pattern, or a pattern in the static list, makes the bridge take all messages of the pattern. Those that the lists refuse by name are taken from the queue and neither forwarded nor given back: they hang on the sending broker, and on topics the bridge stops for everything once its prefetch is full. Let the exclusion or the inclusion cover the whole pattern.',
  covers: ['filter-leak'],
  sources: [
    code('DemandForwardingBridgeSupport', 1285),
    fact(
      'filter-wildcard-consumer-leaks-past-exclude',
      'consumer of orders.>, orders.eu excluded: 10 of 10 messages in flight for ever',
    ),
    measured('a consumer on the sending broker gets none of what hangs there'),
  ],
  examples: {
    bad: 'a -> b { excluded=queue://orders.eu }; consumer on b of queue://orders.>',
    good: 'a -> b { excluded=queue://orders.> }; consumer on b of queue://orders.>',
  },
  *find(network) {
    const patterns = new Map<Connector, Set<Destination>>()
    const note = (connector: Connector, destination: Destination) => {
      const known = patterns.get(connector)
      if (known) known.add(destination)
      else patterns.set(connector, new Set([destination]))
    }
    for (const client of network.design.clients) {
      if (client.role !== 'consumer' || !isPattern(client.destination.name)) continue
      for (const { bridge } of demandOf(network, client)) note(bridge.connector, client.destination)
    }
    for (const connector of network.design.connectors) {
      for (const entry of connector.filters.static ?? []) if (isPattern(entry.name)) note(connector, entry)
    }
    for (const [connector, taken] of patterns) {
      const [bridge] = network.bridgesOf(connector.id)
      if (!bridge) continue
      const { excluded = [], dynamic = [], static: fixed = [] } = connector.filters
      for (const pattern of taken) {
        const isStatic = fixed.includes(pattern)
        if (isStatic ? refusedBy(bridge, pattern) : refusalOfDemand(bridge, pattern)) continue
        const held = excluded.filter((entry) => overlaps(entry, pattern) && !covers(entry, pattern))
        const included = [...dynamic, ...fixed]
        const narrower = dynamic.length > 0 && !included.some((entry) => covers(entry, pattern))
        if (held.length === 0 && !narrower) continue
        yield {
          at: [{ connector: connector.id, setting: held.length > 0 ? 'excluded' : 'dynamic' }],
          message:
            held.length > 0
              ? `${subject(network, connector)} takes all of ${told(pattern)} and then holds ${toldAll(held)} back: such messages hang on ${brokerName(network, bridge.from)}.`
              : `${subject(network, connector)} takes all of ${told(pattern)}, which is more than its lists include: the rest hangs on ${brokerName(network, bridge.from)}.`,
        }
        break
      }
    }
  },
}
export default check
