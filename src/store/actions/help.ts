import { actions } from './action.ts'

export const helpActions = actions({
  shortcuts: {
    title: 'Keyboard shortcuts',
    icon: 'keyboard',
    keys: ['?'],
    group: 'help',
    run: (store) => store.getState().setSession({ dialog: 'shortcuts' }),
  },
})
