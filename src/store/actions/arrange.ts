import { isBrokerId, isNoteId, isRegionId } from '@meshwright/model'
import type { State, Store } from '../createStore.ts'
import { remove } from '../gestures/change.ts'
import { align, distribute, type Edge } from '../gestures/move.ts'
import { selectedToTidy, tidy } from '../places.ts'
import { actions, canEdit } from './action.ts'

function cards({ session }: State): number {
  return session.selection.filter((id) => isBrokerId(id) || isRegionId(id) || isNoteId(id)).length
}

const aligning = (edge: Edge, title: string) =>
  ({
    title,
    icon: 'align',
    group: 'arrange',
    when: (state: State) => canEdit(state) && cards(state) > 1,
    run: (store: Store) => align(store, edge),
  }) as const

export const arrangeActions = actions({
  'align-left': aligning('left', 'Align left edges'),
  'align-center': aligning('center', 'Align centres, one above the other'),
  'align-right': aligning('right', 'Align right edges'),
  'align-top': aligning('top', 'Align top edges'),
  'align-middle': aligning('middle', 'Align middles, side by side'),
  'align-bottom': aligning('bottom', 'Align bottom edges'),
  'distribute-across': {
    title: 'Space evenly across',
    icon: 'align',
    group: 'arrange',
    when: (state) => canEdit(state) && cards(state) > 2,
    run: (store) => distribute(store, 'x'),
  },
  'distribute-down': {
    title: 'Space evenly down',
    icon: 'align',
    group: 'arrange',
    when: (state) => canEdit(state) && cards(state) > 2,
    run: (store) => distribute(store, 'y'),
  },
  tidy: {
    title: (state) => (selectedToTidy(state).length > 0 ? 'Lay out the selection' : 'Lay out the drawing'),
    icon: 'layout',
    keys: ['Mod+Shift+F'],
    group: 'arrange',
    when: (state) => canEdit(state) && state.document.design.brokers.length > 1,
    run: tidy,
  },
  ungroup: {
    title: 'Dissolve the region, keep its brokers',
    icon: 'region',
    keys: ['Mod+Shift+G'],
    group: 'arrange',
    when: (state) => canEdit(state) && state.session.selection.some(isRegionId),
    run: (store) => remove(store, store.getState().session.selection.filter(isRegionId)),
  },
})
