import type { Check } from '../check.ts'
import { keepsOne, replaceEntries } from '../crossing/entries.ts'
import { covers } from '../crossing/filters.ts'
import { connectorName, toldAll } from '../../words.ts'
import { code } from '../sources.ts'

const check: Check = {
  id: 'include-without-effect',
  severity: 'note',
  title: 'An included destination is wholly excluded.',
  why: 'An exclusion comes first, so this entry lets nothing cross. Take it out, or narrow the exclusion.',
  covers: ['filter-dead-include'],
  sources: [code('DemandForwardingBridgeSupport', 1401)],
  examples: {
    bad: 'a -> b { dynamic=queue://orders.eu dynamic=queue://bills excluded=queue://orders.> }',
    good: 'a -> b { dynamic=queue://orders.> excluded=queue://orders.eu }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const { dynamic = [], excluded = [] } = connector.filters
      const dead = dynamic.filter((entry) => excluded.some((other) => covers(other, entry)))
      if (dead.length === 0) continue
      // An empty list would let everything else cross.
      const certain = keepsOne(connector, 'dynamic', (entry) => !dead.includes(entry))
      yield {
        at: [{ connector: connector.id, setting: 'dynamic' }],
        message: `Including ${toldAll(dead)} has no effect on ${connectorName(network, connector)}: it is excluded as well.`,
        ...(certain
          ? {
              fix: {
                label: 'Remove the entry without effect',
                edits: replaceEntries(connector, ({ list, destination }) =>
                  list === 'dynamic' && dead.includes(destination) ? [] : [destination],
                ),
              },
            }
          : {}),
      }
    }
  },
}
export default check
