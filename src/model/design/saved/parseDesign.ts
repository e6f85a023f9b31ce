import type { Broker, Client, Connector, Design, IgnoredFinding, Note, Region } from '../design.ts'
import { EMPTY_DESIGN } from '../document.ts'
import { BROKER, CLIENT, CONNECTOR, IGNORED, NOTE, REGION, settings, target } from './elementFields.ts'
import { capped, isRaw, MOST, readFields, shown, text, type Fields, type Log, type Raw } from './fields.ts'
import type { ElementId } from '../ids.ts'

/** What became of the ids of a file: theirs to ours. */
export type Ids = Map<string, ElementId>

export function newIds(): Ids {
  return new Map()
}

type DesignFields = Pick<Design, 'name' | 'target' | 'engine' | 'bridgeUser' | 'newConnector'>

const DESIGN: Fields<DesignFields> = {
  name: text,
  target,
  engine: text,
  bridgeUser: text,
  newConnector: settings,
}

const LISTS: readonly string[] = ['regions', 'brokers', 'connectors', 'clients', 'notes', 'ignored']

/** Reads a design; fills `ids` with every element that is in it. */
export function readDesign(raw: Raw, ids: Ids, log: Log): Design {
  const fields = readFields(
    DESIGN,
    Object.fromEntries(Object.entries(raw).filter(([key]) => !LISTS.includes(key))),
    log,
    'The design',
  )
  for (const key of ['name', 'target', 'engine'] as const) {
    if (fields[key] === undefined) {
      log.add('missing', `The design has no ${key}; it was taken as "${EMPTY_DESIGN[key]}".`)
    }
  }
  const {
    name = EMPTY_DESIGN.name,
    target: runs = EMPTY_DESIGN.target,
    engine = EMPTY_DESIGN.engine,
  } = fields
  return {
    name,
    target: runs,
    engine,
    ...(fields.bridgeUser === undefined ? {} : { bridgeUser: fields.bridgeUser }),
    ...(isEmpty(fields.newConnector) ? {} : { newConnector: fields.newConnector }),
    regions: readElements<Region>(raw, 'regions', 'r', REGION, ids, log, wholeRegion),
    brokers: readElements<Broker>(raw, 'brokers', 'b', BROKER, ids, log, wholeBroker),
    connectors: readElements<Connector>(raw, 'connectors', 'c', CONNECTOR, ids, log, wholeConnector),
    clients: readElements<Client>(raw, 'clients', 'k', CLIENT, ids, log, wholeClient),
    notes: readElements<Note>(raw, 'notes', 'n', NOTE, ids, log, wholeNote),
    ignored: rowsOf(raw, 'ignored', log).flatMap((row) => wholeIgnored(row, ids, log) ?? []),
  }
}

/** The rows of one list, those that are no groups of fields left out. */
function rowsOf(
  raw: Raw,
  key: 'regions' | 'brokers' | 'connectors' | 'clients' | 'notes' | 'ignored',
  log: Log,
) {
  const value = Object.hasOwn(raw, key) ? (raw[key] ?? []) : []
  if (!Array.isArray(value)) {
    log.add('wrong-type', `The design: "${key}" should be a list, found ${shown(value)}. It was left out.`)
    return []
  }
  return capped(value, MOST[key], key, log, 'The design').filter((row, index): row is Raw => {
    if (isRaw(row)) return true
    log.add('wrong-type', `The design: entry ${index + 1} of "${key}" is ${shown(row)}. It was left out.`)
    return false
  })
}

/** Completes an element, or says that it cannot be without what is missing. */
type Complete<T> = (element: Partial<T>, at: string, refs: Refs) => Omit<T, 'id'> | undefined

/** Turns references of a file into ours; `undefined` where they lead to nothing, and says so. */
interface Refs {
  readonly log: Log
  readonly find: <Id extends ElementId>(id: Id | undefined, letter: string) => Id | undefined
}

function readElements<T extends { readonly id: ElementId }>(
  raw: Raw,
  key: 'regions' | 'brokers' | 'connectors' | 'clients' | 'notes',
  letter: string,
  fields: Fields<T>,
  ids: Ids,
  log: Log,
  complete: Complete<T>,
): readonly T[] {
  const rows = rowsOf(raw, key, log)
  const own = giveIds(rows, letter, ids, log)
  const find: Refs['find'] = (id, kind) => {
    const known = id === undefined ? undefined : ids.get(id)
    return known?.startsWith(kind) ? (known as typeof id) : undefined
  }
  const singular = key[0]?.toUpperCase() + key.slice(1, -1)
  return rows.flatMap((row, index) => {
    const at = `${singular} ${nameIn(row) ?? index + 1}`
    const { id, ...rest } = readFields(fields, row, log, at)
    const element = complete(rest as Partial<T>, at, { log, find })
    if (element) return { id: own[index], ...element } as T
    // What is about an element that was left out is about nothing.
    if (id !== undefined && ids.get(id) === own[index]) ids.delete(id)
    return []
  })
}

