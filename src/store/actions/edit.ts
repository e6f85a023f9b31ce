import { isBrokerId, isNoteId, isRegionId } from '@meshwright/model'
import type { State } from '../createStore.ts'
import { remove } from '../gestures/change.ts'
import { copy, cut, duplicate, paste } from '../gestures/clipboard.ts'
import { actions, canEdit, hasSelection } from './action.ts'

function hasCards({ session }: State): boolean {
  return session.selection.some((id) => isBrokerId(id) || isRegionId(id) || isNoteId(id))
}

export const editActions = actions({
  undo: {
    title: (state) => (state.past.length > 0 ? `Undo ${state.past.at(-1)?.label}` : 'Undo'),
    icon: 'undo',
    keys: ['Mod+Z'],
    group: 'edit',
    when: (state) => canEdit(state) && state.past.length > 0,
    run: (store) => store.getState().undo(),
  },
  redo: {
    title: (state) => (state.future.length > 0 ? `Redo ${state.future.at(-1)?.label}` : 'Redo'),
    icon: 'redo',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    group: 'edit',
    when: (state) => canEdit(state) && state.future.length > 0,
    run: (store) => store.getState().redo(),
  },
  rename: {
    title: (state) => (state.session.selection.some(isNoteId) ? 'Write' : 'Rename'),
    icon: 'rename',
    keys: ['F2'],
    group: 'edit',
    when: (state) => canEdit(state) && state.session.selection.length === 1,
    run: (store) => {
      const [id] = store.getState().session.selection
      store.getState().setSession({ renaming: id })
    },
  },
  cut: {
    title: 'Cut',
    icon: 'cut',
    keys: ['Mod+X'],
    group: 'edit',
    when: (state) => canEdit(state) && hasCards(state),
    run: cut,
  },
  copy: {
    title: 'Copy',
    icon: 'copy',
    keys: ['Mod+C'],
    group: 'edit',
    when: hasCards,
    run: copy,
  },
  paste: {
    title: 'Paste',
    icon: 'paste',
    keys: ['Mod+V'],
    group: 'edit',
    when: canEdit,
    run: paste,
  },
  duplicate: {
    title: 'Duplicate',
    icon: 'copy',
    keys: ['Mod+D'],
    group: 'edit',
    when: (state) => canEdit(state) && hasCards(state),
    run: duplicate,
  },
  delete: {
    title: 'Delete',
    icon: 'delete',
    keys: ['Delete', 'Backspace'],
    group: 'edit',
    when: (state) => canEdit(state) && hasSelection(state),
    run: (store) => remove(store, store.getState().session.selection),
  },
})
