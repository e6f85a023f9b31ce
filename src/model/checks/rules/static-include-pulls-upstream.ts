import { isPattern } from '../../network/wildcards.ts'
import { refusalOfDemand, refusedBy } from '../../network/permit.ts'
import type { Check } from '../check.ts'
import { brokerNames, connectorName, toldAll } from '../say.ts'
import { measured } from '../sources.ts'

const check: Check = {
  id: 'static-include-pulls-upstream',
  severity: 'warning',
  title: 'A static include pulls messages from brokers further back too.',
  why: 'A static include is announced like a consumer, so a connector toward this broker with a consumer TTL of 2 or more hears it and forwards as well, with no consumer anywhere. Limit the consumer TTL to 1 there, or exclude the destination.',
  covers: ['static-pulls-upstream'],
  sources: [measured('static include one hop on: a broker with consumer TTL 2 sent its messages too')],
  examples: {
    bad: 'w -> a { networkTTL=2 }; a -> b { networkTTL=2 static=queue://orders staticBridge=true }',
    good: 'w -> a { networkTTL=2 excluded=queue://orders }; a -> b { networkTTL=2 static=queue://orders staticBridge=true }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const fixed = connector.filters.static
      if (!fixed || fixed.length === 0) continue
      for (const bridge of network.bridgesOf(connector.id)) {
        if (network.broker(bridge.from)?.settings?.advisorySupport === false) continue
        const live = fixed.filter((entry) => !refusedBy(bridge, entry))
        const pulled = network
          .bridgesTo(bridge.from)
          .filter(
            (upstream) =>
              upstream.from !== bridge.to &&
              (upstream.settings.consumerTtl < 0 || upstream.settings.consumerTtl >= 2) &&
              live.some((entry) => !refusalOfDemand(upstream, entry)),
          )
        if (pulled.length === 0) continue
        const entries = live.filter((entry) => pulled.some((upstream) => !refusalOfDemand(upstream, entry)))
        yield {
          at: [
            { connector: connector.id, setting: 'static' },
            ...pulled.map((upstream) => ({ connector: upstream.connector.id, setting: 'consumerTtl' })),
          ],
          message: `Because ${connectorName(network, connector)} always forwards ${toldAll(entries)}, ${brokerNames(network, [...new Set(pulled.map(({ from }) => from))])} ${pulled.length === 1 ? 'sends' : 'send'} ${entries.length === 1 && !entries.some(({ name }) => isPattern(name)) ? 'it' : 'them'} on as well, wanted or not.`,
        }
      }
    }
  },
}
export default check
