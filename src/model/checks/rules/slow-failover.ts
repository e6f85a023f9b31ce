import { isPair, remotesOf, type Connector } from '../../design/design.ts'
import type { Network } from '../../network/network.ts'
import { addressOf } from '../settings/addresses.ts'
import type { Check } from '../check.ts'
import { some } from '../shared/group.ts'
import { connectorNames } from '../../words.ts'
import { code, measured } from '../sources.ts'

const check: Check = {
  id: 'slow-failover',
  severity: 'note',
  title: 'After a takeover in a pair its connectors may wait half a minute.',
  why: 'Each failed attempt doubles the wait of a connector, up to 30 seconds. Where the pair takes long to switch, the bridge comes back up to that much later. Set maxReconnectDelay=5000 to keep the wait at five seconds.',
  covers: ['slow-failover'],
  sources: [code('SimpleDiscoveryAgent'), measured('delays of 1, 2, 4, … up to 30 s')],
  examples: { bad: 'pair b { brokerId=b }; a = b', good: 'pair b; a = b { ?maxReconnectDelay=5000 }' },
  *find(network) {
    const connectors = some(network.design.connectors.filter((connector) => waitsLong(network, connector)))
    if (!connectors) return
    const [first, ...others] = connectors
    yield {
      at: [{ connector: first.id }, ...others.map(({ id }) => ({ connector: id }))],
      message: `After a takeover, ${connectorNames(network, connectors)} may wait up to 30 seconds before trying again.`,
      fix: {
        label: 'Wait five seconds at most',
        edits: connectors.map((connector) => ({
          type: 'set-connector',
          id: connector.id,
          fields: connector.uri
            ? { uri: `${connector.uri}${/\)\?[^)]+$/.test(connector.uri) ? '&' : '?'}maxReconnectDelay=5000` }
            : { uriOptions: { ...connector.uriOptions, maxReconnectDelay: '5000' } },
        })),
      },
    }
  },
}
export default check

function waitsLong(network: Network, connector: Connector): boolean {
  if (network.broker(connector.from)?.external) return false
  const address = addressOf(connector)
  if (address)
    return (
      address.scheme === 'masterslave' &&
      address.parts.length > 1 &&
      !address.options.has('maxReconnectDelay')
    )
  if (connector.uriOptions?.['maxReconnectDelay'] !== undefined) return false
  return remotesOf(connector).some((id) => {
    const broker = network.broker(id)
    return broker !== undefined && isPair(broker)
  })
}
