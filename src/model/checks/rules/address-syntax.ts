import { addressFix } from '../fixes/addressFixes.ts'
import { addressOf } from '../settings/addresses.ts'
import { hostTrouble, troubleOf } from '../settings/addressTrouble.ts'
import type { Check } from '../check.ts'
import { brokerName, clipped, subject } from '../../words.ts'
import { code, measured } from '../sources.ts'

const check: Check = {
  id: 'address-syntax',
  severity: 'error',
  title: 'An address is not one that a broker can read.',
  why: 'A broker reads an address as a URI: without blanks or line ends, with a host and a port in every part, and no underscore in a host name. Otherwise it does not start, or the bridge never connects. Correct what the message names.',
  covers: ['uri-syntax', 'MQ026'],
  sources: [
    code('DiscoveryNetworkConnector'),
    measured('a blank inside an address: URISyntaxException, no start'),
  ],
  examples: {
    bad: 'pair b; a = b { uri="masterslave:(tcp://b1:61616, tcp://b2:61616)?maxReconnectDelay=5000" }',
    good: 'pair b; a = b { uri=masterslave:(tcp://b1:61616,tcp://b2:61616)?maxReconnectDelay=5000 }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const address = addressOf(connector)
      const trouble = address && troubleOf(address)
      if (!trouble) continue
      const text = address.text.replace(/\s+/g, '')
      yield {
        at: [{ connector: connector.id, setting: 'uri' }],
        message: `${subject(network, connector)} has an address that no broker can read: ${trouble}.`,
        ...addressFix(
          network,
          connector,
          /\s/.test(address.text) ? { label: 'Take the blanks out', text } : undefined,
        ),
      }
    }
    for (const broker of network.design.brokers) {
      const host = broker.instances.find((instance) => instance.host && hostTrouble(instance.host))?.host
      if (host === undefined) continue
      yield {
        at: [{ broker: broker.id, setting: 'host' }],
        message: `${brokerName(network, broker.id)} listens on the host ${clipped(host)}, which no address can hold: ${hostTrouble(host)}.`,
      }
    }
  },
}
export default check
