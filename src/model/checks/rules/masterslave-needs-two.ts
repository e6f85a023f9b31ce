import { isPair } from '../../design/design.ts'
import { addressFix, composed } from '../fixes/addressFixes.ts'
import { addressOf } from '../settings/addresses.ts'
import type { Check } from '../check.ts'
import { subject } from '../../words.ts'
import { code, fact } from '../sources.ts'

const check: Check = {
  id: 'masterslave-needs-two',
  severity: 'error',
  title: 'A masterslave address lists fewer than two brokers.',
  why: 'A masterslave:(…) address wants the addresses of both instances of a pair; with fewer the broker does not start. Use static:(…) for a single instance.',
  covers: ['uri-masterslave-one'],
  sources: [
    code('MasterSlaveDiscoveryAgent'),
    fact('refuses-masterslave-with-one', 'masterslave with one address: the broker does not start'),
  ],
  examples: {
    bad: 'a = b { uri=masterslave:(tcp://b1:61616) ?maxReconnectDelay=5000 }',
    good: 'a = b { uri=static:(tcp://b1:61616) }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const address = addressOf(connector)
      if (address?.scheme !== 'masterslave' || address.parts.length > 1) continue
      const remote = network.broker(connector.to)
      const [part] = address.parts
      yield {
        at: [{ connector: connector.id, setting: 'uri' }],
        message: `${subject(network, connector)} has a masterslave address with ${part ? 'one broker' : 'no broker'}, so the broker that declares it does not start.`,
        ...addressFix(
          network,
          connector,
          part && !(remote && isPair(remote))
            ? { label: 'Use static for the one address', text: composed('static', [part], address) }
            : undefined,
        ),
      }
    }
  },
}
export default check
