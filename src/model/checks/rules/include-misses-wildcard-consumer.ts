import { refusalOfDemand } from '../../network/permit.ts'
import { isPattern, overlaps } from '../../network/wildcards.ts'
import type { Check } from '../check.ts'
import { brokerName, subject, told, toldAll } from '../../words.ts'
import { measured } from '../sources.ts'

const check: Check = {
  id: 'include-misses-wildcard-consumer',
  severity: 'warning',
  title: 'An included destination is narrower than the pattern its consumer listens to.',
  why: 'An entry A.B does not match a consumer of A.>: the bridge never hears that consumer, and nothing crosses for it. Include the pattern that the consumer uses.',
  covers: ['filter-literal-vs-wildcard'],
  sources: [measured('include A.B, consumer A.>: no demand')],
  examples: {
    bad: 'a -> b { dynamic=queue://orders.eu }; consumer on b of queue://orders.>',
    good: 'a -> b { dynamic=queue://orders.> }; consumer on b of queue://orders.>',
  },
  *find(network) {
    for (const client of network.design.clients) {
      if (client.role !== 'consumer' || !isPattern(client.destination.name)) continue
      for (const bridge of network.bridgesTo(client.broker)) {
        const near = (bridge.connector.filters.dynamic ?? []).filter((entry) =>
          overlaps(entry, client.destination),
        )
        if (near.length === 0 || refusalOfDemand(bridge, client.destination) !== 'not-included') continue
        yield {
          at: [{ connector: bridge.connector.id, setting: 'dynamic' }, { client: client.id }],
          message: `${subject(network, bridge.connector)} includes ${toldAll(near)}, and the consumer on ${brokerName(network, client.broker)} listens to ${told(client.destination)}: it is not heard.`,
        }
      }
    }
  },
}
export default check
