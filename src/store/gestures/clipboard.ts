import {
  applyEdit,
  GRID,
  isRegionId,
  nextId,
  snap,
  type Box,
  type Broker,
  type BrokerId,
  type Client,
  type Connector,
  type Document,
  type Edit,
  type ElementId,
  type Note,
  type Point,
  type Region,
  type RegionId,
} from '@meshwright/model'
import type { Store } from '../createStore.ts'
import { around, boxOf } from '../geometry.ts'
import { batch } from './add.ts'
import { remove } from './change.ts'
import { movedWith } from './move.ts'
import { freeConnectorName, freeName, nameOf, namesOf } from './names.ts'

/** A part of a document on its way to another place: what was copied, with its boxes. */
interface Fragment {
  readonly regions: readonly Region[]
  readonly brokers: readonly Broker[]
  readonly connectors: readonly Connector[]
  readonly clients: readonly Client[]
  readonly notes: readonly Note[]
  readonly boxes: Readonly<Record<string, Box>>
}

const MARK = 'meshwright-fragment'

/** Takes the named elements, what stands in named regions, the connectors among them and their clients. */
export function fragmentOf(document: Document, ids: readonly ElementId[]): Fragment {
  const { design } = document
  const all = new Set<string>(movedWith(document, ids))
  const has = ({ id }: { readonly id: string }) => all.has(id)
  const brokers = design.brokers.filter(has)
  const inside = new Set<string>(brokers.map(({ id }) => id))
  const boxes: Record<string, Box> = {}
  for (const id of all) {
    const box = boxOf(document, id as ElementId)
    if (box) boxes[id] = box
  }
  return {
    regions: design.regions.filter(has),
    brokers,
    connectors: design.connectors.filter(
      (connector) =>
        inside.has(connector.from) &&
        inside.has(connector.to) &&
        (connector.alsoTo ?? []).every((id) => inside.has(id)),
    ),
    clients: design.clients.filter((client) => inside.has(client.broker)),
    notes: design.notes.filter(has),
    boxes,
  }
}

/** The edits that put a fragment into a document, moved by a distance, with new ids and free names. */
export function pasting(
  document: Document,
  fragment: Fragment,
  by: Point,
): { readonly edits: readonly Edit[]; readonly ids: readonly ElementId[] } {
  const edits: Edit[] = []
  const ids = new Map<string, ElementId>()
  let at = document
  const push = (edit: Edit) => {
    edits.push(edit)
    at = applyEdit(at, edit)
  }
  const moved = (id: string): Box | undefined => {
    const box = fragment.boxes[id]
    return box && { ...box, x: snap(box.x + by.x), y: snap(box.y + by.y) }
  }
  const names = (list: readonly { readonly name?: string }[]) => list.map((element) => element.name)

  for (const region of fragment.regions) {
    const id = nextId('r', at.design.regions)
    ids.set(region.id, id)
    const box = moved(region.id)
    push({
      type: 'add-region',
      region: { ...region, id, name: freeName(region.name, names(at.design.regions)) },
      ...(box ? { box } : {}),
    })
  }
  for (const broker of fragment.brokers) {
    const id = nextId('b', at.design.brokers)
    ids.set(broker.id, id)
    const { region, ...rest } = broker
    const newRegion =
      region &&
      (ids.get(region) ?? (at.design.regions.some((other) => other.id === region) ? region : undefined))
    const box = moved(broker.id)
    push({
      type: 'add-broker',
      broker: {
        ...rest,
        id,
        name: freeName(broker.name, names(at.design.brokers)),
        ...(newRegion && isRegionId(newRegion) ? { region: newRegion satisfies RegionId } : {}),
      },
      ...(box ? { at: { x: box.x, y: box.y } } : {}),
    })
  }
  const brokerId = (id: BrokerId): BrokerId => (ids.get(id) ?? id) as BrokerId
  for (const connector of fragment.connectors) {
    const id = nextId('c', at.design.connectors)
    ids.set(connector.id, id)
    const from = brokerId(connector.from)
    const to = brokerId(connector.to)
    const { alsoTo, ...rest } = connector
    push({
      type: 'add-connector',
      connector: {
        ...rest,
        id,
        from,
        to,
        name: freeConnectorName(at.design, from, to),
        ...(alsoTo ? { alsoTo: alsoTo.map(brokerId) } : {}),
      },
    })
  }
  for (const client of fragment.clients) {
    const id = nextId('k', at.design.clients)
    ids.set(client.id, id)
    push({ type: 'add-client', client: { ...client, id, broker: brokerId(client.broker) } })
  }
  for (const note of fragment.notes) {
    const id = nextId('n', at.design.notes)
    const { about, ...rest } = note
    const newAbout = about && ids.get(about)
    const box = moved(note.id)
    ids.set(note.id, id)
    push({
      type: 'add-note',
      note: { ...rest, id, ...(newAbout ? { about: newAbout } : {}) },
      ...(box ? { box } : {}),
    })
  }
  const roots = [
    ...fragment.regions,
    ...fragment.brokers.filter((b) => !b.region || !ids.has(b.region)),
    ...fragment.notes,
  ]
  return { edits, ids: roots.flatMap(({ id }) => ids.get(id) ?? []) }
}

