import type { Connector, Design } from '../design.ts'
import { DOCUMENT_VERSION, EMPTY_DESIGN, type Document } from '../document.ts'
import { applyEdit } from './applyEdit.ts'
import type { Edit } from './edit.ts'
import { nextId, type ElementId } from '../ids.ts'
import type { Box, Point } from '../layout.ts'
import { connectorName, copyName, isNamedByEnds, uniqueName } from './names.ts'

/**
 * A part of a document on its way to another place. It is a document itself, so the clipboard can carry it as text and
 * `readDocumentText` reads it back; a whole design can be pasted in the same way. A region without a place only says
 * where its brokers stood.
 */
export type Fragment = Document

/**
 * Takes the named elements out as a fragment: the brokers of a named region with it, all connectors whose ends are all
 * taken, all clients of the brokers that are taken.
 */
export function copyElements(document: Document, ids: readonly ElementId[]): Fragment {
  const { design, layout } = document
  const named = new Set<string>(ids)
  const brokers = design.brokers.filter(({ id, region }) => named.has(id) || (region && named.has(region)))
  const taken = new Set<string>(brokers.map(({ id }) => id))
  const connectors = design.connectors.filter(({ from, to, alsoTo = [] }) =>
    [from, to, ...alsoTo].every((id) => taken.has(id)),
  )
  const clients = design.clients.filter(({ broker }) => taken.has(broker))
  const regions = design.regions.filter(
    ({ id }) => named.has(id) || brokers.some((broker) => broker.region === id),
  )
  for (const { id } of [...connectors, ...clients]) taken.add(id)
  for (const { id } of regions) if (named.has(id)) taken.add(id)
  const notes = design.notes.filter(({ id }) => named.has(id))
  for (const { id } of notes) taken.add(id)
  return {
    version: DOCUMENT_VERSION,
    design: {
      ...EMPTY_DESIGN,
      name: design.name,
      target: design.target,
      engine: design.engine,
      regions,
      brokers,
      connectors,
      clients,
      notes: notes.map(({ about, ...note }) => (about && taken.has(about) ? { ...note, about } : note)),
    },
    layout: {
      brokers: only(layout.brokers, taken),
      regions: only(layout.regions, taken),
      notes: only(layout.notes, taken),
    },
  }
}

function only<Places extends object>(places: Places, ids: ReadonlySet<string>): Places {
  return Object.fromEntries(Object.entries(places).filter(([id]) => ids.has(id))) as Places
}

/**
 * The edit that puts a fragment into a document, moved by a distance: with new ids and free names, its own connectors
 * and clients kept, its brokers in the region of the same name where the fragment does not bring it.
 */
export function pasteFragment(
  document: Document,
  fragment: Fragment,
  by: Point,
): Extract<Edit, { type: 'batch' }> {
  const edits: Edit[] = []
  const ids = new Map<ElementId, ElementId>()
  let next = document
  const idOf = <Id extends ElementId>(id: Id): Id => (ids.get(id) ?? id) as Id
  const add = (edit: Edit) => {
    edits.push(edit)
    next = applyEdit(next, edit)
  }
  const namesIn = (list: 'regions' | 'brokers') => next.design[list].map(({ name }) => name)

  for (const region of fragment.design.regions) {
    const box = moved(fragment.layout.regions[region.id], by)
    const home = box ? undefined : document.design.regions.find(({ name }) => name === region.name)
    const id = home?.id ?? nextId('r', next.design.regions)
    ids.set(region.id, id)
    if (home) continue
    const added = { ...region, id, name: copyName(region.name, namesIn('regions')) }
    add({ type: 'add-region', region: added, ...(box ? { box } : {}) })
  }
  for (const broker of fragment.design.brokers) {
    const id = nextId('b', next.design.brokers)
    ids.set(broker.id, id)
    const at = moved(fragment.layout.brokers[broker.id], by)
    const added = {
      ...broker,
      id,
      name: uniqueName(broker.name, namesIn('brokers')),
      ...(broker.region ? { region: idOf(broker.region) } : {}),
    }
    add({ type: 'add-broker', broker: added, ...(at ? { at } : {}) })
  }
  for (const connector of fragment.design.connectors) {
    const id = nextId('c', next.design.connectors)
    ids.set(connector.id, id)
    const added = {
      ...connector,
      id,
      from: idOf(connector.from),
      to: idOf(connector.to),
      ...(connector.alsoTo ? { alsoTo: connector.alsoTo.map(idOf) } : {}),
    }
    add({
      type: 'add-connector',
      connector: { ...added, ...pastedName(fragment.design, connector, next.design, added) },
    })
  }
  for (const client of fragment.design.clients) {
    const id = nextId('k', next.design.clients)
    ids.set(client.id, id)
    add({ type: 'add-client', client: { ...client, id, broker: idOf(client.broker) } })
  }
  for (const note of fragment.design.notes) {
    const id = nextId('n', next.design.notes)
    ids.set(note.id, id)
    const { about, ...rest } = note
    const subject = about && ids.get(about)
    const box = moved(fragment.layout.notes[note.id], by)
    add({
      type: 'add-note',
      note: { ...rest, id, ...(subject ? { about: subject } : {}) },
      ...(box ? { box } : {}),
    })
  }
  return { type: 'batch', label: 'paste', edits }
}

/** A connector that was named by its ends is again; any other name is counted on. */
function pastedName(
  from: Design,
  original: Connector,
  into: Design,
  added: Connector,
): { readonly name?: string } {
  if (original.name === undefined) return {}
  if (isNamedByEnds(from, original)) return { name: connectorName(into, added.from, added.to) }
  return {
    name: uniqueName(
      original.name,
      into.connectors.flatMap(({ name }) => name ?? []),
    ),
  }
}

function moved<Place extends Point | Box>(place: Place | undefined, by: Point): Place | undefined {
  return place && { ...place, x: place.x + by.x, y: place.y + by.y }
}

/** The ids of what an edit adds, in order: what to select afterwards. */
export function addedIds(edit: Edit): readonly ElementId[] {
  switch (edit.type) {
    case 'add-region':
      return [edit.region.id]
    case 'add-broker':
      return [edit.broker.id]
    case 'add-connector':
      return [edit.connector.id]
    case 'add-client':
      return [edit.client.id]
    case 'add-note':
      return [edit.note.id]
    case 'batch':
      return edit.edits.flatMap(addedIds)
    default:
      return []
  }
}
