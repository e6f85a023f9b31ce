import type { Check } from '../check.ts'
import { knowsAddress } from '../fixes/addressFixes.ts'
import { some } from '../shared/group.ts'
import { brokerNames } from '../../words.ts'
import { AWS_API } from '../sources.ts'

const check: Check = {
  id: 'address-not-known-yet',
  severity: 'note',
  title: 'The endpoints of a broker are not known yet.',
  why: 'Amazon MQ gives a broker its id, b-…, when it makes it, and the endpoints follow from the id and the Region. Until then the exported addresses hold a placeholder that says whose id belongs there. Paste the id once the broker is there.',
  covers: ['MQ031'],
  sources: [AWS_API],
  examples: {
    bad: 'target amazon-mq 5.19; user bridge; region eu-west-1: a, b; a = b { conduitSubscriptions=true decreaseNetworkConsumerPriority=true }',
    good: 'target amazon-mq 5.19; user bridge; region eu-west-1: a, b; broker b { id=b-1234 }; a = b { conduitSubscriptions=true decreaseNetworkConsumerPriority=true }',
  },
  *find(network) {
    const unknown = new Set(
      network.bridges
        .filter(({ connector, reverse }) => !reverse && !connector.uri && !knowsAddress(network, connector))
        .map(({ to }) => to)
        .filter((id) => network.targetOf(id) === 'amazon-mq' && !network.broker(id)?.amazon?.brokerId),
    )
    const brokers = some([...unknown])
    if (!brokers) return
    const [first, ...others] = brokers
    yield {
      at: [
        { broker: first, setting: 'brokerId' },
        ...others.map((broker) => ({ broker, setting: 'brokerId' })),
      ],
      message: `Connectors lead to ${brokerNames(network, brokers)}, whose broker id is not known yet: their addresses hold placeholders.`,
    }
  },
}
export default check
