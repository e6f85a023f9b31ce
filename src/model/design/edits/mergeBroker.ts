import { networkOf } from '../../network/network.ts'
import { connectorUri } from '../../xml/parts/connectorUri.ts'
import {
  effectiveName,
  remotesOf,
  type Broker,
  type Connector,
  type Design,
  type Instance,
} from '../design.ts'
import type { Document } from '../document.ts'
import { applyEdit } from './applyEdit.ts'
import type { Edit } from './edit.ts'
import type { BrokerId, ConnectorId } from '../ids.ts'
import { connectorName, isNamedByEnds } from './names.ts'
import { sameValue } from './patch.ts'

/** What merging one broker into another does, and what it leaves behind for people to decide. */
export interface Merge {
  readonly edit: Extract<Edit, { type: 'batch' }>
  /** Connectors that then lead from a broker to itself. They are kept, since their files still hold them. */
  readonly toItself: readonly ConnectorId[]
  /** Connectors that then stand beside one that makes the same bridge. */
  readonly doubled: readonly ConnectorId[]
}

/** Why one broker cannot be merged into another, in a sentence; `undefined` where it can. */
export function whyNotMerge(design: Design, from: BrokerId, into: BrokerId): string | undefined {
  const gone = design.brokers.find(({ id }) => id === from)
  const stays = design.brokers.find(({ id }) => id === into)
  if (!gone || !stays) return 'One of the two brokers is no longer in the design.'
  if (from === into) return `${gone.name} cannot be merged with itself. Choose another broker.`
  return gone.external
    ? undefined
    : `${gone.name} has a configuration of its own. Only an outside broker can be merged into another.`
}

/**
 * Finds out what an outside broker really was: its connectors, clients and notes go to the broker it is, which takes
 * over its address where it has none. The address that a connector is written with stays what it was, word for word if
 * need be, so files that were read come back unchanged; only an address that was a placeholder is worked out anew.
 * Connectors named by their ends are renamed with them, unless the design was read from files, whose names stay.
 *
 * `undefined` where `whyNotMerge` has a reason.
 */
export function mergeBroker(document: Document, from: BrokerId, into: BrokerId): Merge | undefined {
  const { design } = document
  const gone = design.brokers.find(({ id }) => id === from)
  const stays = design.brokers.find(({ id }) => id === into)
  if (!gone || !stays || whyNotMerge(design, from, into) !== undefined) return undefined

  const touched = design.connectors.filter((connector) => endsOf(connector).includes(from))
  const moves: Edit[] = [
    ...brokerEdits(stays, gone),
    ...touched.map((connector) => repointed(connector, from, into)),
    ...design.clients
      .filter(({ broker }) => broker === from)
      .map(({ id }): Edit => ({ type: 'set-client', id, fields: { broker: into } })),
    ...design.notes
      .filter(({ about }) => about === from)
      .map(({ id }): Edit => ({ type: 'set-note', id, fields: { about: into } })),
    { type: 'remove', ids: [from] },
  ]
  const moved = moves.reduce(applyEdit, document).design
  const names = document.sources ? [] : namesByEnds(design, moved, touched)
  const edits = [...moves, ...names, ...keptAddresses(design, moved, into)]
  const ids = new Set(touched.map(({ id }) => id))
  const after = moved.connectors.filter(({ id }) => ids.has(id))
  return {
    edit: { type: 'batch', label: `merge ${gone.name} into ${stays.name}`, edits },
    toItself: after.filter((connector) => remotesOf(connector).includes(connector.from)).map(({ id }) => id),
    doubled: after.filter((connector) => isDoubled(connector, moved.connectors)).map(({ id }) => id),
  }
}

function endsOf(connector: Connector): readonly BrokerId[] {
  return [connector.from, ...remotesOf(connector)]
}

function repointed({ id, from, to, alsoTo }: Connector, gone: BrokerId, into: BrokerId): Edit {
  const now = (end: BrokerId) => (end === gone ? into : end)
  const [first = into, ...others] = new Set([to, ...(alsoTo ?? [])].map(now))
  return {
    type: 'set-connector',
    id,
    fields: { from: now(from), to: first, alsoTo: others.length > 0 ? others : null },
  }
}

/** The broker that stays learns where it can be reached, where it did not say so itself. */
function brokerEdits(stays: Broker, gone: Broker): readonly Edit[] {
  const edits: Edit[] = []
  const instances = joined(stays.instances, gone.instances)
  if (!sameValue(instances, stays.instances))
    edits.push({ type: 'set-broker', id: stays.id, fields: { instances } })
  const brokerId = gone.amazon?.brokerId
  if (brokerId && !stays.amazon?.brokerId)
    edits.push({ type: 'set-amazon', id: stays.id, fields: { brokerId } })
  return edits
}