/** Puts the selection on the clipboard, as text that only Meshwright reads. */
export async function copy(store: Store): Promise<void> {
  const { document, session } = store.getState()
  const fragment = fragmentOf(document, session.selection)
  kept = JSON.stringify({ [MARK]: 1, ...fragment })
  const what = namesOf(document.design, session.selection)
  try {
    await store.ports.clipboard.write(kept)
  } catch {
    // The browser may forbid its clipboard; pasting on this page still works.
  }
  store.ports.announce(`Copied ${what}.`)
}

/** What was copied last on this page, for browsers that keep their clipboard to themselves. */
let kept: string | undefined

export async function cut(store: Store): Promise<void> {
  const { selection } = store.getState().session
  await copy(store)
  remove(store, selection)
}

/** Puts what was copied on the drawing, beside where it came from or where it is free, and selects it. */
export async function paste(store: Store): Promise<void> {
  let text = kept
  try {
    text = (await store.ports.clipboard.read()) || kept
  } catch {
    // As above.
  }
  const fragment = readFragment(text) ?? readFragment(kept)
  if (!fragment) {
    store.getState().toast('There is nothing to paste yet. Copy brokers, regions or notes first.')
    return
  }
  place(store, fragment, 'paste')
}

/** Copies the selection beside itself. */
export function duplicate(store: Store): void {
  const { document, session } = store.getState()
  place(store, fragmentOf(document, session.selection), 'duplicate')
}

function place(store: Store, fragment: Fragment, verb: string): void {
  const { document, view } = store.getState()
  const hull = around(Object.values(fragment.boxes))
  const by = hull ? freeShift(document, hull) : { x: 0, y: 0 }
  const { edits, ids } = pasting(document, fragment, by)
  if (edits.length === 0) return
  const names = fragment.brokers[0] ?? fragment.regions[0]
  const label = `${verb} ${names ? nameOf({ ...document.design, brokers: fragment.brokers, regions: fragment.regions }, names.id) : 'a note'}${ids.length > 1 ? ` and ${ids.length - 1} more` : ''}`
  store.getState().edit(batch(label, edits), { label })
  store.getState().select(ids)
  view?.reveal(ids)
}

/** The first step down and to the right where nothing stands exactly there already. */
function freeShift(document: Document, hull: Box): Point {
  const corners = new Set(
    [...document.design.brokers, ...document.design.regions, ...document.design.notes].flatMap(({ id }) => {
      const box = boxOf(document, id)
      return box ? [`${box.x},${box.y}`] : []
    }),
  )
  for (let step = 3; step < 300; step += 3) {
    const shift = step * GRID
    if (!corners.has(`${snap(hull.x + shift)},${snap(hull.y + shift)}`)) return { x: shift, y: shift }
  }
  return { x: 3 * GRID, y: 3 * GRID }
}

/** What is on a clipboard may be anything: only a whole fragment of ours is taken. */
function readFragment(text: string | undefined): Fragment | undefined {
  if (!text?.includes(MARK) || text.length > 4_000_000) return undefined
  try {
    const value = JSON.parse(text) as Record<string, unknown>
    const lists = ['regions', 'brokers', 'connectors', 'clients', 'notes'] as const
    if (!lists.every((list) => Array.isArray(value[list])) || typeof value['boxes'] !== 'object')
      return undefined
    return value as unknown as Fragment
  } catch {
    return undefined
  }
}
