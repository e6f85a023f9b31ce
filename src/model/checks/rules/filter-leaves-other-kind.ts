import { remotesOf, type Connector } from '../../design/design.ts'
import type { Destination } from '../../design/destination.ts'
import type { Network } from '../../network/network.ts'
import type { Check } from '../check.ts'
import { carries, KINDS, type Kind } from '../crossing/filters.ts'
import { subject } from '../../words.ts'
import { measured } from '../sources.ts'

const check: Check = {
  id: 'filter-leaves-other-kind',
  severity: 'note',
  title: 'A list speaks of all queues or all topics, and the other kind is left to itself.',
  why: 'Queues and topics are filtered apart: excluding queue > stops no topic, and including only queue > lets no topic cross. Add the other kind if that is not meant.',
  covers: ['filter-type'],
  sources: [measured('queue > in a list does not touch topics')],
  examples: {
    bad: 'a -> b { excluded=queue://> }',
    good: 'a -> b { name=t excluded=queue://> }; a -> b { name=q excluded=topic://> }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const { excluded = [], dynamic = [] } = connector.filters
      for (const kind of KINDS) {
        const other: Kind = kind === 'queue' ? 'topic' : 'queue'
        // Leaving topics out is plain; leaving queues out is often meant for everything.
        const out =
          kind === 'queue' && speaksOf(kind, excluded) && dynamic.length === 0 && carries(connector, other)
        const only =
          speaksOf(kind, dynamic) &&
          excluded.every((entry) => entry.kind === kind) &&
          !carries(connector, other)
        if ((!out && !only) || hasCompanion(network, connector, only ? other : kind)) continue
        yield {
          at: [{ connector: connector.id, setting: out ? 'excluded' : 'dynamic' }],
          message: out
            ? `${subject(network, connector)} excludes all ${kind}s, and ${other}s still cross.`
            : `${subject(network, connector)} includes all ${kind}s, so no ${other} crosses.`,
        }
      }
    }
  },
}
export default check

/** A list that holds all of one kind, and nothing of the other. */
function speaksOf(kind: Kind, list: readonly Destination[]): boolean {
  return (
    list.some((entry) => entry.kind === kind && entry.name === '>') &&
    list.every((entry) => entry.kind === kind)
  )
}

/** Another connector between the same brokers that takes the other kind: the two were split on purpose. */
function hasCompanion(network: Network, connector: Connector, missing: Kind): boolean {
  return remotesOf(connector).every((remote) =>
    [...network.bridgesFrom(connector.from), ...network.bridgesTo(connector.from)].some(
      ({ connector: other, from, to }) =>
        other.id !== connector.id && (from === remote || to === remote) && carries(other, missing),
    ),
  )
}