/** Instances without a host take the places that are new, in order; two places of which one is known make a pair. */
function joined(own: Broker['instances'], other: Broker['instances']): Broker['instances'] {
  const given = other.filter(({ host }) => host !== undefined)
  const unknown = given.filter((place) => !own.some((instance) => isAt(instance, place)))
  if (unknown.length === 0) return own
  const isSamePlace = unknown.length < given.length || own.every(({ host }) => host === undefined)
  const [first, second] = own.map((instance) =>
    instance.host === undefined ? withAddress(instance, unknown.shift()) : instance,
  )
  const [spare] = unknown
  if (!first || second) return first && second ? [first, second] : own
  return spare && isSamePlace ? [first, withAddress({}, spare)] : [first]
}

function isAt(one: Instance, other: Instance): boolean {
  return (
    one.host !== undefined &&
    one.host.toLowerCase() === other.host?.toLowerCase() &&
    (one.port === undefined || other.port === undefined || one.port === other.port)
  )
}

/** The host of another, and what else of its address was not said. */
function withAddress(own: Instance, other: Instance | undefined): Instance {
  if (other?.host === undefined) return own
  const { scheme = other.scheme, port = other.port } = own
  return {
    ...own,
    host: other.host,
    ...(scheme === undefined ? {} : { scheme }),
    ...(port === undefined ? {} : { port }),
  }
}

/** What connectors were written with, kept word for word where it would come out differently now. */
function keptAddresses(before: Design, after: Design, into: BrokerId): readonly Edit[] {
  const [networkBefore, networkAfter] = [networkOf(before), networkOf(after)]
  return after.connectors.flatMap((connector): Edit[] => {
    const former = networkBefore.connector(connector.id)
    if (!former || connector.uri !== undefined || !remotesOf(connector).includes(into)) return []
    const { uri, placeholders } = connectorUri(networkBefore, former)
    if (placeholders.length > 0 || connectorUri(networkAfter, connector).uri === uri) return []
    return [{ type: 'set-connector', id: connector.id, fields: { uri, uriOptions: null } }]
  })
}

function namesByEnds(before: Design, after: Design, touched: readonly Connector[]): readonly Edit[] {
  let current = after
  return touched.flatMap((former): Edit[] => {
    const connector = current.connectors.find(({ id }) => id === former.id)
    if (!connector || !isNamedByEnds(before, former) || connector.from === connector.to) return []
    const name = connectorName(current, connector.from, connector.to, [connector.id])
    const connectors = current.connectors.map((other) => (other === connector ? { ...other, name } : other))
    current = { ...current, connectors }
    return [{ type: 'set-connector', id: connector.id, fields: { name } }]
  })
}

/** Another connector joins the same two brokers in one of the directions of this one. */
function isDoubled(connector: Connector, all: readonly Connector[]): boolean {
  const own = waysOf(connector)
  return all.some((other) => other.id !== connector.id && waysOf(other).some((way) => own.includes(way)))
}

function waysOf(connector: Connector): readonly string[] {
  const { from, settings } = connector
  return remotesOf(connector)
    .filter((to) => to !== from)
    .flatMap((to) => (settings.duplex ? [`${from} ${to}`, `${to} ${from}`] : [`${from} ${to}`]))
}

/** What a merge leaves to decide, in sentences; empty where nothing is left. Read in the design after the merge. */
export function mergeWords(after: Design, { toItself, doubled }: Merge): readonly string[] {
  const named = (ids: readonly ConnectorId[]) =>
    after.connectors.filter(({ id }) => ids.includes(id)).map((connector) => effectiveName(connector))
  return [
    ...(toItself.length > 0
      ? [
          sentence(
            named(toItself),
            'now leads from its broker to itself',
            'now lead from their broker to itself',
          ),
        ]
      : []),
    ...(doubled.length > 0
      ? [
          sentence(
            named(doubled),
            'now stands beside another connector that does the same',
            'now stand beside other connectors that do the same',
          ),
        ]
      : []),
  ]
}

function sentence(names: readonly string[], one: string, many: string): string {
  const [first = '', second] = names
  if (names.length === 1) return `${first} ${one}.`
  if (names.length === 2) return `${first} and ${second} ${many}.`
  return `${first}, ${second} and ${names.length - 2} more ${many}.`
}
