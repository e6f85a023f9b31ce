import { remotesOf, type Broker, type Connector, type Design } from '../design/design.ts'
import type { Edit } from '../design/edits/edit.ts'
import { nextId, type BrokerId, type ConnectorId, type ElementId, type RegionId } from '../design/ids.ts'
import { renamedIds } from '../design/renamedIds.ts'
import { matchBrokers, matchConnectors } from '../diff/matchElements.ts'
import type { ReadingIds } from './joinReadings.ts'

/** What files say: of a design, the part that they can. */
export type Said = Pick<Design, 'regions' | 'brokers' | 'connectors'> &
  Partial<Pick<Design, 'target' | 'engine'>>

export interface CarryOptions {
  /** Both are of the same files, so an id that both have is one element. */
  readonly sameFiles?: boolean
}

/** What to do to an open design so that it follows its files. */
export interface Carried {
  readonly edits: readonly Edit[]
  /** Which element of the open design each of the later reading is. */
  readonly ids: ReadingIds
}

/**
 * Does to an open design what differs between two readings of its files, and nothing else: what was changed by hand since
 * stays, unless the files now say something new of that very field.
 *
 * @param said - What the files said, in the ids of the open design.
 * @param after - What they say now, in ids of its own.
 */
export function carryOver(
  said: Said,
  after: Design,
  open: Design,
  { sameFiles = false }: CarryOptions = {},
): Carried {
  const before: Design = { ...open, ...said, brokers: said.brokers.map(inTermsOf(open, said)) }
  const ids = idsFor(before, after, open, sameFiles)
  const own = renamedIds(after, (id) => (ids[id] ?? id) as typeof id)
  const now: Design = { ...own, brokers: own.brokers.map(inTermsOf(open, after)) }
  const edits: Edit[] = []
  const has = (list: readonly { readonly id: string }[], id: string) => list.some((each) => each.id === id)
  for (const region of now.regions)
    if (!has(open.regions, region.id)) edits.push({ type: 'add-region', region })
  for (const broker of now.brokers) {
    const old = before.brokers.find(({ id }) => id === broker.id)
    if (!has(open.brokers, broker.id)) {
      // What was removed by hand stays removed.
      if (!old) edits.push({ type: 'add-broker', broker })
    } else if (old) edits.push(...brokerEdits(old, broker))
  }
  for (const connector of now.connectors) {
    const old = before.connectors.find(({ id }) => id === connector.id)
    if (!has(open.connectors, connector.id)) {
      if (!old) edits.push({ type: 'add-connector', connector })
    } else if (old) edits.push(...connectorEdits(old, connector))
  }
  const gone: ElementId[] = before.connectors
    .filter(({ id }) => has(open.connectors, id) && !has(now.connectors, id))
    .map(({ id }) => id)
  gone.push(...brokersGone(before, now, open, gone))
  gone.push(...regionsGone(before, now, open))
  if (gone.length > 0) edits.push({ type: 'remove', ids: gone })
  return { edits, ids }
}

/** Brokers that the files no longer tell of; one that stood for an address stays while a connector leads to it. */
function brokersGone(
  before: Design,
  now: Design,
  open: Design,
  gone: readonly ElementId[],
): readonly BrokerId[] {
  const left = new Set(
    open.connectors
      .filter(({ id }) => !gone.includes(id))
      .flatMap((connector) => {
        const changed = now.connectors.find(({ id }) => id === connector.id)
        const was = before.connectors.find(({ id }) => id === connector.id)
        const isFollowed = changed && was && remotesOf(was).join() !== remotesOf(changed).join()
        return isFollowed ? remotesOf(changed) : remotesOf(connector)
      }),
  )
  return before.brokers.flatMap(({ id, external }) => {
    const isOpen = open.brokers.some((each) => each.id === id)
    const isNow = now.brokers.some((each) => each.id === id)
    return isOpen && !isNow && !(external && left.has(id)) ? [id] : []
  })
}

/** Regions that the files no longer tell of, unless a broker is in them that was put there by hand. */
function regionsGone(before: Design, now: Design, open: Design): readonly RegionId[] {
  const isThere = (list: readonly { readonly id: string }[], id: string) =>
    list.some((each) => each.id === id)
  return before.regions.flatMap(({ id }) => {
    const isUsed = open.brokers.some(
      (broker) => broker.region === id && before.brokers.find((each) => each.id === broker.id)?.region !== id,
    )
    return isThere(open.regions, id) && !isThere(now.regions, id) && !isUsed ? [id] : []
  })
}

