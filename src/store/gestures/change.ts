import {
  isBrokerId,
  isClientId,
  isConnectorId,
  isNoteId,
  isRegionId,
  type BrokerId,
  type Edit,
  type ElementId,
  type RegionId,
} from '@meshwright/model'
import type { Store } from '../createStore.ts'
import { boxOf, grownFor } from '../geometry.ts'
import { batch } from './add.ts'
import { freeConnectorName, nameOf, namesOf } from './names.ts'

/** Gives an element another name; connectors named after a renamed broker follow it. An empty name changes nothing. */
export function rename(store: Store, id: ElementId, text: string): void {
  const { design } = store.getState().document
  const name = text.trim()
  const before = nameOf(design, id)
  if (isNoteId(id)) return renameNote(store, id, text)
  if (name === '' || name === before) return
  const label = `rename ${before} to ${name}`
  store.getState().edit(batch(label, renaming(store, id, before, name)), { label })
}

function renaming(store: Store, id: ElementId, before: string, name: string): readonly Edit[] {
  const { design } = store.getState().document
  if (isRegionId(id)) return [{ type: 'set-region', id, fields: { name } }]
  if (isConnectorId(id)) return [{ type: 'set-connector', id, fields: { name } }]
  if (isClientId(id)) return [{ type: 'set-client', id, fields: { name } }]
  if (!isBrokerId(id)) return []
  const renamed = {
    ...design,
    brokers: design.brokers.map((broker) => (broker.id === id ? { ...broker, name } : broker)),
  }
  const following = design.connectors.filter(
    (connector) =>
      (connector.from === id && connector.name === `${before}-to-${nameOf(design, connector.to)}`) ||
      (connector.to === id && connector.name === `${nameOf(design, connector.from)}-to-${before}`),
  )
  return [
    { type: 'set-broker', id, fields: { name } },
    ...following.map((connector): Edit => ({
      type: 'set-connector',
      id: connector.id,
      fields: { name: freeConnectorName(renamed, connector.from, connector.to, connector) },
    })),
  ]
}

function renameNote(store: Store, id: ElementId, text: string): void {
  if (!isNoteId(id)) return
  const label = 'write a note'
  store.getState().edit({ type: 'set-note', id, fields: { text } }, { label })
}

/** Takes elements out, and what cannot be without them. */
export function remove(store: Store, ids: readonly ElementId[]): void {
  const { design } = store.getState().document
  if (ids.length === 0) return
  const gone = new Set<string>(ids)
  const connectors = design.connectors.filter(
    (connector) => !gone.has(connector.id) && (gone.has(connector.from) || gone.has(connector.to)),
  ).length
  const label = `delete ${namesOf(design, ids)}`
  store.getState().edit({ type: 'remove', ids }, { label })
  if (connectors > 0) {
    const what = connectors === 1 ? '1 connector' : `${connectors} connectors`
    store.getState().toast(`Deleted ${namesOf(design, ids)} and ${what}.`, { undo: true })
  } else store.ports.announce(`Deleted ${namesOf(design, ids)}.`)
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
  const label = `move ${namesOf(
    design,
    moving.map(({ id }) => id),
  )} ${region ? `to ${nameOf(design, region)}` : 'out of its region'}`
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
