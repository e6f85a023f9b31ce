import type { Connector, Design } from '../design.ts'
import type { Document } from '../document.ts'
import type { ElementId } from '../ids.ts'

/**
 * Takes elements out of a document, and all that cannot be without them: the connectors and clients of a broker, and
 * ignored findings about anything that went. Brokers of a removed region stay, outside of any region; a note about
 * something that went stays and is about nothing. Ids that are not there are passed over; lists and elements that lose
 * nothing stay the same objects.
 */
export function removeElements(document: Document, ids: readonly ElementId[]): Document {
  const { design, layout } = document
  const gone = new Set<string>(ids)
  for (const connector of design.connectors) if (!withoutRemotes(connector, gone)) gone.add(connector.id)
  for (const client of design.clients) if (gone.has(client.broker)) gone.add(client.id)

  const next: Design = {
    ...design,
    regions: kept(design.regions, gone),
    brokers: kept(design.brokers, gone, (broker) => {
      if (!broker.region || !gone.has(broker.region)) return broker
      const { region: _region, ...rest } = broker
      return rest
    }),
    connectors: kept(design.connectors, gone, (connector) => withoutRemotes(connector, gone) ?? connector),
    clients: kept(design.clients, gone),
    notes: kept(design.notes, gone, (note) => {
      if (!note.about || !gone.has(note.about)) return note
      const { about: _about, ...rest } = note
      return rest
    }),
    ignored: design.ignored.some((finding) => finding.at.some((id) => gone.has(id)))
      ? design.ignored.filter((finding) => !finding.at.some((id) => gone.has(id)))
      : design.ignored,
  }
  const lists = ['regions', 'brokers', 'connectors', 'clients', 'notes'] as const
  if (lists.every((list) => next[list] === design[list])) return document
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

/** The same list where no element goes and none changes. */
function kept<T extends { readonly id: string }>(
  elements: readonly T[],
  gone: ReadonlySet<string>,
  change: (element: T) => T = (element) => element,
): readonly T[] {
  const left = elements.filter(({ id }) => !gone.has(id)).map(change)
  return left.length === elements.length && left.every((element, index) => element === elements[index])
    ? elements
    : left
}

function withoutRemotes(connector: Connector, gone: ReadonlySet<string>): Connector | undefined {
  if (gone.has(connector.id) || gone.has(connector.from)) return undefined
  const remotes = [connector.to, ...(connector.alsoTo ?? [])]
  const left = remotes.filter((id) => !gone.has(id))
  if (left.length === remotes.length) return connector
  const [to, ...alsoTo] = left
  if (!to) return undefined
  // A written address names the broker that goes.
  const { alsoTo: _alsoTo, uri: _uri, ...rest } = connector
  return alsoTo.length > 0 ? { ...rest, to, alsoTo } : { ...rest, to }
}

function without<Places extends object>(places: Places, gone: ReadonlySet<string>): Places {
  const entries = Object.entries(places)
  const left = entries.filter(([id]) => !gone.has(id))
  return left.length === entries.length ? places : (Object.fromEntries(left) as Places)
}
