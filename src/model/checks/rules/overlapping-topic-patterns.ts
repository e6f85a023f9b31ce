import type { Client } from '../../design/design.ts'
import type { Bridge } from '../../network/bridges.ts'
import { isPattern, matches } from '../../network/wildcards.ts'
import type { Check } from '../check.ts'
import { consumersOf, demandOf } from '../crossing/demand.ts'
import { connectorName, told } from '../../words.ts'
import { fact } from '../sources.ts'

const check: Check = {
  id: 'overlapping-topic-patterns',
  severity: 'warning',
  title: 'A pattern and a narrower topic cross the same bridge.',
  why: 'If the narrower subscription comes first, the bridge makes a second one for the pattern, and messages that both stand for cross twice: durable subscribers get both copies, plain ones one while a policy covers what they listen to (audit). The other way round they cross once. Let all subscribers behind a link use the same topic or pattern.',
  covers: ['topic-wildcard-overlap'],
  sources: [
    fact('topic-narrow-then-wide-consumer', 'A.B first, then A.>: 6 copies of 3 messages for each'),
    fact('topic-wide-then-narrow-consumer', 'A.> first, then A.B: 3 copies for each'),
  ],
  examples: {
    bad: 'a -> b; consumer on b of topic://news.eu; consumer on b of topic://news.>',
    good: 'a -> b; consumer on b of topic://news.>; consumer on b of topic://news.>',
  },
  *find(network) {
    const subscribers = consumersOf(network, 'topic')
    if (!subscribers.some(({ destination }) => isPattern(destination.name))) return
    const over = new Map<Bridge, Client[]>()
    for (const client of subscribers) {
      for (const { bridge } of demandOf(network, client)) {
        if (!bridge.settings.conduitSubscriptions) continue
        const list = over.get(bridge)
        if (list) list.push(client)
        else over.set(bridge, [client])
      }
    }
    const seen = new Set<string>()
    for (const [{ connector }, clients] of over) {
      for (const wide of clients) {
        if (!isPattern(wide.destination.name)) continue
        const narrow = clients.find(
          ({ destination }) =>
            destination.name !== wide.destination.name && matches(wide.destination, destination),
        )
        if (!narrow || seen.has(connector.id)) continue
        seen.add(connector.id)
        yield {
          at: [{ connector: connector.id }, { client: narrow.id }, { client: wide.id }],
          message: `Both ${told(narrow.destination)} and ${told(wide.destination)} cross ${connectorName(network, connector)}: depending on which comes first, messages cross it twice.`,
        }
      }
    }
  },
}
export default check
