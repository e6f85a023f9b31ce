import {
  nextId,
  NOTE_SIZE,
  BROKER_SIZE,
  PAIR_SIZE,
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
import { around, boxOf, centerOf, freeNear, grownFor, NEW_REGION, regionAt } from '../geometry.ts'
import { freeName, namesOf } from './names.ts'

/** What can be put on the drawing by itself. */
export type NewKind = 'broker' | 'pair' | 'external'

export interface Placing {
  /** Top left corner; absent: a free place near the middle of what is seen. */
  readonly at?: Point
  /** Starts typing its name at once. Default true. */
  readonly rename?: boolean
  readonly name?: string
  readonly gesture?: string
}

/** Puts a broker, a pair or somebody else's broker on the drawing; in a region if it stands in one. Selects it. */
export function addBroker(
  store: Store,
  kind: NewKind,
  { at, rename = true, name, gesture }: Placing = {},
): BrokerId {
  const { document, view } = store.getState()
  const size = kind === 'pair' ? PAIR_SIZE : BROKER_SIZE
  const place = at ?? view?.freePlace(size) ?? freeNear(document, { x: 0, y: 0 }, size)
  const { edits, id, broker } = newBroker(store, kind, place, name)
  const label = `add ${broker.name}`
  store.getState().edit(batch(label, edits), { label, ...(gesture ? { gesture } : {}) })
  finish(store, id, rename)
  return id
}

/** The edits that put a new broker at a place, growing the region it stands in. */
export function newBroker(
  store: Store,
  kind: NewKind,
  place: Point,
  name?: string,
): { readonly id: BrokerId; readonly broker: Broker; readonly edits: readonly Edit[] } {
  const { document } = store.getState()
  const { design } = document
  const id = nextId('b', design.brokers)
  const size = kind === 'pair' ? PAIR_SIZE : BROKER_SIZE
  const region = kind === 'external' ? undefined : regionAt(document, centerOf({ ...place, ...size }))
  const zone = region ? design.regions.find((other) => other.id === region)?.name : undefined
  const isCode = zone !== undefined && /^[a-z]{2}(-[a-z]+)+-\d$/.test(zone)
  const broker: Broker = {
    id,
    name:
      name ??
      freeName(
        STEM[kind],
        design.brokers.map((other) => other.name),
      ),
    ...(region ? { region } : {}),
    ...(kind === 'external' ? { external: true } : {}),
    instances:
      kind === 'pair'
        ? [isCode ? { zone: `${zone}a` } : { zone: 'a' }, isCode ? { zone: `${zone}b` } : { zone: 'b' }]
        : [{}],
  }
  const box = region && document.layout.regions[region]
  const grown = box && grownFor(box, { ...place, ...size })
  return {
    id,
    broker,
    edits: [
      { type: 'add-broker', broker, at: place },
      ...(region && grown && grown !== box ? [{ type: 'place', regions: { [region]: grown } } as const] : []),
    ],
  }
}

const STEM: Readonly<Record<NewKind, string>> = { broker: 'broker-1', pair: 'pair-1', external: 'partner-1' }

/** Draws a region around the selected brokers, or an empty one. Brokers that lie in it belong to it. */
export function addRegion(
  store: Store,
  { at, box: drawn, rename = true, name }: Placing & { readonly box?: Box } = {},
): RegionId {
  const { document, session, view } = store.getState()
  const { design } = document
  const id = nextId('r', design.regions)
  const members = at || drawn ? [] : design.brokers.filter((broker) => session.selection.includes(broker.id))
  const hull = around(members.flatMap((broker) => boxOf(document, broker.id) ?? []))
  const corner = at ?? view?.freePlace(NEW_REGION) ?? { x: 0, y: 0 }
  const box: Box = drawn ?? (hull ? grownFor(hull, hull) : { ...corner, ...NEW_REGION })
  const inside = hull
    ? members
    : design.brokers.filter((broker) => {
        const place = boxOf(document, broker.id)
        return place && !broker.region && isInside(box, centerOf(place))
      })
  const region = {
    id,
    name:
      name ??
      freeName(
        'region-1',
        design.regions.map((other) => other.name),
      ),
  }
  const label =
    inside.length > 0
      ? `group ${namesOf(
          design,
          inside.map((broker) => broker.id),
        )}`
      : `add ${region.name}`
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

function isInside(box: Box, { x, y }: Point): boolean {
  return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height
}

/** Attaches a producer or a consumer to a broker. */
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

/** Puts a note on the drawing and starts typing in it. */
export function addNote(store: Store, { at, rename = true, name = '' }: Placing = {}): NoteId {
  const { document, view, session } = store.getState()
  const id = nextId('n', document.design.notes)
  const corner = at ?? view?.freePlace(NOTE_SIZE) ?? freeNear(document, { x: 0, y: 0 }, NOTE_SIZE)
  const [about] = session.selection
  const note = { id, text: name, ...(about && session.selection.length === 1 ? { about } : {}) }
  const label = 'add a note'
  store.getState().edit({ type: 'add-note', note, box: { ...corner, ...NOTE_SIZE } }, { label })
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
}
