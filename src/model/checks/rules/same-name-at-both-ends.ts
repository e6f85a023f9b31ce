import { effectiveName, remotesOf } from '../../design/design.ts'
import type { Check } from '../check.ts'
import { freeConnectorName } from '../fixes.ts'
import { brokerName, clipped } from '../say.ts'
import { code, measured } from '../sources.ts'

const check: Check = {
  id: 'same-name-at-both-ends',
  severity: 'error',
  title: 'A duplex connector and one that comes back have the same name.',
  why: 'Both build the same client id from the name and the two brokers, and a broker refuses the second connection with an id: one of the two reconnects for ever and carries nothing. Rename one, or drop it: duplex already carries both ways.',
  covers: ['nc-name-reverse-collision'],
  sources: [
    code('RegionBroker'),
    measured('duplex a to b and a one-way connector of the same name back: nothing crosses from a to b'),
  ],
  examples: {
    bad: 'a = b { name=link excluded=topic://> }; b -> a { name=link excluded=queue://> }',
    good: 'a = b { name=out excluded=topic://> }; b -> a { name=back excluded=queue://> }',
  },
  *find(network) {
    const seen = new Set<string>()
    for (const { connector, from, to } of network.bridges) {
      if (!connector.settings.duplex || from !== connector.from) continue
      for (const { connector: back } of fewer(network.bridgesFrom(to), network.bridgesTo(from))) {
        if (back.from !== to || back.id === connector.id || !remotesOf(back).includes(from)) continue
        if (effectiveName(back) !== effectiveName(connector) || seen.has(`${back.id} ${connector.id}`))
          continue
        seen.add(`${connector.id} ${back.id}`)
        seen.add(`${back.id} ${connector.id}`)
        yield {
          at: [
            { connector: connector.id, setting: 'name' },
            { connector: back.id, setting: 'name' },
          ],
          message: `${brokerName(network, from)} and ${brokerName(network, to)} each declare a connector named ${clipped(effectiveName(connector))} toward the other: one of the two is refused for ever.`,
          fix: {
            label: `Rename the one on ${brokerName(network, to)}`,
            edits: [
              { type: 'set-connector', id: back.id, fields: { name: freeConnectorName(network, back) } },
            ],
          },
        }
      }
    }
  },
}
export default check

/** Either list holds what leads from one broker to the other; a hub has a long one. */
function fewer<T>(a: readonly T[], b: readonly T[]): readonly T[] {
  return a.length < b.length ? a : b
}
