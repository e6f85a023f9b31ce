import { isPair } from '../../design/design.ts'
import { DISCOVERY_AGENTS } from '../../dialects/discovery.ts'
import { addressFix, wrapped } from '../fixes/addressFixes.ts'
import { beginsFilledIn } from '../settings/filledIn.ts'
import { addressOf } from '../settings/addresses.ts'
import type { Check } from '../check.ts'
import { spelled, connectorName } from '../../words.ts'
import { code, measured } from '../sources.ts'

/** `http` is there with a library that a plain broker does not have. */
const isKnown = (scheme: string) =>
  Object.hasOwn(DISCOVERY_AGENTS, scheme) || scheme === 'http' || scheme === 'staticfailover'

const check: Check = {
  id: 'discovery-scheme',
  severity: 'error',
  title: 'An address does not begin with a way to find brokers.',
  why: 'The address of a network connector begins with static:, masterslave: or multicast:; an address of a broker alone, such as tcp://host:61616 or failover:(…), keeps the broker from starting. Put it into static:(…), or both addresses of a pair into masterslave:(…).',
  targets: ['self-managed'],
  covers: ['uri-scheme'],
  sources: [
    code('DiscoveryNetworkConnector'),
    measured('tcp: and failover: alone: "DiscoveryAgent scheme NOT recognized", no start'),
  ],
  examples: { bad: 'a = b { uri=tcp://b1:61616 }', good: 'a = b { uri=static:(tcp://b1:61616) }' },
  *find(network) {
    for (const connector of network.design.connectors) {
      const address = addressOf(connector)
      // A property or a mark of a template may stand for all of the address, so it is not judged.
      if (!address || isKnown(address.scheme) || beginsFilledIn(address.text)) continue
      const remote = network.broker(connector.to)
      const text = wrapped(address, remote !== undefined && isPair(remote))
      yield {
        at: [{ connector: connector.id, setting: 'uri' }],
        message: `The broker does not start: the address of ${connectorName(network, connector)}, ${spelled(address.text)}, begins with no way to find brokers.`,
        ...addressFix(
          network,
          connector,
          text === undefined ? undefined : { label: `Put it into ${text.slice(0, text.indexOf(':'))}`, text },
        ),
      }
    }
  },
}
export default check
