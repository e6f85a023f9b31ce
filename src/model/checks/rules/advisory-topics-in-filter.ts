import type { Check } from '../check.ts'
import { entriesOf, keepsOne, replaceEntries } from '../crossing/entries.ts'
import { isAdvisory } from '../crossing/filters.ts'
import { subject, toldAll } from '../../words.ts'
import { measured } from '../sources.ts'

const check: Check = {
  id: 'advisory-topics-in-filter',
  severity: 'warning',
  title: 'A connector includes advisory topics.',
  why: 'Advisories are how a broker tells of its own clients. Consumers of them are never announced, so including them dynamically does nothing; including them statically floods the neighbour with the events of this broker. Bridges hear what they need by themselves.',
  covers: ['filter-advisory'],
  sources: [measured('advisory topics cross by a static include only')],
  examples: {
    bad: 'a -> b { dynamic=queue://orders.> dynamic=topic://ActiveMQ.Advisory.> }',
    good: 'a -> b { dynamic=queue://orders.> excluded=topic://ActiveMQ.Advisory.> }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const entries = entriesOf(connector).filter(
        ({ list, destination }) => list !== 'excluded' && isAdvisory(destination),
      )
      if (entries.length === 0) continue
      const stays = (destination: (typeof entries)[number]['destination']) => !isAdvisory(destination)
      const certain =
        keepsOne(connector, 'dynamic', stays) &&
        (!connector.settings.staticBridge || keepsOne(connector, 'static', stays))
      yield {
        at: [{ connector: connector.id, setting: entries[0]?.list ?? 'dynamic' }],
        message: entries.some(({ list }) => list === 'static')
          ? `${subject(network, connector)} sends every event of its broker across: it always forwards ${toldAll(entries.map(({ destination }) => destination))}.`
          : `${subject(network, connector)} includes ${toldAll(entries.map(({ destination }) => destination))}, which has no effect.`,
        ...(certain
          ? {
              fix: {
                label: 'Remove the advisory topics',
                edits: replaceEntries(connector, ({ list, destination }) =>
                  list === 'excluded' || stays(destination) ? [destination] : [],
                ),
              },
            }
          : {}),
      }
    }
  },
}
export default check
