import { addressOf } from '../settings/addresses.ts'
import type { Check } from '../check.ts'
import { connectorNames, subject } from '../../words.ts'
import { groupBy } from '../shared/group.ts'
import { code } from '../sources.ts'

const check: Check = {
  id: 'multicast-address',
  severity: 'note',
  title: 'A connector finds its brokers by itself.',
  why: 'With multicast or zeroconf a connector links to every broker that announces itself in the group, so the file does not say which brokers those are. The drawing and the forecast show only what was drawn. Use static:(…) to have exactly these links.',
  targets: ['self-managed'],
  covers: ['multicast-opaque'],
  sources: [code('DiscoveryNetworkConnector')],
  examples: { bad: 'a = b { uri=multicast://default }', good: 'a = b { uri=static:(tcp://b1:61616) }' },
  *find(network) {
    const calling = network.design.connectors.flatMap((connector) => {
      const scheme = addressOf(connector)?.scheme
      return scheme === 'multicast' || scheme === 'zeroconf' ? [{ connector, scheme }] : []
    })
    for (const [scheme, hits] of groupBy(calling, (hit) => hit.scheme)) {
      const [first, ...others] = hits
      const atUri = ({ connector }: typeof first) => ({ connector: connector.id, setting: 'uri' }) as const
      yield {
        at: [atUri(first), ...others.map(atUri)],
        message:
          others.length === 0
            ? `${subject(network, first.connector)} links to whatever broker answers its ${scheme} call, not only to the one it is drawn to.`
            : `${connectorNames(
                network,
                hits.map(({ connector }) => connector),
              )} link to whatever broker answers their ${scheme} calls, not only to those they are drawn to.`,
      }
    }
  },
}
export default check
