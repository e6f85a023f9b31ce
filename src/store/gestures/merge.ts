import {
  applyEdit,
  isBrokerId,
  mergeBroker,
  mergeWords,
  nameOfElement,
  whyNotMerge,
  type Broker,
  type BrokerId,
  type Document,
  type ElementId,
} from '@meshwright/model'
import type { State, Store } from '../createStore.ts'
import { boxOf, centerOf, contains } from '../geometry.ts'

/**
 * Makes one broker of an outside broker and the one it really is, and says what is left to decide. Says why when it
 * cannot. With the gesture of a drag it is one step with it.
 */
export function merge(store: Store, from: BrokerId, into: BrokerId, gesture?: string): void {
  const { document, edit, toast, select } = store.getState()
  const { design } = document
  const merged = mergeBroker(document, from, into)
  if (!merged) {
    toast(whyNotMerge(design, from, into) ?? 'The two brokers cannot be merged.')
    return
  }
  const names = `${nameOfElement(design, from)} into ${nameOfElement(design, into)}`
  const left = mergeWords(applyEdit(document, merged.edit).design, merged)
  edit(merged.edit, { label: merged.edit.label, ...(gesture === undefined ? {} : { gesture }) })
  select([into])
  store.getState().view?.focus(into)
  toast([`Merged ${names}.`, ...left].join(' '), { undo: true })
}

/** The one outside broker that is selected, and so could be merged into another. */
export function selectedToMerge({ document, session }: State): Broker | undefined {
  const [id, ...others] = session.selection
  if (!id || others.length > 0) return undefined
  return document.design.brokers.find((broker) => broker.id === id && broker.external)
}

/** The broker that an outside broker would be merged into if it were dropped where it is: its middle lies on that card. */
export function mergeTarget(document: Document, ids: readonly ElementId[]): BrokerId | undefined {
  const [id, ...others] = ids
  if (!id || others.length > 0 || !isBrokerId(id)) return undefined
  const { brokers } = document.design
  const box = boxOf(document, id)
  if (!box || !brokers.find((broker) => broker.id === id)?.external) return undefined
  const middle = centerOf(box)
  return brokers.find((broker) => {
    const card = broker.id === id ? undefined : boxOf(document, broker.id)
    return card && contains(card, middle)
  })?.id
}
