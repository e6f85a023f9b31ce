import type { State, Store } from '../createStore.ts'
import type { Theme } from '../frame.ts'
import type { PanelId } from '../session.ts'
import { actions, hasSelection } from './action.ts'

const panel = (id: PanelId, title: string) =>
  ({
    title: `Show ${title}`,
    icon: id === 'xml' ? 'code' : id === 'summary' ? 'summary' : id === 'outline' ? 'outline' : 'search',
    group: 'view',
    run: (store: Store) => {
      store.getState().setSession({ panel: id })
      store.getState().setFrame({ bottom: true })
    },
  }) as const

const theme = (id: Theme, title: string, icon: 'light' | 'dark' | 'system-theme') =>
  ({
    title,
    icon,
    group: 'view',
    when: (state: State) => state.frame.theme !== id,
    run: (store: Store) => store.getState().setFrame({ theme: id }),
  }) as const

export const viewActions = actions({
  palette: {
    title: 'Find a broker or run a command',
    icon: 'command',
    keys: ['Mod+K', 'Mod+Shift+P'],
    group: 'view',
    scope: 'typing',
    keysOnly: true,
    run: (store) => store.getState().setSession({ dialog: 'palette', dialogText: undefined }),
  },
  find: {
    title: 'Find on the drawing…',
    icon: 'search',
    keys: ['Mod+F'],
    group: 'view',
    run: (store) => store.getState().setSession({ dialog: 'palette', dialogText: '@' }),
  },
  fit: {
    title: 'Show all',
    icon: 'fit',
    keys: ['Shift+1', '1'],
    group: 'view',
    run: (store) => store.getState().view?.fit(),
  },
  'fit-selection': {
    title: 'Show the selection',
    icon: 'center',
    keys: ['Shift+2', '2'],
    group: 'view',
    when: hasSelection,
    run: (store) => store.getState().view?.fit(store.getState().session.selection),
  },
  'zoom-in': {
    title: 'Zoom in',
    icon: 'add',
    keys: ['Mod+=', 'Mod++', '+'],
    group: 'view',
    run: (store) => store.getState().view?.zoomBy(1.25),
  },
  'zoom-out': {
    title: 'Zoom out',
    icon: 'remove',
    keys: ['Mod+-', '-'],
    group: 'view',
    run: (store) => store.getState().view?.zoomBy(0.8),
  },
  'zoom-100': {
    title: 'Zoom to 100 %',
    icon: 'search',
    keys: ['Mod+0', '0'],
    group: 'view',
    run: (store) => store.getState().view?.zoomTo(1),
  },
  'toggle-palette': {
    title: (state) => (state.frame.palette ? 'Fold the palette' : 'Unfold the palette'),
    icon: 'fold-left',
    keys: ['['],
    group: 'view',
    run: (store) => store.getState().setFrame({ palette: !store.getState().frame.palette }),
  },
  'toggle-inspector': {
    title: (state) => (state.frame.inspector ? 'Hide the inspector' : 'Show the inspector'),
    icon: 'fold-right',
    keys: [']'],
    group: 'view',
    run: (store) => store.getState().setFrame({ inspector: !store.getState().frame.inspector }),
  },
  'toggle-bottom': {
    title: (state) => (state.frame.bottom ? 'Fold the bottom panel' : 'Unfold the bottom panel'),
    icon: 'fold-bottom',
    keys: ['\\'],
    group: 'view',
    run: (store) => store.getState().setFrame({ bottom: !store.getState().frame.bottom }),
  },
  'toggle-minimap': {
    title: (state) => (state.frame.minimap ? 'Hide the map' : 'Show the map'),
    icon: 'map',
    keys: ['M'],
    group: 'view',
    run: (store) => store.getState().setFrame({ minimap: !store.getState().frame.minimap }),
  },
  'toggle-legend': {
    title: (state) => (state.frame.legend ? 'Hide the key to the drawing' : 'Show the key to the drawing'),
    icon: 'help',
    group: 'view',
    run: (store) => store.getState().setFrame({ legend: !store.getState().frame.legend }),
  },
  'toggle-wheel': {
    title: (state) =>
      state.frame.wheel === 'zoom' ? 'Let the wheel move the drawing' : 'Let the wheel zoom the drawing',
    icon: 'settings',
    group: 'view',
    run: (store) =>
      store.getState().setFrame({ wheel: store.getState().frame.wheel === 'zoom' ? 'pan' : 'zoom' }),
  },
  'theme-light': theme('light', 'Use the light theme', 'light'),
  'theme-dark': theme('dark', 'Use the dark theme', 'dark'),
  'theme-system': theme('system', "Use the system's theme", 'system-theme'),
  'show-findings': panel('findings', 'findings'),
  'show-reach': panel('reach', 'who reaches whom'),
  'show-flow': panel('flow', 'the flow of messages'),
  'show-xml': panel('xml', 'XML'),
  'show-summary': panel('summary', 'summary'),
  'show-outline': panel('outline', 'outline'),
  'show-compare': panel('compare', 'the comparison'),
})
