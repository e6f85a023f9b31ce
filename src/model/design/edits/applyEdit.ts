import { unreachable } from '../../outcome.ts'
import type { Connector, Design } from '../design.ts'
import type { Document } from '../document.ts'
import type { ElementId } from '../ids.ts'
import type { Layout } from '../layout.ts'
import { elementExists } from '../lookups.ts'
import type { Edit } from './edit.ts'
import { editConnectors, endsOf, isOfConnector, type ConnectorEdit } from './editConnectors.ts'
import { patch } from './patch.ts'
import { removeElements } from './removeElements.ts'
import { sameFinding } from './sameFinding.ts'

/**
 * Applies one edit and returns the new document; the old one is untouched, and what did not change is the same object
 * in both. `design` is the same object when only the layout changed. An edit that changes nothing returns the document
 * itself, and so does one that cannot be: it names an element that is not there, or adds one whose id is taken.
 */
export function applyEdit(document: Document, edit: Edit): Document {
  if (edit.type === 'batch') return applyInTurn(document, edit.edits)
  if (edit.type === 'remove') return removeElements(document, edit.ids)
  if (isOfConnector(edit)) return withConnectors(document, [edit])
  if (!fits(document.design, edit)) return document
  const design = editDesign(document.design, edit)
  const layout = editLayout(document.layout, design, edit)
  return design === document.design && layout === document.layout ? document : { ...document, design, layout }
}

/** One after another. What sets and adds connectors is one pass over them, since a fix may set thousands. */
function applyInTurn(document: Document, edits: readonly Edit[]): Document {
  let now = document
  for (let at = 0; at < edits.length;) {
    const run: ConnectorEdit[] = []
    for (let next = edits[at]; next && isOfConnector(next); next = edits[++at]) run.push(next)
    now = withConnectors(now, run)
    const other = edits[at++]
    if (other) now = applyEdit(now, other)
  }
  return now
}

function withConnectors(document: Document, edits: readonly ConnectorEdit[]): Document {
  const design = edits.length > 0 ? editConnectors(document.design, edits) : document.design
  return design === document.design ? document : { ...document, design }
}

type SingleEdit = Exclude<Edit, ConnectorEdit | { type: 'batch' | 'remove' }>

/** No edit may leave a reference that leads nowhere, nor two elements with one id. */
function fits(design: Design, edit: SingleEdit): boolean {
  switch (edit.type) {
    case 'add-region':
      return !elementExists(design, edit.region.id)
    case 'add-broker':
      return !elementExists(design, edit.broker.id) && allExist(design, [edit.broker.region])
    case 'set-broker':
      return allExist(design, [edit.fields.region])
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
    case 'set-connector':
      return replace(design, 'connectors', edit.id, (connector) => patch(connector, edit.fields))
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
