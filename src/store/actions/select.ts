import { GRID, isBrokerId, isConnectorId, type ElementId, type Point } from '@meshwright/model'
import { endCompare } from '../compare/compare.ts'
import type { Store } from '../createStore.ts'
import { nudge } from '../gestures/move.ts'
import { walk, type Direction } from '../gestures/walk.ts'
import { actions, canEdit, hasSelection } from './action.ts'

const walking = (direction: Direction, arrow: string) =>
  ({
    title: `Go to the broker ${direction === 'up' ? 'above' : direction === 'down' ? 'below' : `on the ${direction}`}`,
    keys: [`Alt+${arrow}`],
    group: 'select',
    scope: 'drawing',
    keysOnly: true,
    run: (store: Store) => walk(store, direction),
  }) as const

const nudging = (name: string, chord: string, by: Point) =>
  ({
    title: `Move the selection ${name}`,
    keys: [chord],
    group: 'select',
    scope: 'drawing',
    keysOnly: true,
    when: (state: Parameters<typeof canEdit>[0]) => canEdit(state) && hasSelection(state),
    run: (store: Store) => nudge(store, by),
  }) as const

/** px of a step with Shift. */
const FAR = 5 * GRID

export const selectActions = actions({
  'select-all': {
    title: 'Select all',
    icon: 'select',
    keys: ['Mod+A'],
    group: 'select',
    run: (store) => {
      const { regions, brokers, connectors, notes } = store.getState().document.design
      store
        .getState()
        .select(
          [regions, brokers, connectors, notes].flatMap((list) => list.map(({ id }) => id as ElementId)),
        )
    },
  },
  'select-connected': {
    title: 'Select what is connected',
    icon: 'select',
    keys: ['Alt+C'],
    group: 'select',
    when: hasSelection,
    run: (store) => {
      const { document, session } = store.getState()
      const ids = new Set<ElementId>(session.selection)
      for (const connector of document.design.connectors) {
        if (session.selection.includes(connector.id)) ids.add(connector.from).add(connector.to)
        if (!session.selection.some((id) => id === connector.from || id === connector.to)) continue
        ids.add(connector.id).add(connector.from).add(connector.to)
      }
      store.getState().select([...ids])
    },
  },
  'next-area': {
    title: 'Go to the next area of the page',
    keys: ['F6'],
    group: 'select',
    scope: 'typing',
    keysOnly: true,
    run: (store) => store.ports.moveArea(1),
  },
  'former-area': {
    title: 'Go to the former area of the page',
    keys: ['Shift+F6'],
    group: 'select',
    scope: 'typing',
    keysOnly: true,
    run: (store) => store.ports.moveArea(-1),
  },
  'select-nothing': {
    title: 'Let go',
    keys: ['Escape'],
    group: 'select',
    keysOnly: true,
    run: (store) => {
      const { session } = store.getState()
      if (session.renaming) store.getState().setSession({ renaming: undefined })
      else if (session.tool !== 'select') store.getState().setSession({ tool: 'select' })
      else if (session.lit.length > 0) store.getState().setSession({ lit: [] })
      else if (session.selection.length > 0) store.getState().select([])
      else if (session.finding !== undefined) store.getState().setSession({ finding: undefined })
      else endCompare(store)
    },
  },
  'select-connectors': {
    title: 'Select connectors of the selection',
    icon: 'connector',
    group: 'select',
    when: (state) => state.session.selection.some(isBrokerId),
    run: (store) => {
      const { document, session } = store.getState()
      const has = (id: ElementId) => session.selection.includes(id)
      const found = document.design.connectors.filter((connector) => has(connector.from) || has(connector.to))
      store.getState().select(found.map(({ id }) => id).filter(isConnectorId))
    },
  },
  'walk-left': walking('left', 'ArrowLeft'),
  'walk-right': walking('right', 'ArrowRight'),
  'walk-up': walking('up', 'ArrowUp'),
  'walk-down': walking('down', 'ArrowDown'),
  'nudge-left': nudging('left', 'ArrowLeft', { x: -GRID, y: 0 }),
  'nudge-right': nudging('right', 'ArrowRight', { x: GRID, y: 0 }),
  'nudge-up': nudging('up', 'ArrowUp', { x: 0, y: -GRID }),
  'nudge-down': nudging('down', 'ArrowDown', { x: 0, y: GRID }),
  'move-left': nudging('far left', 'Shift+ArrowLeft', { x: -FAR, y: 0 }),
  'move-right': nudging('far right', 'Shift+ArrowRight', { x: FAR, y: 0 }),
  'move-up': nudging('far up', 'Shift+ArrowUp', { x: 0, y: -FAR }),
  'move-down': nudging('far down', 'Shift+ArrowDown', { x: 0, y: FAR }),
})
