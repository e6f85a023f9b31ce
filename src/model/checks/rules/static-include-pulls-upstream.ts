import type { Connector } from '../../design/design.ts'
import type { Destination } from '../../design/destination.ts'
import type { Bridge } from '../../network/bridges.ts'
import type { Network } from '../../network/network.ts'
import { some } from '../shared/group.ts'
import { isPattern } from '../../network/wildcards.ts'
import { refusalOfDemand, refusedBy } from '../../network/permit.ts'
import type { Check } from '../check.ts'
import { brokerNames, connectorNames, toldAll } from '../../words.ts'
import { measured } from '../sources.ts'

interface Pull {
  readonly connector: Connector
  readonly entries: readonly Destination[]
  readonly upstream: readonly Bridge[]
}

/** What the static list of a bridge draws from bridges further back; `undefined` where it draws nothing. */
function pulledBy(network: Network, bridge: Bridge): Pull | undefined {
  const fixed = bridge.connector.filters.static
  if (!fixed || fixed.length === 0) return undefined
  if (network.broker(bridge.from)?.settings?.advisorySupport === false) return undefined
  const live = fixed.filter((entry) => !refusedBy(bridge, entry))
  const upstream = network
    .bridgesTo(bridge.from)
    .filter(
      ({ from, settings }) => from !== bridge.to && (settings.consumerTtl < 0 || settings.consumerTtl >= 2),
    )
    .filter((back) => live.some((entry) => !refusalOfDemand(back, entry)))
  if (upstream.length === 0) return undefined
  const entries = live.filter((entry) => upstream.some((back) => !refusalOfDemand(back, entry)))
  return { connector: bridge.connector, entries, upstream }
}

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
    const pulls = some(network.bridges.flatMap((bridge) => pulledBy(network, bridge) ?? []))
    if (!pulls) return
    const [first] = pulls
    const connectors = [...new Set(pulls.map(({ connector }) => connector))]
    const upstream = [...new Set(pulls.flatMap((pull) => pull.upstream))]
    const senders = [...new Set(upstream.map(({ from }) => from))]
    const one = connectors.length === 1
    const what = one ? toldAll(first.entries) : 'what they list'
    const it =
      one && (first.entries.length > 1 || first.entries.some(({ name }) => isPattern(name))) ? 'them' : 'it'
    const atStatic = ({ id }: Connector) => ({ connector: id, setting: 'static' }) as const
    yield {
      at: [
        atStatic(first.connector),
        ...connectors.filter((connector) => connector !== first.connector).map(atStatic),
        ...[...new Set(upstream.map(({ connector }) => connector.id))].map(
          (id) => ({ connector: id, setting: 'consumerTtl' }) as const,
        ),
      ],
      message: `Because ${connectorNames(network, connectors)} always ${one ? 'forwards' : 'forward'} ${what}, ${brokerNames(network, senders)} ${senders.length === 1 ? 'sends' : 'send'} ${it} on as well, wanted or not.`,
    }
  },
}
export default check
