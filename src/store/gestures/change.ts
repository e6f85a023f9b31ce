import {
  isBrokerId,
  isClientId,
  isConnectorId,
  isNoteId,
  isRegionId,
  nameOfElement,
  renameBroker,
  type BrokerId,
  type Design,
  type Edit,
  type ElementId,
  type RegionId,
} from '@meshwright/model'
import type { Store } from '../createStore.ts'
import { boxOf, grownFor } from '../geometry.ts'
import { batch } from './add.ts'
import { namesOf } from './names.ts'

/** Gives an element another name, or a note its text. An empty name changes nothing, nor does the same one. */
export function rename(store: Store, id: ElementId, text: string): void {
  const { design } = store.getState().document
  if (isNoteId(id)) {
    store.getState().edit({ type: 'set-note', id, fields: { text } }, { label: 'write a note' })
    return
  }
  const name = text.trim()
  const before = nameOfElement(design, id)
  if (name === '' || name === before) return
  const label = `rename ${before} to ${name}`
  if (isBrokerId(id)) store.getState().edit(renameBroker(design, id, name), { label })
  else if (isRegionId(id)) store.getState().edit({ type: 'set-region', id, fields: { name } }, { label })
  else if (isConnectorId(id))
    store.getState().edit({ type: 'set-connector', id, fields: { name } }, { label })
  else if (isClientId(id)) store.getState().edit({ type: 'set-client', id, fields: { name } }, { label })
}

/** Takes elements out, and what cannot be without them, and says so if there was more than was asked for. */
export function remove(store: Store, ids: readonly ElementId[]): void {
  const { design } = store.getState().document
  if (ids.length === 0 || store.getState().session.readOnly) return
  const gone = new Set<string>(ids)
  const connectors = design.connectors.filter(
    (connector) => !gone.has(connector.id) && (gone.has(connector.from) || gone.has(connector.to)),
  ).length
  const names = namesOf(design, ids)
  const next = neighbourOf(design, gone)
  store.getState().edit({ type: 'remove', ids }, { label: `delete ${names}` })
  if (connectors > 0) {
    const what = connectors === 1 ? '1 connector' : `${connectors} connectors`
    store.getState().toast(`Deleted ${names} and ${what}.`, { undo: true })
  } else store.ports.announce(`Deleted ${names}.`)
  // What had the keyboard focus may be gone with it; what was connected to it is nearest to go on from.
  if (next) store.getState().view?.focus(next)
}

function neighbourOf(design: Design, gone: ReadonlySet<string>): BrokerId | undefined {
  const ends = design.connectors
    .filter(({ id, from, to }) => gone.has(id) || gone.has(from) || gone.has(to))
    .flatMap(({ from, to }) => [from, to])
  return ends.find((id) => !gone.has(id))
}

/** Brokers now belong to a region, or to none; the region grows so that they stand in it. */
export function moveToRegion(store: Store, ids: readonly BrokerId[], region: RegionId | undefined): void {
  const { document } = store.getState()
  const { design } = document
  const moving = design.brokers.filter((broker) => ids.includes(broker.id) && broker.region !== region)
  if (moving.length === 0) return
  let box = region && document.layout.regions[region]
  for (const { id } of moving) {
    const place = boxOf(document, id)
    if (box && place) box = grownFor(box, place)
  }
  const names = namesOf(
    design,
    moving.map(({ id }) => id),
  )
  const label = `move ${names} ${region ? `to ${nameOfElement(design, region)}` : 'out of its region'}`
  store
    .getState()
    .edit(
      batch(label, [
        ...moving.map(({ id }): Edit => ({ type: 'set-broker', id, fields: { region: region ?? null } })),
        ...(region && box ? [{ type: 'place', regions: { [region]: box } } as const] : []),
      ]),
      { label },
    )
}
