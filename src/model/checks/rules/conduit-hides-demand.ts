import { matches } from '../../network/wildcards.ts'
import type { Check } from '../check.ts'
import { consumersOf, demandOf, type TakenDemand } from '../crossing/demand.ts'
import { brokerNames, subject, told } from '../../words.ts'
import { measured } from '../sources.ts'
import type { Client } from '../../design/design.ts'

const check: Check = {
  id: 'conduit-hides-demand',
  severity: 'warning',
  title: 'A far subscriber can hide a nearer one.',
  why: 'Conduit subscriptions keep one subscription for a topic, with the way of whichever subscriber came first. If that is the far one, the next broker back finds it too far for its consumer TTL and takes nothing, also for the nearer one: whether messages arrive depends on the order of start. In a chain or tree give all connectors a consumer TTL as long as the longest way.',
  covers: ['conduit-masking'],
  sources: [
    measured(
      'chain of 4, consumer TTL 2, subscribers on the last two: the far one first, and nobody gets a message',
    ),
  ],
  examples: {
    bad: 'w -> x { messageTTL=3 consumerTTL=2 }; x -> y { messageTTL=3 consumerTTL=2 }; y -> z { messageTTL=3 consumerTTL=2 }; consumer on z of topic://news; consumer on y of topic://news',
    // In a chain, demand that a nearer broker hides from another is also too far for it.
    also: ['out-of-reach'],
    good: 'w -> x { networkTTL=3 }; x -> y { networkTTL=3 }; y -> z { networkTTL=3 }; consumer on z of topic://news; consumer on y of topic://news',
  },
  *find(network) {
    const subscribers = consumersOf(network, 'topic')
    if (subscribers.length < 2) return
    const over = new Map<string, { readonly client: Client; readonly taken: TakenDemand }[]>()
    for (const client of subscribers) {
      for (const taken of demandOf(network, client)) {
        if (!taken.bridge.settings.conduitSubscriptions) continue
        const key = `${taken.bridge.connector.id} ${taken.bridge.from} ${taken.bridge.to}`
        const list = over.get(key)
        if (list) list.push({ client, taken })
        else over.set(key, [{ client, taken }])
      }
    }
    for (const list of over.values()) {
      const [sample] = list
      if (!sample || list.length < 2) continue
      const { bridge } = sample.taken
      for (const upstream of network.bridgesTo(bridge.from)) {
        const limit = upstream.settings.consumerTtl
        if (upstream.from === bridge.to || limit < 2) continue
        const near = list.find(({ taken }) => taken.depth + 1 < limit)
        const far = list.find(
          ({ client, taken }) => taken.depth + 1 >= limit && near && alike(near.client, client),
        )
        if (!near || !far) continue
        yield {
          at: [
            { connector: upstream.connector.id, setting: 'consumerTtl' },
            { client: near.client.id },
            { client: far.client.id },
          ],
          message: `${subject(network, upstream.connector)} may hear of no subscriber to ${told(near.client.destination)}: if the one on ${brokerNames(network, [far.client.broker])} comes first, it hides the one on ${brokerNames(network, [near.client.broker])}.`,
        }
      }
    }
  },
}
export default check

function alike(a: Client, b: Client): boolean {
  return matches(a.destination, b.destination) || matches(b.destination, a.destination)
}
