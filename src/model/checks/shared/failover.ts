import type { Network } from '../../network/network.ts'
import { addressFix, composed } from '../fixes/addressFixes.ts'
import { addressOf } from '../settings/addresses.ts'
import type { Hit } from '../check.ts'
import { subject } from '../../words.ts'

/** Connectors, duplex or not, whose address holds a failover that reconnects without telling the bridge. */
export function* hiddenLosses(network: Network, duplex: boolean, then: string): Iterable<Hit> {
  for (const connector of network.design.connectors) {
    if ((connector.settings.duplex === true) !== duplex) continue
    const address = addressOf(connector)
    // `failover:` alone is no address of a connector at all.
    if (!address || address.scheme === 'failover') continue
    if (!address.failovers.some((options) => options.get('maxReconnectAttempts') !== '0')) continue
    const alone =
      address.failovers.length === 1 &&
      address.parts.length > 1 &&
      address.parts.every((part) => part.inFailover)
    yield {
      at: [{ connector: connector.id, setting: 'uri' }],
      message: `${subject(network, connector)} does not notice when its broker is lost: ${then}.`,
      ...addressFix(
        network,
        connector,
        alone
          ? { label: 'Use masterslave', text: composed('masterslave', address.parts, address) }
          : undefined,
      ),
    }
  }
}
