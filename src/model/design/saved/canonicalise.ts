import type { Design } from '../design.ts'
import type { Document } from '../document.ts'
import type { BrokerId, ElementId } from '../ids.ts'
import type { Layout } from '../layout.ts'
import { oncePer } from '../../oncePer.ts'
import { parseDocument } from './parseDocument.ts'

export interface Canonical {
  readonly document: Document
  /** What an id became: for what points into a document from outside, such as a link's view. */
  readonly idOf: (id: ElementId) => ElementId | undefined
}

/**
 * The one form that equal documents share: ids counted by order in their lists, fields in their fixed order, empty
 * groups and lists left out, places in the order of ids. Meaning and drawing stay as they are. The same document gives
 * the same object.
 */
export const canonicalise = oncePer((document: Document): Canonical => {
  const parsed = parseDocument(document)
  if (!parsed.ok) throw new Error(`A document of ours cannot be read back: ${parsed.problems[0].message}`)
  const { design, layout } = parsed.value
  const ids = new Map<ElementId, ElementId>()
  for (const list of [design.regions, design.brokers, design.connectors, design.clients, design.notes]) {
    for (const [index, { id }] of list.entries()) ids.set(id, `${id[0]}${index + 1}` as ElementId)
  }
  const idOf = <Id extends ElementId>(id: Id) => ids.get(id) as Id | undefined
  return {
    document: { ...parsed.value, design: withIds(design, idOf), layout: placesWithIds(layout, idOf) },
    idOf,
  }
})

type IdOf = <Id extends ElementId>(id: Id) => Id | undefined

function withIds(design: Design, idOf: IdOf): Design {
  // Reading has dropped every reference that leads nowhere.
  const own = <Id extends ElementId>(id: Id): Id => idOf(id) ?? id
  return {
    ...design,
    regions: design.regions.map((region) => ({ ...region, id: own(region.id) })),
    brokers: design.brokers.map((broker) => ({
      ...broker,
      id: own(broker.id),
      ...(broker.region ? { region: own(broker.region) } : {}),
    })),
    connectors: design.connectors.map((connector) => ({
      ...connector,
      id: own(connector.id),
      from: own(connector.from),
      to: own(connector.to),
      ...(connector.alsoTo ? { alsoTo: connector.alsoTo.map((id: BrokerId) => own(id)) } : {}),
    })),
    clients: design.clients.map((client) => ({ ...client, id: own(client.id), broker: own(client.broker) })),
    notes: design.notes.map((note) => ({
      ...note,
      id: own(note.id),
      ...(note.about ? { about: own(note.about) } : {}),
    })),
    ignored: design.ignored.map((finding) => ({ ...finding, at: finding.at.map(own).toSorted() })),
  }
}

function placesWithIds(layout: Layout, idOf: IdOf): Layout {
  return {
    brokers: placed(layout.brokers, idOf),
    regions: placed(layout.regions, idOf),
    notes: placed(layout.notes, idOf),
  }
}

function placed<Places extends object>(places: Places, idOf: IdOf): Places {
  const entries = Object.entries(places).map(([id, place]) => [idOf(id as ElementId) ?? id, place] as const)
  entries.sort(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1)))
  return Object.fromEntries(entries) as Places
}