function nameIn(row: Raw): string | undefined {
  const name = Object.hasOwn(row, 'name') ? row['name'] : undefined
  return typeof name === 'string' && name !== '' ? `"${name.slice(0, 60)}"` : undefined
}

/** Keeps an id of our form that no element before has; numbers the others after the highest. */
function giveIds(rows: readonly Raw[], letter: string, ids: Ids, log: Log): readonly ElementId[] {
  const proper = new RegExp(`^${letter}\\d{1,9}$`)
  const theirs = rows.map((row) => (Object.hasOwn(row, 'id') ? row['id'] : undefined))
  const kept = new Set(theirs.filter((id): id is ElementId => typeof id === 'string' && proper.test(id)))
  let highest = 0
  for (const id of kept) highest = Math.max(highest, Number(id.slice(1)))
  return theirs.map((id) => {
    const isNew = kept.delete(id as ElementId)
    const own = isNew ? (id as ElementId) : (`${letter}${++highest}` as ElementId)
    if (typeof id !== 'string') return own
    if (!ids.has(id)) ids.set(id, own)
    else
      log.add('same-id', `Two elements have the id "${id.slice(0, 60)}"; what refers to it means the first.`)
    return own
  })
}

function isEmpty(value: object | undefined): value is undefined {
  return value === undefined || Object.keys(value).length === 0
}

const wholeRegion: Complete<Region> = ({ name }, at, { log }) => {
  if (name === undefined) log.add('missing', `${at} has no name; it was called "region".`)
  return { name: name ?? 'region' }
}

const wholeBroker: Complete<Broker> = (broker, at, { log, find }) => {
  const { name, region, instances, settings: own, amazon, policies, ...rest } = broker
  if (name === undefined) log.add('missing', `${at} has no name; it was called "broker".`)
  const home = find(region, 'r')
  if (region !== undefined && !home) {
    log.add(
      'no-such-element',
      `${at} is in region ${region}, which is not in this design. It is in none now.`,
    )
  }
  return {
    name: name ?? 'broker',
    ...(home ? { region: home } : {}),
    instances: instances ?? [{}],
    ...rest,
    ...(isEmpty(own) ? {} : { settings: own }),
    ...(isEmpty(amazon) ? {} : { amazon }),
    ...(isEmpty(policies) ? {} : { policies }),
  }
}

const wholeConnector: Complete<Connector> = (connector, at, { log, find }) => {
  const { name, from, to, alsoTo, settings: own, filters = {}, uri, uriOptions, extra } = connector
  const ends = [from, to].map((end) => find(end, 'b'))
  if (!ends[0] || !ends[1]) {
    const missing = ends[0] ? to : from
    log.add(
      'no-such-element',
      missing === undefined
        ? `${at} names no broker at one end. It was left out.`
        : `${at} names broker ${missing}, which is not in this design. It was left out.`,
    )
    return undefined
  }
  const further = alsoTo?.flatMap((id) => find(id, 'b') ?? [])
  if (further && further.length !== alsoTo?.length) {
    log.add(
      'no-such-element',
      `${at} leads to further brokers that are not in this design. They were left out.`,
    )
  }
  return {
    ...(name === undefined ? {} : { name }),
    from: ends[0],
    to: ends[1],
    ...(isEmpty(further) ? {} : { alsoTo: further }),
    settings: own ?? {},
    filters: Object.fromEntries(Object.entries(filters).filter(([, entries]) => entries.length > 0)),
    ...(uri === undefined ? {} : { uri }),
    ...(isEmpty(uriOptions) ? {} : { uriOptions }),
    ...(isEmpty(extra) ? {} : { extra }),
  }
}

const wholeClient: Complete<Client> = ({ name, broker, role, destination, ...rest }, at, { log, find }) => {
  const home = find(broker, 'b')
  if (home && role && destination) {
    return { ...(name === undefined ? {} : { name }), broker: home, role, destination, ...rest }
  }
  const lacks = home ? (role ? 'a destination' : 'a role') : 'a broker of this design'
  log.add('missing', `${at} has not ${lacks}. It was left out.`)
  return undefined
}

const wholeNote: Complete<Note> = ({ text: words = '', about }, at, { log, find }) => {
  const home = find(about, '')
  if (about !== undefined && !home) {
    log.add(
      'no-such-element',
      `${at} is about ${about}, which is not in this design. It is about nothing now.`,
    )
  }
  return { text: words, ...(home ? { about: home } : {}) }
}

function wholeIgnored(row: Raw, ids: Ids, log: Log): IgnoredFinding | undefined {
  const { check, at = [], reason = '' } = readFields(IGNORED, row, log, 'An ignored finding')
  const places = at.flatMap((id) => ids.get(id) ?? [])
  if (check !== undefined && places.length === at.length) return { check, at: places, reason }
  log.add(
    'no-such-element',
    check === undefined
      ? 'An ignored finding names no check. It was left out.'
      : `An ignored finding of "${check.slice(0, 60)}" is about elements that are not in this design. It was left out.`,
  )
  return undefined
}
