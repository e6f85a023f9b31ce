import type { Connector, Design } from './design.ts'
import type { Document } from './document.ts'
import type { ElementId } from './ids.ts'

/**
 * Takes elements out of a document, and all that cannot be without them: the connectors and clients of a broker, and
 * ignored findings about anything that went. Brokers of a removed region stay, outside of any region; a note about
 * something that went stays and is about nothing. Ids that are not there are passed over.
 */
export function removeElements(document: Document, ids: readonly ElementId[]): Document {
  const { design, layout } = document
  const gone = new Set<string>(ids)
  const connectors: Connector[] = []
  for (const connector of design.connectors) {
    const kept = gone.has(connector.id) ? undefined : withoutRemotes(connector, gone)
    if (kept) connectors.push(kept)
    else gone.add(connector.id)
  }
  for (const client of design.clients) if (gone.has(client.broker)) gone.add(client.id)

  const stays = ({ id }: { readonly id: string }) => !gone.has(id)
  const next: Design = {
    ...design,
    regions: design.regions.filter(stays),
    brokers: design.brokers.filter(stays).map((broker) => {
      if (!broker.region || !gone.has(broker.region)) return broker
      const { region: _region, ...rest } = broker
      return rest
    }),
    connectors,
    clients: design.clients.filter(stays),
    notes: design.notes.filter(stays).map((note) => {
      if (!note.about || !gone.has(note.about)) return note
      const { about: _about, ...rest } = note
      return rest
    }),
    ignored: design.ignored.filter((finding) => !finding.at.some((id) => gone.has(id))),
  }
  const changed = (['regions', 'brokers', 'connectors', 'clients', 'notes'] as const).some(
    (list) => next[list].length !== design[list].length,
  )
  if (!changed) return document
  return {
    ...document,
    design: next,
    layout: {
      brokers: without(layout.brokers, gone),
      regions: without(layout.regions, gone),
      notes: without(layout.notes, gone),
    },
  }
}

function withoutRemotes(connector: Connector, gone: ReadonlySet<string>): Connector | undefined {
  if (gone.has(connector.from)) return undefined
  const remotes = [connector.to, ...(connector.alsoTo ?? [])]
  const left = remotes.filter((id) => !gone.has(id))
  if (left.length === remotes.length) return connector
  const [to, ...alsoTo] = left
  if (!to) return undefined
  const { alsoTo: _alsoTo, uri: _uri, ...rest } = connector
  return alsoTo.length > 0 ? { ...rest, to, alsoTo } : { ...rest, to }
}

function without<Places extends object>(places: Places, gone: ReadonlySet<string>): Places {
  return Object.fromEntries(Object.entries(places).filter(([id]) => !gone.has(id))) as Places
}
