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
import type { Box, Layout, Point } from './layout.ts'
import { removeElements } from './removeElements.ts'

/** Fields to change: an absent key stays, `null` removes the field. */
export type Patch<T> = { readonly [Key in keyof T]?: Exclude<T[Key], undefined> | null }

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
 * in both. `design` is the same object when only the layout changed. An edit that names an element that is not there,
 * or changes nothing, returns the document itself.
 */
export function applyEdit(document: Document, edit: Edit): Document {
  if (edit.type === 'batch') return edit.edits.reduce(applyEdit, document)
  if (edit.type === 'remove') return removeElements(document, edit.ids)
  const design = editDesign(document.design, edit)
  const layout = editLayout(document.layout, edit)
  return design === document.design && layout === document.layout ? document : { ...document, design, layout }
}

type SingleEdit = Exclude<Edit, { type: 'batch' | 'remove' }>

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
        withOptional(broker, 'settings', patch(broker.settings ?? {}, edit.settings)),
      )
    case 'set-amazon':
      return replace(design, 'brokers', edit.id, (broker) =>
        withOptional(broker, 'amazon', patch(broker.amazon ?? {}, edit.fields)),
      )
    case 'add-connector':
      return { ...design, connectors: [...design.connectors, edit.connector] }
    case 'set-connector':
      return replace(design, 'connectors', edit.id, (connector) => patch(connector, edit.fields))
    case 'set-settings':
      return replace(design, 'connectors', edit.id, (connector) => {
        const settings = patch(connector.settings, edit.settings)
        return settings === connector.settings ? connector : { ...connector, settings }
      })
    case 'set-filter':
      return replace(design, 'connectors', edit.id, (connector) => ({
        ...connector,
        filters: patch(connector.filters, {
          [edit.list]: edit.destinations.length > 0 ? edit.destinations : null,
        }),
      }))
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
    case 'ignore':
      return {
        ...design,
        ignored: [...design.ignored.filter((other) => !sameFinding(other, edit.finding)), edit.finding],
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

function editLayout(layout: Layout, edit: SingleEdit): Layout {
  switch (edit.type) {
    case 'add-region':
      return edit.box ? { ...layout, regions: { ...layout.regions, [edit.region.id]: edit.box } } : layout
    case 'add-broker':
      return edit.at ? { ...layout, brokers: { ...layout.brokers, [edit.broker.id]: edit.at } } : layout
    case 'add-note':
      return edit.box ? { ...layout, notes: { ...layout.notes, [edit.note.id]: edit.box } } : layout
    case 'place':
      return {
        brokers: edit.brokers ? { ...layout.brokers, ...edit.brokers } : layout.brokers,
        regions: edit.regions ? { ...layout.regions, ...edit.regions } : layout.regions,
        notes: edit.notes ? { ...layout.notes, ...edit.notes } : layout.notes,
      }
    default:
      return layout
  }
}

/** A written address, and its other targets, speak of the old remote side, so they do not survive a flip. */
function flip(connector: Connector): Connector {
  const { uri: _uri, alsoTo: _alsoTo, ...rest } = connector
  return { ...rest, from: connector.to, to: connector.from }
}

/** Tells whether two findings are the same one: same check, same elements. */
export function sameFinding(
  a: Pick<IgnoredFinding, 'check' | 'at'>,
  b: Pick<IgnoredFinding, 'check' | 'at'>,
): boolean {
  return a.check === b.check && a.at.length === b.at.length && a.at.every((id, index) => id === b.at[index])
}

function patch<T extends object>(value: T, fields: object): T {
  const entries = Object.entries(fields).filter(([, field]) => field !== undefined)
  if (entries.every(([key, field]) => (value as Record<string, unknown>)[key] === (field ?? undefined)))
    return value
  const next = { ...value } as Record<string, unknown>
  for (const [key, field] of entries) {
    if (field === null) delete next[key]
    else next[key] = field
  }
  return next as T
}

/** Keeps an empty group of fields out of the document, so that two ways to the same meaning give the same document. */
function withOptional<T extends object, Key extends keyof T>(value: T, key: Key, group: object): T {
  if (group === value[key]) return value
  return patch(value, { [key]: Object.keys(group).length > 0 ? group : null })
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
