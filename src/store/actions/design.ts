import type { TargetId } from '@meshwright/model'
import { endCompare, swapSides } from '../compare/compare.ts'
import type { Store } from '../createStore.ts'
import { openReview, reviewOf } from '../gestures/reviewTaken.ts'
import { newDesign } from '../keeping/designs.ts'
import { openFile, saveFile } from '../keeping/files.ts'
import { actions, canEdit } from './action.ts'

function runOn(store: Store, target: TargetId, name: string): void {
  store.getState().edit({ type: 'set-design', fields: { target } }, { label: `run on ${name}` })
}

export const designActions = actions({
  'new-design': {
    title: 'New design',
    icon: 'file-new',
    group: 'design',
    run: newDesign,
  },
  designs: {
    title: 'Open a design…',
    icon: 'folder',
    keys: ['Mod+O'],
    group: 'design',
    scope: 'typing',
    run: (store) => store.getState().setSession({ dialog: 'designs' }),
  },
  'open-file': {
    title: 'Open a file…',
    icon: 'file-open',
    keys: ['Mod+Shift+O'],
    group: 'design',
    run: openFile,
  },
  import: {
    title: 'Import configuration…',
    icon: 'import',
    keys: ['Mod+I'],
    group: 'design',
    run: (store) => store.getState().setSession({ dialog: 'import', importing: undefined }),
  },
  'review-guesses': {
    title: 'Review what was guessed and asked…',
    icon: 'search',
    group: 'design',
    when: (state) => reviewOf(state).length > 0,
    run: openReview,
  },
  'open-url': {
    title: 'Open from a web address…',
    icon: 'url',
    group: 'design',
    run: (store) => store.getState().setSession({ dialog: 'open-url' }),
  },
  'save-file': {
    title: 'Save as a file',
    icon: 'file-save',
    keys: ['Mod+S'],
    group: 'design',
    scope: 'typing',
    run: saveFile,
  },
  'run-on-amazon-mq': {
    title: 'Run on Amazon MQ',
    group: 'design',
    when: (state) => canEdit(state) && state.document.design.target !== 'amazon-mq',
    run: (store) => runOn(store, 'amazon-mq', 'Amazon MQ'),
  },
  'run-self-managed': {
    title: 'Run on self-managed ActiveMQ',
    group: 'design',
    when: (state) => canEdit(state) && state.document.design.target !== 'self-managed',
    run: (store) => runOn(store, 'self-managed', 'self-managed ActiveMQ'),
  },
  'bridge-user': {
    title: 'User of the bridges…',
    group: 'design',
    when: canEdit,
    run: (store) => {
      const { setFrame, setSession } = store.getState()
      setFrame({ inspector: true })
      setSession({ selection: [], field: 'bridge-user' })
    },
  },
  compare: {
    title: 'Compare with…',
    icon: 'compare',
    group: 'design',
    run: (store) => store.getState().setSession({ dialog: 'compare' }),
  },
  'swap-sides': {
    title: 'Turn the comparison around',
    icon: 'swap',
    group: 'design',
    when: (state) => state.session.compare !== undefined,
    run: swapSides,
  },
  'end-compare': {
    title: 'Close the comparison',
    group: 'design',
    when: (state) => state.session.compare !== undefined,
    run: endCompare,
  },
  share: {
    title: 'Share…',
    icon: 'share',
    keys: ['Mod+Shift+L'],
    group: 'design',
    run: (store) => store.getState().setSession({ dialog: 'share' }),
  },
  export: {
    title: 'Export…',
    icon: 'code',
    keys: ['Mod+E'],
    group: 'design',
    run: (store) => store.getState().setSession({ dialog: 'export' }),
  },
})
