import type { ConnectorSettings, DestinationList } from '../dialects/network-connector.ts'
import { unreachable } from '../outcome.ts'
import type {
  AmazonBroker,
  Broker,
  BrokerSettings,
  Client,
  Connector,
  Design,
  IgnoredFinding,
  Note,
  Region,
} from './design.ts'
import type { Destination } from './destination.ts'
import type { Document } from './document.ts'
import type { BrokerId, ClientId, ConnectorId, ElementId, NoteId, RegionId } from './ids.ts'
import { kindOf } from './ids.ts'
import type { Box, Layout, Point } from './layout.ts'
import { elementExists } from './lookups.ts'
import { patch, sameValue, type Patch } from './patch.ts'
import { removeElements } from './removeElements.ts'

export type { Patch } from './patch.ts'

/**
 * One change to a document, as data. Gestures, inspector fields, quick fixes, undo and the command line all use this door.
 */
export type Edit =
  | {
      readonly type: 'set-design'
      readonly fields: Patch<Pick<Design, 'name' | 'target' | 'engine' | 'bridgeUser' | 'newConnector'>>
    }
  | { readonly type: 'add-region'; readonly region: Region; readonly box?: Box }
  | { readonly type: 'set-region'; readonly id: RegionId; readonly fields: Patch<Omit<Region, 'id'>> }
  | { readonly type: 'add-broker'; readonly broker: Broker; readonly at?: Point }
  | { readonly type: 'set-broker'; readonly id: BrokerId; readonly fields: Patch<Omit<Broker, 'id'>> }
  | { readonly type: 'set-broker-settings'; readonly id: BrokerId; readonly settings: Patch<BrokerSettings> }
  | { readonly type: 'set-amazon'; readonly id: BrokerId; readonly fields: Patch<AmazonBroker> }
  | { readonly type: 'add-connector'; readonly connector: Connector }
  | {
      readonly type: 'set-connector'
      readonly id: ConnectorId
      readonly fields: Patch<Omit<Connector, 'id' | 'settings' | 'filters'>>
    }
  | { readonly type: 'set-settings'; readonly id: ConnectorId; readonly settings: Patch<ConnectorSettings> }
  | {
      readonly type: 'set-filter'
      readonly id: ConnectorId
      readonly list: DestinationList
      readonly destinations: readonly Destination[]
    }
  /** The other side declares it from now on. A one-way connector then carries messages the other way. */
  | { readonly type: 'flip-connector'; readonly id: ConnectorId }
  | { readonly type: 'add-client'; readonly client: Client }
  | { readonly type: 'set-client'; readonly id: ClientId; readonly fields: Patch<Omit<Client, 'id'>> }
  | { readonly type: 'add-note'; readonly note: Note; readonly box?: Box }
  | { readonly type: 'set-note'; readonly id: NoteId; readonly fields: Patch<Omit<Note, 'id'>> }
  /** Connectors and clients of a removed broker go with it; brokers of a removed region stay, outside of any. */
  | { readonly type: 'remove'; readonly ids: readonly ElementId[] }
  | {
      readonly type: 'place'
      readonly brokers?: Layout['brokers']
      readonly regions?: Layout['regions']
      readonly notes?: Layout['notes']
    }
  | { readonly type: 'ignore'; readonly finding: IgnoredFinding }
  | { readonly type: 'stop-ignoring'; readonly check: string; readonly at: readonly ElementId[] }
  /** Several edits that are one step for the user; `label` is what the undo menu says. */
  | { readonly type: 'batch'; readonly label: string; readonly edits: readonly Edit[] }

/**
 * Applies one edit and returns the new document; the old one is untouched, and what did not change is the same object
 * in both. `design` is the same object when only the layout changed. An edit that changes nothing returns the document
 * itself, and so does one that cannot be: it names an element that is not there, or adds one whose id is taken.
 */
export function applyEdit(document: Document, edit: Edit): Document {
  if (edit.type === 'batch') return applyInTurn(document, edit.edits)
  if (edit.type === 'remove') return removeElements(document, edit.ids)
  if (!fits(document.design, edit)) return document
  const design = editDesign(document.design, edit)
  const layout = editLayout(document.layout, design, edit)
  return design === document.design && layout === document.layout ? document : { ...document, design, layout }
}

