import { newDesign } from '../designs.ts'
import { openFile, saveFile } from '../files.ts'
import { actions } from './action.ts'

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
