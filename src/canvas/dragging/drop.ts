import {
  addedIds,
  applyEdit,
  copyElements,
  isBrokerId,
  nameOfElement,
  pasteFragment,
  type Document,
  type ElementId,
  type Point,
} from '@meshwright/model'
import type { Store } from '../../store/createStore.ts'
import { boxOf } from '../../store/geometry.ts'
import { batch } from '../../store/gestures/add.ts'
import { merge, mergeTarget } from '../../store/gestures/merge.ts'
import { dropEdits, regionChanges } from '../../store/gestures/move.ts'
import { namesOf } from '../../store/gestures/names.ts'
import type { Shown } from '../flow/flow.ts'

/** What is in the hand, from where it was taken to where it is dropped. */
export interface Hand {
  readonly gesture: string
  readonly before: Document
  readonly ids: readonly ElementId[]
  /** Alt was held: a copy is dropped, and what was dragged goes back. */
  readonly copies: boolean
}

/** What dropping the cards here would mean, and the region or the broker that says so. */
export function dropMeaning(document: Document, { ids, copies }: Hand): Shown['drop'] {
  const { design } = document
  const into = copies ? undefined : mergeTarget(document, ids)
  if (into) return { on: into, text: `Merge ${namesOf(design, ids)} into ${nameOfElement(design, into)}` }
  const changes = regionChanges(document, ids.filter(isBrokerId))
  const [first] = changes
  if (!first) return undefined
  const [id, region] = first
  const names = namesOf(design, [...changes.keys()])
  const old = design.brokers.find((broker) => broker.id === id)?.region
  const verb = (one: string, many: string) => (changes.size === 1 ? one : many)
  if (region)
    return { on: region, text: `${names} ${verb('moves', 'move')} to ${nameOfElement(design, region)}` }
  return old && { on: old, text: `${names} ${verb('leaves', 'leave')} ${nameOfElement(design, old)}` }
}

/** Does what the drop means, as one step with the way there. */
export function finishDrop(store: Store, hand: Hand): void {
  const { document, edit, select, session } = store.getState()
  const { gesture, ids } = hand
  if (hand.copies) {
    leaveCopies(store, hand)
    return
  }
  const [dragged] = ids
  const into = mergeTarget(document, ids)
  if (into && dragged && isBrokerId(dragged)) {
    merge(store, dragged, into, gesture)
    return
  }
  const edits = dropEdits(document, ids)
  if (edits.length === 0) return
  const changes = regionChanges(document, ids.filter(isBrokerId))
  const [first] = changes
  const names = namesOf(document.design, [...changes.keys()])
  const region = first?.[1] && nameOfElement(document.design, first[1])
  const label = first
    ? `move ${names} ${region ? `to ${region}` : 'out of its region'}`
    : `move ${namesOf(document.design, ids)}`
  edit(batch(label, edits), { label, gesture })
  if (first) store.ports.announce(`${names} ${region ? `now in ${region}` : 'in no region'}.`)
  select(session.selection)
}

/** What was dragged goes back to where it stood, and a copy stands where it was dropped: one step. */
function leaveCopies(store: Store, { before, ids, gesture }: Hand): void {
  const [first] = ids
  const at = (document: Document): Point | undefined => first && boxOf(document, first)
  const [from, to] = [at(before), at(store.getState().document)]
  if (!from || !to) return
  const paste = pasteFragment(before, copyElements(before, ids), { x: to.x - from.x, y: to.y - from.y })
  const label = `duplicate ${namesOf(before.design, ids)}`
  store.getState().replace(applyEdit(before, paste), { label, gesture })
  store.getState().select(addedIds(paste).filter((id) => !/^[ck]/.test(id)))
}