/** One after another. What sets and adds connectors is one pass over them, since a fix may set thousands. */
function applyInTurn(document: Document, edits: readonly Edit[]): Document {
  let now = document
  for (let at = 0; at < edits.length;) {
    const run: RunEdit[] = []
    for (let next = edits[at]; next && isOfConnector(next); next = edits[++at]) run.push(next)
    const [first] = run
    if (first && run.length === 1) now = applyEdit(now, first)
    if (run.length > 1) {
      const design = editConnectors(now.design, run)
      if (design !== now.design) now = { ...now, design }
    }
    const other = edits[at++]
    if (other) now = applyEdit(now, other)
  }
  return now
}

type ConnectorEdit = Extract<Edit, { type: 'set-settings' | 'set-filter' }>
type RunEdit = ConnectorEdit | Extract<Edit, { type: 'add-connector' }>

function isOfConnector(edit: Edit): edit is RunEdit {
  return edit.type === 'set-settings' || edit.type === 'set-filter' || edit.type === 'add-connector'
}

function editConnectors(design: Design, edits: readonly RunEdit[]): Design {
  const connectors = new Map<string, Connector>(
    design.connectors.map((connector) => [connector.id, connector]),
  )
  const { regions, brokers, clients, notes } = design
  const others = new Set<string>(
    [regions, brokers, clients, notes].flatMap((list) => list.map(({ id }) => id)),
  )
  let isSame = true
  for (const edit of edits) {
    if (edit.type === 'add-connector') {
      const { id } = edit.connector
      const isThere = (end: ElementId) => (kindOf(end) === 'connector' ? connectors : others).has(end)
      if (
        isThere(id) ||
        !endsOf(edit.connector).every((end) => end === undefined || end === null || isThere(end))
      )
        continue
      connectors.set(id, edit.connector)
      isSame = false
      continue
    }
    const connector = connectors.get(edit.id)
    const changed = connector && editConnector(connector, edit)
    if (!changed || changed === connector) continue
    connectors.set(edit.id, changed)
    isSame = false
  }
  return isSame ? design : { ...design, connectors: [...connectors.values()] }
}

function editConnector(connector: Connector, edit: ConnectorEdit): Connector {
  if (edit.type === 'set-filter') {
    const filters = patch(connector.filters, { [edit.list]: edit.destinations })
    return filters === connector.filters ? connector : { ...connector, filters }
  }
  const settings = patch(connector.settings, edit.settings)
  return settings === connector.settings ? connector : { ...connector, settings }
}

type SingleEdit = Exclude<Edit, { type: 'batch' | 'remove' }>

/** No edit may leave a reference that leads nowhere, nor two elements with one id. */
function fits(design: Design, edit: SingleEdit): boolean {
  switch (edit.type) {
    case 'add-region':
      return !elementExists(design, edit.region.id)
    case 'add-broker':
      return !elementExists(design, edit.broker.id) && allExist(design, [edit.broker.region])
    case 'set-broker':
      return allExist(design, [edit.fields.region])
    case 'add-connector':
      return !elementExists(design, edit.connector.id) && allExist(design, endsOf(edit.connector))
    case 'set-connector':
      return allExist(design, endsOf(edit.fields))
    case 'add-client':
      return !elementExists(design, edit.client.id) && allExist(design, [edit.client.broker])
    case 'set-client':
      return allExist(design, [edit.fields.broker])
    case 'add-note':
      return !elementExists(design, edit.note.id) && allExist(design, [edit.note.about])
    case 'set-note':
      return allExist(design, [edit.fields.about])
    case 'ignore':
      return allExist(design, edit.finding.at)
    default:
      return true
  }
}

function endsOf({ from, to, alsoTo }: Patch<Pick<Connector, 'from' | 'to' | 'alsoTo'>>) {
  return [from, to, ...(alsoTo ?? [])]
}

function allExist(design: Design, ids: readonly (ElementId | null | undefined)[]): boolean {
  return ids.every((id) => id === undefined || id === null || elementExists(design, id))
}

