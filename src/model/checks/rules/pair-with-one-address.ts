import { isPair } from '../../design/design.ts'
import { addressFix, onlyRemote } from '../fixes/addressFixes.ts'
import { addressOf, amazonHost } from '../settings/addresses.ts'
import type { Check } from '../check.ts'
import { brokerName, subject } from '../../words.ts'
import { aws, code } from '../sources.ts'

const check: Check = {
  id: 'pair-with-one-address',
  severity: 'error',
  title: 'A connector knows only one instance of a pair.',
  why: 'After a takeover the other instance is the active one, and the bridge never finds it. List both in masterslave:(…).',
  covers: ['pair-one-address', 'MQ022'],
  sources: [code('MasterSlaveDiscoveryAgent'), aws('network-of-brokers')],
  examples: {
    bad: 'pair b; a = b { uri=static:(tcp://b1:61616) ?maxReconnectDelay=5000 }',
    good: 'pair b; a = b { ?maxReconnectDelay=5000 }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const address = addressOf(connector)
      const broker = address && onlyRemote(network, connector)
      if (!address || !broker || !isPair(broker)) continue
      const [part, second] = address.parts
      if (!part || second || address.scheme === 'masterslave' || address.scheme === 'multicast') continue
      const amazon = amazonHost(part.host)
      const other = amazon && part.text.replace(/-\d\.mq\./, amazon.instance === 1 ? '-2.mq.' : '-1.mq.')
      yield {
        at: [{ connector: connector.id, setting: 'uri' }],
        message: `${subject(network, connector)} knows only one address of the pair ${brokerName(network, broker.id)}: the link is gone after a takeover.`,
        ...addressFix(
          network,
          connector,
          other === undefined
            ? undefined
            : {
                label: 'List both endpoints of the pair',
                text: `masterslave:(${[part.text, other].toSorted().join(',')})`,
              },
        ),
      }
    }
  },
}
export default check
