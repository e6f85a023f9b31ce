import type { Check } from '../check.ts'
import { entriesOf, isTopicListOfDuplex, partsOf, replaceEntries, type Entry } from '../crossing/entries.ts'
import { subject, toldAll } from '../../words.ts'
import { code, measured } from '../sources.ts'

const check: Check = {
  id: 'composite-destination',
  severity: 'error',
  title: 'A list has an entry with several names in it.',
  why: 'Of an entry such as A,B only the first name is listened for: consumers of the others are never heard, and on the far side of a duplex connector the parts become queues. Give each name an entry of its own.',
  covers: ['filter-composite'],
  sources: [code('NetworkBridgeConfiguration', 338), measured('include A,B: a consumer of B is never heard')],
  examples: {
    bad: 'a -> b { dynamic=queue://orders,bills }',
    good: 'a -> b { dynamic=queue://orders dynamic=queue://bills }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      // Topics on a duplex connector are worse off: a check of their own tells.
      const isComposite = (entry: Entry) =>
        entry.destination.name.includes(',') && !isTopicListOfDuplex(network, connector, entry)
      const composite = entriesOf(connector).filter(isComposite)
      if (composite.length === 0) continue
      yield {
        at: [{ connector: connector.id, setting: composite[0]?.list ?? 'dynamic' }],
        message: `${subject(network, connector)} lists ${toldAll(composite.map(({ destination }) => destination))}, of which only the first name counts.`,
        fix: {
          label: 'Give each name its own entry',
          edits: replaceEntries(connector, (entry) =>
            isComposite(entry) ? partsOf(entry.destination) : [entry.destination],
          ),
        },
      }
    }
  },
}
export default check
