import {
  BROKER_SIZE,
  GRID,
  isBrokerId,
  isConnectorId,
  type BrokerId,
  type ConnectorId,
} from '@meshwright/model'
import type { State, Store } from '../createStore.ts'
import { connectToNew, flip, setDuplex, setNetworkTtl } from '../gestures/connect.ts'
import { selectedToMerge } from '../gestures/merge.ts'
import { boxOf, freeNear } from '../geometry.ts'
import type { Direction } from '../gestures/walk.ts'
import { actions, canEdit } from './action.ts'

function connectors(state: State): readonly ConnectorId[] {
  return state.session.selection.filter(isConnectorId)
}

function editsConnectors(state: State): boolean {
  return canEdit(state) && connectors(state).length > 0
}

function selectedConnectors(state: State) {
  return state.document.design.connectors.filter(({ id }) => state.session.selection.includes(id))
}

function allDuplex(state: State): boolean {
  return selectedConnectors(state).every((connector) => connector.settings.duplex)
}

/** Where the next connector starts: at the selected broker, or where the selected connector ends, to go on from there. */
function startOf(state: State): BrokerId | undefined {
  return state.session.selection.find(isBrokerId) ?? selectedConnectors(state)[0]?.to
}

/** A new broker beside the selected one, that way, connected to it. */
function grow(store: Store, direction: Direction): void {
  const { document, session } = store.getState()
  const from = session.selection.find(isBrokerId)
  const box = from && boxOf(document, from)
  if (!from || !box) return
  const gap = 8 * GRID
  const wish = {
    left: { x: box.x - gap - BROKER_SIZE.width, y: box.y },
    right: { x: box.x + box.width + gap, y: box.y },
    up: { x: box.x, y: box.y - gap - BROKER_SIZE.height },
    down: { x: box.x, y: box.y + box.height + gap },
  }[direction]
  const id = connectToNew(store, from, freeNear(document, wish, BROKER_SIZE))
  store.getState().view?.reveal([id])
}

const growing = (direction: Direction, arrow: string) =>
  ({
    title: `Add a connected broker ${direction === 'up' ? 'above' : direction === 'down' ? 'below' : `to the ${direction}`}`,
    icon: 'broker',
    keys: [`Mod+${arrow}`],
    group: 'connect',
    scope: 'drawing',
    keysOnly: true,
    when: (state: State) => canEdit(state) && state.session.selection.filter(isBrokerId).length === 1,
    run: (store: Store) => grow(store, direction),
  }) as const

export const connectActions = actions({
  connect: {
    title: 'Connect to…',
    icon: 'connector',
    keys: ['C'],
    group: 'connect',
    when: (state) => canEdit(state) && state.document.design.brokers.length > 1,
    run: (store) => {
      store.getState().setSession({ dialog: 'connect', connectFrom: startOf(store.getState()) })
    },
  },
  'toggle-duplex': {
    title: (state) => (allDuplex(state) ? 'Make one-way' : 'Make duplex'),
    icon: 'duplex',
    keys: ['D'],
    group: 'connect',
    when: editsConnectors,
    run: (store) => {
      const state = store.getState()
      setDuplex(store, connectors(state), !allDuplex(state))
    },
  },
  'flip-connector': {
    title: (state) => {
      const [first, ...more] = selectedConnectors(state)
      const other = state.document.design.brokers.find(({ id }) => id === first?.to)
      return other && more.length === 0 ? `Declare on ${other.name} instead` : 'Declare on the other side'
    },
    icon: 'swap',
    keys: ['F'],
    group: 'connect',
    when: editsConnectors,
    run: (store) => flip(store, connectors(store.getState())),
  },
  'more-hops': {
    title: 'Allow one more hop',
    icon: 'add',
    keys: ['T'],
    group: 'connect',
    when: editsConnectors,
    run: (store) => changeTtl(store, 1),
  },
  'fewer-hops': {
    title: 'Allow one hop fewer',
    icon: 'remove',
    keys: ['Shift+T'],
    group: 'connect',
    when: (state) =>
      editsConnectors(state) &&
      selectedConnectors(state).some((connector) => (connector.settings.networkTtl ?? 1) > 1),
    run: (store) => changeTtl(store, -1),
  },
  merge: {
    title: 'Merge into…',
    icon: 'external',
    keys: ['I'],
    group: 'connect',
    when: (state) =>
      canEdit(state) && selectedToMerge(state) !== undefined && state.document.design.brokers.length > 1,
    run: (store) => store.getState().setSession({ dialog: 'merge' }),
  },
  'grow-right': growing('right', 'ArrowRight'),
  'grow-left': growing('left', 'ArrowLeft'),
  'grow-up': growing('up', 'ArrowUp'),
  'grow-down': growing('down', 'ArrowDown'),
})

function changeTtl(store: Store, by: number): void {
  const state = store.getState()
  const hops =
    Math.max(1, ...selectedConnectors(state).map((connector) => connector.settings.networkTtl ?? 1)) + by
  setNetworkTtl(store, connectors(state), Math.max(1, hops))
}
