import type { Check } from '../check.ts'
import { entriesOf, keepsOne, replaceEntries } from '../crossing/entries.ts'
import { subject } from '../../words.ts'
import { fact, measured } from '../sources.ts'

const check: Check = {
  id: 'empty-destination-name',
  severity: 'warning',
  title: 'A list has an entry without a name.',
  why: 'A queue or topic without a name stands for no destination, so it is left out of the file that is written. In a file of your own, physicalName="" keeps the broker from reading it at all, and name= in place of physicalName stands for a destination called null. Name it, or take it out.',
  covers: ['xml-physicalname'],
  sources: [
    fact('refuses-empty-physical-name', 'an empty physicalName: the file is refused'),
    measured('queue without physicalName: the destination is queue://null'),
  ],
  examples: {
    bad: 'a -> b { excluded=queue://orders excluded=queue:// }',
    good: 'a -> b { excluded=queue://orders }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const empty = entriesOf(connector).filter(({ destination }) => destination.name.trim() === '')
      if (empty.length === 0) continue
      // Without its last entry, a list of dynamic entries would let everything cross.
      const certain = keepsOne(connector, 'dynamic', named)
      yield {
        at: [{ connector: connector.id, setting: empty[0]?.list ?? 'excluded' }],
        message: `${subject(network, connector)} has a list entry without a name, which is left out of its file.`,
        ...(certain
          ? {
              fix: {
                label: 'Remove the empty entry',
                edits: replaceEntries(connector, ({ destination }) =>
                  named(destination) ? [destination] : [],
                ),
              },
            }
          : {}),
      }
    }
  },
}
export default check

function named({ name }: { readonly name: string }): boolean {
  return name.trim() !== ''
}
