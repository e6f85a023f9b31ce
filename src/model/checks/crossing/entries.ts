import type { Connector } from '../../design/design.ts'
import { parseDestination, type Destination } from '../../design/destination.ts'
import type { Edit } from '../../design/edits/edit.ts'
import type { Network } from '../../network/network.ts'
import { DESTINATION_LISTS, type DestinationList } from '../../dialects/network-connector.ts'

/** An entry of one of a connector's lists. */
export interface Entry {
  readonly list: DestinationList
  readonly destination: Destination
}

/** Every entry of a connector's lists. */
export function entriesOf(connector: Connector): readonly Entry[] {
  const entries: Entry[] = []
  for (const list of Object.keys(DESTINATION_LISTS) as DestinationList[]) {
    for (const destination of connector.filters[list] ?? []) entries.push({ list, destination })
  }
  return entries
}

/** The edits that put, for each entry of a connector's lists, what `change` gives in its place. */
export function replaceEntries(
  connector: Connector,
  change: (entry: Entry) => readonly Destination[],
): readonly Edit[] {
  const edits: Edit[] = []
  for (const list of Object.keys(DESTINATION_LISTS) as DestinationList[]) {
    const before = connector.filters[list]
    if (!before) continue
    const after = before.flatMap((destination) => change({ list, destination }))
    if (after.length === before.length && after.every((destination, i) => destination === before[i])) continue
    edits.push({ type: 'set-filter', id: connector.id, list, destinations: after })
  }
  return edits
}

/** Tells whether a list would lose its last entry: an empty list of dynamic entries lets everything cross. */
export function keepsOne(
  connector: Connector,
  list: DestinationList,
  stays: (destination: Destination) => boolean,
): boolean {
  const entries = connector.filters[list] ?? []
  return entries.length === 0 || entries.some(stays)
}

/** The destinations of an entry whose name is a list, such as `A,B`; of any other, itself. */
export function partsOf(destination: Destination): readonly Destination[] {
  if (!destination.name.includes(',')) return [destination]
  return destination.name.split(',').flatMap((part) => {
    const text = part.trim()
    if (text === '') return []
    return /^(queue|topic):\/\//.test(text)
      ? (parseDestination(text) ?? [])
      : { kind: destination.kind, name: text }
  })
}

/**
 * Tells whether an entry is a list of topics that the far side of a duplex connector reads as queues. What is included
 * statically is left out: nothing is known to be refused for it.
 */
export function isTopicListOfDuplex(
  network: Network,
  { id }: Connector,
  { list, destination: { kind, name } }: Entry,
): boolean {
  return (
    list !== 'static' &&
    kind === 'topic' &&
    name.split(',').filter((part) => !/^(queue|topic):/.test(part.trim())).length > 1 &&
    network.bridgesOf(id).some(({ settings }) => settings.duplex)
  )
}
