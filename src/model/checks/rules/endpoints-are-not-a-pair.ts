import { addressFix } from '../fixes/addressFixes.ts'
import { addressOf, amazonHost } from '../settings/addresses.ts'
import type { Check } from '../check.ts'
import { clipped, subject } from '../../words.ts'
import { aws } from '../sources.ts'

const check: Check = {
  id: 'endpoints-are-not-a-pair',
  severity: 'error',
  title: 'A list for one pair holds endpoints of two brokers.',
  why: 'A list in masterslave:(…) or failover:(…) links to whichever endpoint answers first. The two endpoints of a pair on Amazon MQ have the same id and Region and end in -1 and -2; with endpoints of two brokers the connector links to either, by chance. List both endpoints of one pair.',
  covers: ['MQ027'],
  sources: [aws('network-of-brokers')],
  examples: {
    bad: 'target amazon-mq; user bridge; pair b; a = b { uri=masterslave:(ssl://b-1234-1.mq.eu-west-1.amazonaws.com:61617,ssl://b-9876-2.mq.eu-west-1.amazonaws.com:61617) }',
    good: 'target amazon-mq; user bridge; pair b; a = b { uri=masterslave:(ssl://b-1234-1.mq.eu-west-1.amazonaws.com:61617,ssl://b-1234-2.mq.eu-west-1.amazonaws.com:61617) }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const address = addressOf(connector)
      if (!address) continue
      const together =
        address.scheme === 'masterslave' ? address.parts : address.parts.filter((part) => part.inFailover)
      const hosts = together.flatMap(({ host }) => amazonHost(host) ?? [])
      const [first, ...others] = hosts
      const other = others.find(({ id, region }) => id !== first?.id || region !== first?.region)
      // Several failovers stand for several pairs.
      if (!first || !other || address.failovers.length > 1) continue
      yield {
        at: [{ connector: connector.id, setting: 'uri' }],
        message: `${subject(network, connector)} takes ${clipped(first.id)} in ${first.region} and ${clipped(other.id)} in ${other.region} for one pair.`,
        ...addressFix(network, connector),
      }
    }
  },
}
export default check
