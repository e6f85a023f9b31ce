import type { Connector } from '../../design/design.ts'
import { graphOf, longestWay } from '../shape/reach.ts'
import type { Check } from '../check.ts'
import { some } from '../shared/group.ts'
import { isMesh, meshFix } from '../fixes/mesh.ts'
import { connectorNames, hops, inWords } from '../../words.ts'
import { APACHE_GUIDE, aws, measured } from '../sources.ts'
import { topologyOf } from '../shape/topology.ts'

const check: Check = {
  id: 'consumer-ttl-in-cycle',
  severity: 'warning',
  title: 'Demand travels further than it needs to, and round in circles.',
  why: 'Where brokers stand in a circle, a consumer TTL above what the longest way needs lets demand come by detours: brokers hold subscriptions for routes that nobody needs, and messages can take them and get stuck. Lower it to the hops of the longest way: in a mesh, where all are neighbours, 1 is enough.',
  covers: ['cycle-consumer-ttl', 'MQ047'],
  sources: [
    APACHE_GUIDE,
    aws('network-of-brokers'),
    measured('full mesh of 4 with TTL 2: of 30 messages 20 arrive and 10 are stuck'),
  ],
  examples: {
    bad: 'a = b { consumerTTL=2 }; b = c { consumerTTL=2 }; c = a { consumerTTL=2 }',
    also: ['messages-get-stuck-under-load'],
    good: 'a = b { networkTTL=2 }; b = c { networkTTL=2 }; c = d { networkTTL=2 }; d = a { networkTTL=2 }',
  },
  *find(network) {
    const topology = topologyOf(network)
    for (const component of topology.components) {
      if (!component.hasCycle) continue
      const wide: { readonly connector: Connector; readonly ttl: number }[] = []
      for (const connector of component.connectors) {
        const bridges = network.bridgesOf(connector.id)
        const ttl = bridges[0]?.settings.consumerTtl ?? 1
        if ((ttl < 0 || ttl > 1) && bridges.some(({ from, to }) => topology.onCycle(from, to)))
          wide.push({ connector, ttl })
      }
      if (wide.length === 0) continue
      const needed = isMesh(network, component)
        ? 1
        : longestWay(
            graphOf(
              component.brokers,
              component.connectors.flatMap(({ id }) => network.bridgesOf(id)),
            ),
          )
      const tooWide = some(wide.filter(({ ttl }) => ttl < 0 || ttl > needed))
      if (!tooWide) continue
      const [first, ...others] = tooWide
      const connectors = tooWide.map(({ connector }) => connector)
      yield {
        at: [
          { connector: first.connector.id, setting: 'consumerTtl' },
          ...others.map(({ connector }) => ({ connector: connector.id, setting: 'consumerTtl' })),
        ],
        message: `${connectorNames(network, connectors, 3)} ${connectors.length === 1 ? 'hears' : 'hear'} consumers ${hops(first.ttl)} away, and no broker of the circle is further than ${inWords(needed)}.`,
        ...(isMesh(network, component) ? { fix: meshFix(network, connectors) } : {}),
      }
    }
  },
}
export default check
