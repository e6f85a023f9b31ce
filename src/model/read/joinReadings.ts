import type { Design } from '../design/design.ts'
import type { BrokerId, ConnectorId } from '../design/ids.ts'
import { renamedIds } from '../design/renamedIds.ts'
import { matchBrokers, matchConnectors } from '../diff/matchElements.ts'
import type { Reading } from './reading.ts'
import type { SourceBroker, SourceConnector } from './source/source.ts'

/** Which element of a design each element of a reading is. */
export type ReadingIds = Readonly<Record<string, string>>

export interface JoinedPart {
  readonly reading: Reading
  /** Absent: the design was made of the reading, so the ids are the same. */
  readonly ids?: ReadingIds
  /** What the files say, in the design's own ids and names. Absent: the reading's own words. */
  readonly base?: Pick<Design, 'brokers' | 'connectors' | 'regions'>
}

/**
 * Several imports of one design as if they were one reading, so that `patchFiles` gives all their files back at once.
 *
 * @param parts - At least one. Ids of different parts are apart.
 * @param design - As it is now: what no part says, such as its target, is taken from it and so never a change.
 */
export function joinReadings(parts: readonly JoinedPart[], design: Design): Reading | undefined {
  const [first] = parts
  if (!first) return undefined
  if (parts.length === 1 && !first.ids) return first.reading
  const sources: Reading['sources'][number][] = []
  const brokers = new Map<BrokerId, readonly SourceBroker[]>()
  const connectors = new Map<ConnectorId, readonly SourceConnector[]>()
  const bases: Pick<Design, 'brokers' | 'connectors' | 'regions'>[] = []
  for (const { reading, ids = {}, base } of parts) {
    const shift = sources.length
    sources.push(...reading.sources)
    const idOf = <Id extends string>(id: Id): Id => (ids[id] ?? id) as Id
    const moved = new Map<SourceConnector, SourceConnector>()
    const move = (source: SourceConnector): SourceConnector => {
      const known = moved.get(source) ?? { ...source, file: source.file + shift }
      moved.set(source, known)
      return known
    }
    for (const [id, list] of reading.origins.brokers) {
      brokers.set(
        idOf(id),
        list.map((source) => ({
          ...source,
          file: source.file + shift,
          connectors: source.connectors.map(move),
        })),
      )
    }
    for (const [id, list] of reading.origins.connectors) connectors.set(idOf(id), list.map(move))
    bases.push(base ?? renamedIds(reading.document.design, idOf))
  }
  const frame = first.ids ? design : first.reading.document.design
  return {
    ...first.reading,
    sources,
    origins: { brokers, connectors },
    document: {
      ...first.reading.document,
      design: {
        ...frame,
        regions: bases.flatMap((base) => base.regions),
        brokers: bases.flatMap((base) => base.brokers),
        connectors: bases.flatMap((base) => base.connectors),
      },
    },
  }
}

/**
 * Which element of a design each broker, connector and region of a reading is, for files that come after the design: a
 * shared link knows none. What the design does not have gets an id that nothing of it has.
 */
export function matchReading(
  reading: Pick<Reading, 'document'>,
  design: Design,
): { readonly ids: ReadingIds; readonly brokers: number; readonly connectors: number } {
  const own = reading.document.design
  const brokers = matchBrokers(own, design)
  const connectors = matchConnectors(own, design, brokers)
  const ids: Record<string, string> = {}
  const give = (list: readonly { readonly id: string }[], known: (id: string) => string | undefined) => {
    for (const { id } of list) ids[id] = known(id) ?? `${id}-of-files`
  }
  give(own.brokers, (id) => brokers.get(id as BrokerId))
  give(own.connectors, (id) => connectors.get(id as ConnectorId))
  give(own.regions, (id) => {
    const name = own.regions.find((region) => region.id === id)?.name
    return design.regions.find((region) => region.name === name)?.id
  })
  return { ids, brokers: brokers.size, connectors: connectors.size }
}