function editDesign(design: Design, edit: SingleEdit): Design {
  switch (edit.type) {
    case 'set-design':
      return patch(design, edit.fields)
    case 'add-region':
      return { ...design, regions: [...design.regions, edit.region] }
    case 'set-region':
      return replace(design, 'regions', edit.id, (region) => patch(region, edit.fields))
    case 'add-broker':
      return { ...design, brokers: [...design.brokers, edit.broker] }
    case 'set-broker':
      return replace(design, 'brokers', edit.id, (broker) => patch(broker, edit.fields))
    case 'set-broker-settings':
      return replace(design, 'brokers', edit.id, (broker) =>
        patch(broker, { settings: patch(broker.settings ?? {}, edit.settings) }),
      )
    case 'set-amazon':
      return replace(design, 'brokers', edit.id, (broker) =>
        patch(broker, { amazon: patch(broker.amazon ?? {}, edit.fields) }),
      )
    case 'add-connector':
      return { ...design, connectors: [...design.connectors, edit.connector] }
    case 'set-connector':
      return replace(design, 'connectors', edit.id, (connector) => patch(connector, edit.fields))
    case 'set-settings':
    case 'set-filter':
      return replace(design, 'connectors', edit.id, (connector) => editConnector(connector, edit))
    case 'flip-connector':
      return replace(design, 'connectors', edit.id, flip)
    case 'add-client':
      return { ...design, clients: [...design.clients, edit.client] }
    case 'set-client':
      return replace(design, 'clients', edit.id, (client) => patch(client, edit.fields))
    case 'add-note':
      return { ...design, notes: [...design.notes, edit.note] }
    case 'set-note':
      return replace(design, 'notes', edit.id, (note) => patch(note, edit.fields))
    case 'ignore': {
      const known = design.ignored.find((other) => sameFinding(other, edit.finding))
      if (known?.reason === edit.finding.reason) return design
      return { ...design, ignored: [...design.ignored.filter((other) => other !== known), edit.finding] }
    }
    case 'stop-ignoring': {
      const ignored = design.ignored.filter((other) => !sameFinding(other, edit))
      return ignored.length === design.ignored.length ? design : { ...design, ignored }
    }
    case 'place':
      return design
    default:
      return unreachable(edit)
  }
}

function editLayout(layout: Layout, design: Design, edit: SingleEdit): Layout {
  switch (edit.type) {
    case 'add-region':
      return edit.box ? { ...layout, regions: { ...layout.regions, [edit.region.id]: edit.box } } : layout
    case 'add-broker':
      return edit.at ? { ...layout, brokers: { ...layout.brokers, [edit.broker.id]: edit.at } } : layout
    case 'add-note':
      return edit.box ? { ...layout, notes: { ...layout.notes, [edit.note.id]: edit.box } } : layout
    case 'place':
      return patch(layout, {
        brokers: placed(layout.brokers, design.brokers, edit.brokers),
        regions: placed(layout.regions, design.regions, edit.regions),
        notes: placed(layout.notes, design.notes, edit.notes),
      })
    default:
      return layout
  }
}

/** The same places where none changes; places of elements that are not there are passed over. */
function placed<Places extends object>(
  places: Places,
  elements: readonly { readonly id: string }[],
  next: Places | undefined,
): Places {
  if (!next) return places
  const known = new Set(elements.map(({ id }) => id))
  return patch(places, Object.fromEntries(Object.entries(next).filter(([id]) => known.has(id))))
}

/** A written address, and its other targets, speak of the old remote side, so they do not survive a flip. */
function flip(connector: Connector): Connector {
  if (connector.from === connector.to) return connector
  const { uri: _uri, alsoTo: _alsoTo, ...rest } = connector
  return { ...rest, from: connector.to, to: connector.from }
}

/** Tells whether two findings are the same one: same check, same elements in any order. */
export function sameFinding(
  a: Pick<IgnoredFinding, 'check' | 'at'>,
  b: Pick<IgnoredFinding, 'check' | 'at'>,
): boolean {
  if (a.check !== b.check || a.at.length !== b.at.length) return false
  return sameValue(a.at.toSorted(), b.at.toSorted())
}

type ListName = 'regions' | 'brokers' | 'connectors' | 'clients' | 'notes'

function replace<List extends ListName>(
  design: Design,
  list: List,
  id: string,
  change: (element: Design[List][number]) => Design[List][number],
): Design {
  const elements: readonly Design[List][number][] = design[list]
  const index = elements.findIndex((element) => element.id === id)
  const element = elements[index]
  if (!element) return design
  const changed = change(element)
  return changed === element ? design : { ...design, [list]: elements.with(index, changed) }
}
