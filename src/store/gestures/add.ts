import {
  BROKER_SIZE,
  newBroker,
  nextId,
  NOTE_SIZE,
  PAIR_SIZE,
  uniqueName,
  type Box,
  type Broker,
  type BrokerId,
  type ClientId,
  type Destination,
  type Edit,
  type NoteId,
  type Point,
  type RegionId,
} from '@meshwright/model'
import type { Store } from '../createStore.ts'
import { around, boxOf, centerOf, contains, freeNear, grownFor, NEW_REGION, regionAt } from '../geometry.ts'
import { namesOf } from './names.ts'

/** What can be put on the drawing by itself. */
export type NewKind = 'broker' | 'pair' | 'external'

export interface Placing {
  /** Top left corner; absent: a free place near the pointer or the middle of what is seen. */
  readonly at?: Point
  /** Starts typing its name at once. Default true. */
  readonly rename?: boolean
  readonly name?: string
}

/** Puts a broker, a pair or somebody else's broker on the drawing, in a region if it stands in one. Selects it. */
export function addBroker(store: Store, kind: NewKind, { at, rename = true, name }: Placing = {}): BrokerId {
  const { document, view } = store.getState()
  const size = kind === 'pair' ? PAIR_SIZE : BROKER_SIZE
  const place = at ?? view?.freePlace(size) ?? freeNear(document, { x: 0, y: 0 }, size)
  const { edits, broker } = addingBroker(store, kind, place, name)
  const label = `add ${broker.name}`
  store.getState().edit(batch(label, edits), { label })
  finish(store, broker.id, rename)
  return broker.id
}

/** The edits that put a new broker at a place, growing the region it stands in. */
export function addingBroker(
  store: Store,
  kind: NewKind,
  place: Point,
  name?: string,
): { readonly broker: Broker; readonly edits: readonly Edit[] } {
  const { document } = store.getState()
  const size = kind === 'pair' ? PAIR_SIZE : BROKER_SIZE
  const region = regionAt(document, centerOf({ ...place, ...size }))
  const add = newBroker(document, {
    at: place,
    pair: kind === 'pair',
    external: kind === 'external',
    ...(region ? { region } : {}),
    ...(name ? { name } : {}),
  })
  const box = region && document.layout.regions[region]
  const grown = box && grownFor(box, { ...place, ...size })
  const growing: Edit[] =
    region && grown && grown !== box ? [{ type: 'place', regions: { [region]: grown } }] : []
  return { broker: add.broker, edits: [add, ...growing] }
}

export interface PlacingRegion extends Placing {
  /** A drawn rectangle. */
  readonly box?: Box
}

/**
 * Draws a region around the selected brokers, or an empty one at a place. Brokers without a region that it covers
 * belong to it.
 */
export function addRegion(
  store: Store,
  { at, box: drawn, rename = true, name }: PlacingRegion = {},
): RegionId {
  const { document, session, view } = store.getState()
  const { design } = document
  const id = nextId('r', design.regions)
  const members = at || drawn ? [] : design.brokers.filter((broker) => session.selection.includes(broker.id))
  const hull = around(members.flatMap((broker) => boxOf(document, broker.id) ?? []))
  const corner = at ?? view?.freePlace(NEW_REGION) ?? { x: 0, y: 0 }
  const box: Box = drawn ?? (hull ? grownFor(hull, hull) : { ...corner, ...NEW_REGION })
  const covered = design.brokers.filter((broker) => {
    const place = boxOf(document, broker.id)
    return place && !broker.region && contains(box, centerOf(place))
  })
  const inside = hull ? members : covered
  const taken = design.regions.map((other) => other.name)
  const region = { id, name: uniqueName(name ?? 'region-1', taken) }
  const insideNames = namesOf(
    design,
    inside.map((broker) => broker.id),
  )
  const label = inside.length > 0 ? `group ${insideNames}` : `add ${region.name}`
  store
    .getState()
    .edit(
      batch(label, [
        { type: 'add-region', region, box },
        ...inside.map((broker): Edit => ({ type: 'set-broker', id: broker.id, fields: { region: id } })),
      ]),
      { label },
    )
  finish(store, id, rename)
  return id
}

/** Attaches a producer or a consumer to a broker and selects it, so that the inspector asks what it sends or takes. */
export function addClient(
  store: Store,
  broker: BrokerId,
  role: 'producer' | 'consumer',
  destination: Destination = { kind: 'queue', name: 'orders' },
): ClientId {
  const { design } = store.getState().document
  const id = nextId('k', design.clients)
  const label = `add a ${role} on ${namesOf(design, [broker])}`
  store.getState().edit({ type: 'add-client', client: { id, broker, role, destination } }, { label })
  finish(store, id, false)
  return id
}

/** Puts a note on the drawing and starts typing in it. One selected element is what it is about. */
export function addNote(store: Store, { at, rename = true, name = '' }: Placing = {}): NoteId {
  const { document, view, session } = store.getState()
  const id = nextId('n', document.design.notes)
  const corner = at ?? view?.freePlace(NOTE_SIZE) ?? freeNear(document, { x: 0, y: 0 }, NOTE_SIZE)
  const [about, ...others] = session.selection
  const note = { id, text: name, ...(about && others.length === 0 ? { about } : {}) }
  store.getState().edit({ type: 'add-note', note, box: { ...corner, ...NOTE_SIZE } }, { label: 'add a note' })
  finish(store, id, rename)
  return id
}

/** One edit of several, or the only one itself. */
export function batch(label: string, edits: readonly Edit[]): Edit {
  const [only] = edits
  return edits.length === 1 && only ? only : { type: 'batch', label, edits }
}

function finish(store: Store, id: BrokerId | RegionId | NoteId | ClientId, rename: boolean): void {
  if (store.getState().session.readOnly) return
  store.getState().select([id])
  store.getState().setSession({ tool: 'select', renaming: rename ? id : undefined })
  store.getState().view?.reveal([id])
}
