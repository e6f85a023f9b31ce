import { parseDestination, type Destination } from '../../design/destination.ts'
import type { Check } from '../check.ts'
import { entriesOf, replaceEntries } from '../crossing/entries.ts'
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
      const composite = entriesOf(connector).filter(({ destination }) => destination.name.includes(','))
      if (composite.length === 0) continue
      yield {
        at: [{ connector: connector.id, setting: composite[0]?.list ?? 'dynamic' }],
        message: `${subject(network, connector)} lists ${toldAll(composite.map(({ destination }) => destination))}, of which only the first name counts.`,
        fix: {
          label: 'Give each name its own entry',
          edits: replaceEntries(connector, ({ destination }) => parts(destination)),
        },
      }
    }
  },
}
export default check

function parts(destination: Destination): readonly Destination[] {
  if (!destination.name.includes(',')) return [destination]
  return destination.name.split(',').flatMap((part) => {
    const text = part.trim()
    if (text === '') return []
    return /^(queue|topic):\/\//.test(text)
      ? (parseDestination(text) ?? [])
      : { kind: destination.kind, name: text }
  })
}
