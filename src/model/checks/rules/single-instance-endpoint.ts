import { isPair } from '../../design/design.ts'
import { addressFix, onlyRemote } from '../fixes/addressFixes.ts'
import { addressOf, amazonHost } from '../settings/addresses.ts'
import type { Check } from '../check.ts'
import { brokerName, subject } from '../../words.ts'
import { aws, code } from '../sources.ts'

const check: Check = {
  id: 'single-instance-endpoint',
  severity: 'error',
  title: 'An address asks a single-instance broker for a second endpoint.',
  why: 'A single-instance broker on Amazon MQ has one endpoint, which ends in -1. An endpoint ending in -2 exists only for a pair, and masterslave:(…) needs two. Use static:(…) with the -1 endpoint, or make the broker a pair.',
  covers: ['MQ023'],
  sources: [aws('network-of-brokers'), code('MasterSlaveDiscoveryAgent')],
  examples: {
    bad: 'target amazon-mq; user bridge; a = b { uri=static:(ssl://b-1234-2.mq.eu-west-1.amazonaws.com:61617) }',
    good: 'target amazon-mq; user bridge; a = b { uri=static:(ssl://b-1234-1.mq.eu-west-1.amazonaws.com:61617) }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const address = addressOf(connector)
      const broker = address && onlyRemote(network, connector)
      if (!address || !broker || isPair(broker) || network.targetOf(broker.id) !== 'amazon-mq') continue
      const hosts = address.parts.flatMap(({ host }) => amazonHost(host) ?? [])
      const [first] = hosts
      if (
        !first ||
        (hosts.every(({ instance }) => instance === 1) &&
          !(address.scheme === 'masterslave' && hosts.length > 1))
      )
        continue
      const text = address.parts[0]?.text.replace(/-\d\.mq\./, '-1.mq.') ?? ''
      yield {
        at: [{ connector: connector.id, setting: 'uri' }],
        message: `${subject(network, connector)} looks for a second endpoint of ${brokerName(network, broker.id)}, which is no pair and has only the first.`,
        ...addressFix(
          network,
          connector,
          hosts.every(({ id }) => id === first.id)
            ? { label: 'Use the one endpoint there is', text: `static:(${text})` }
            : undefined,
        ),
      }
    }
  },
}
export default check
