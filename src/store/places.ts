import { applyEdit, isBrokerId, isRegionId, type Document, type ElementId } from '@meshwright/model'
import type { State, Store } from './createStore.ts'

/**
 * Finds a place on the drawing for whatever has none: brokers added in a table, a link that left the drawing out. The
 * layouter is loaded when it is first needed. No step of the history: undo takes the place back with what was placed.
 */
export function keepPlaced(store: Store): () => void {
  const look = (document: Document) => {
    if (unplaced(document).length > 0) void place(store)
  }
  look(store.getState().document)
  return store.subscribe((state, before) => {
    if (state.document.design !== before.document.design) look(state.document)
  })
}

async function place(store: Store): Promise<void> {
  const { arrange } = await import('@meshwright/model/layout')
  const { document } = store.getState()
  const missing = unplaced(document)
  if (missing.length === 0) return
  const hasPlaces = Object.keys(document.layout.brokers).length > 0
  const edit = arrange(document, hasPlaces ? { only: missing } : {})
  store.getState().settle(applyEdit(document, edit))
  store.getState().view?.fit()
}

/** Elements that should be drawn and have no place. */
export function unplaced({ design, layout }: Document): readonly ElementId[] {
  return [
    ...design.brokers.filter(({ id }) => !layout.brokers[id]),
    ...design.regions.filter(({ id }) => !layout.regions[id]),
    ...design.notes.filter(({ id }) => !layout.notes[id]),
  ].map(({ id }) => id)
}

/** What of the selection can be laid out by itself: several cards, or regions. Empty where the whole drawing is meant. */
export function selectedToTidy({ session }: Pick<State, 'session'>): readonly ElementId[] {
  const cards = session.selection.filter((id) => isBrokerId(id) || isRegionId(id))
  return cards.length > 1 || cards.some(isRegionId) ? cards : []
}

/** Lays out what is selected, where that are several brokers or a region, else the whole drawing. One step. */
export async function tidy(store: Store): Promise<void> {
  const { arrange } = await import('@meshwright/model/layout')
  const { document, edit, view } = store.getState()
  const selected = selectedToTidy(store.getState())
  const only = selected.length > 0 ? selected : undefined
  edit(arrange(document, only ? { only } : {}), {
    label: only ? 'lay out the selection' : 'lay out the drawing',
  })
  view?.fit(only)
}