function brokerEdits(old: Broker, now: Broker): readonly Edit[] {
  const { id } = now
  const { settings: oldSettings = {}, amazon: oldAmazon = {}, ...oldFields } = old
  const { settings = {}, amazon = {}, ...fields } = now
  return [
    ...withChanges(oldFields, fields, (changes) => ({ type: 'set-broker', id, fields: changes }) as const),
    ...withChanges(
      oldSettings,
      settings,
      (changes) => ({ type: 'set-broker-settings', id, settings: changes }) as const,
    ),
    ...withChanges(oldAmazon, amazon, (changes) => ({ type: 'set-amazon', id, fields: changes }) as const),
  ]
}

function connectorEdits(old: Connector, now: Connector): readonly Edit[] {
  const { id } = now
  const { settings: oldSettings, filters: oldFilters, ...oldFields } = old
  const { settings, filters, ...fields } = now
  const lists = [
    ...new Set([...Object.keys(oldFilters), ...Object.keys(filters)]),
  ] as (keyof typeof filters)[]
  return [
    ...withChanges(oldFields, fields, (changes) => ({ type: 'set-connector', id, fields: changes }) as const),
    ...withChanges(
      oldSettings,
      settings,
      (changes) => ({ type: 'set-settings', id, settings: changes }) as const,
    ),
    ...lists.flatMap((list): Edit[] =>
      isSame(oldFilters[list], filters[list])
        ? []
        : [{ type: 'set-filter', id, list, destinations: filters[list] ?? [] }],
    ),
  ]
}

/** The edit of the fields that differ, with `null` for those that are gone; nothing where none does. */
function withChanges<Of extends object>(
  old: Of,
  now: Of,
  edit: (changes: Record<string, never>) => Edit,
): readonly Edit[] {
  const changes: Record<string, unknown> = {}
  for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
    const [was, is] = [old[key as keyof Of], now[key as keyof Of]]
    if (!isSame(was, is)) changes[key] = is ?? null
  }
  return Object.keys(changes).length > 0 ? [edit(changes as Record<string, never>)] : []
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** A broker's target and engine as they are written in the open design: left out where they are its own. */
function inTermsOf(open: Design, { target, engine }: Said) {
  return (broker: Broker): Broker => {
    const { target: runs = target, engine: version = engine, ...rest } = broker
    return {
      ...rest,
      ...(runs === undefined || runs === open.target ? {} : { target: runs }),
      ...(version === undefined || version === open.engine || broker.external ? {} : { engine: version }),
    }
  }
}

/** Ids of the open design for what the later reading has; what is new gets ids that nothing has or had. */
function idsFor(was: Design, after: Design, open: Design, sameFiles: boolean): ReadingIds {
  const matched = matchBrokers(after, was)
  const brokers = sameFiles ? bySameId(after.brokers, was.brokers, matched) : matched
  const connectors = sameFiles
    ? bySameId(after.connectors, was.connectors)
    : matchConnectors(after, was, brokers)
  const ids: Record<string, string> = {}
  const give = <Letter extends 'r' | 'b' | 'c'>(
    letter: Letter,
    list: readonly { readonly id: string; readonly name?: string }[],
    taken: readonly { readonly id: string }[],
    find: (each: { readonly id: string; readonly name?: string }) => string | undefined,
  ) => {
    const used = [...taken]
    for (const each of list) {
      // Of the same files, what comes again is found in them by its own id.
      const isFree = sameFiles && !used.some(({ id: other }) => other === each.id)
      const id = find(each) ?? (isFree ? each.id : nextId(letter, used))
      used.push({ id })
      ids[each.id] = id
    }
  }
  give(
    'r',
    after.regions,
    [...open.regions, ...was.regions],
    ({ name }) => [...open.regions, ...was.regions].find((region) => region.name === name)?.id,
  )
  give('b', after.brokers, [...open.brokers, ...was.brokers], ({ id }) => brokers.get(id as BrokerId))
  give('c', after.connectors, [...open.connectors, ...was.connectors], ({ id }) =>
    connectors.get(id as ConnectorId),
  )
  return ids
}

/** Of two readings of the same files, what has one id and one name is the same; brokers that no file describes may have moved on. */
function bySameId<Id extends BrokerId | ConnectorId>(
  after: readonly { readonly id: Id; readonly name?: string }[],
  was: readonly { readonly id: Id; readonly name?: string }[],
  others: ReadonlyMap<Id, Id> = new Map(),
): ReadonlyMap<Id, Id> {
  const found = new Map<Id, Id>()
  for (const { id, name } of after) {
    if (was.some((old) => old.id === id && old.name === name)) found.set(id, id)
  }
  const taken = new Set(found.values())
  for (const [id, old] of others) {
    if (found.has(id) || taken.has(old)) continue
    found.set(id, old)
    taken.add(old)
  }
  return found
}
