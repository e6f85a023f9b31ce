import { isBrokerId } from '@meshwright/model'
import type { State, Store } from '../createStore.ts'
import { addBroker, addClient, addNote, addRegion } from '../gestures/add.ts'
import { actions, canEdit } from './action.ts'

/** The broker a client would be attached to: the only selected one, else the one under the pointer. */
function brokerForClient(state: State) {
  const brokers = state.session.selection.filter(isBrokerId)
  return brokers.length === 1 ? brokers[0] : state.view?.brokerUnderPointer()
}

function attach(store: Store, role: 'producer' | 'consumer'): void {
  const broker = brokerForClient(store.getState())
  if (broker) addClient(store, broker, role)
  else store.getState().toast('Select the broker first that the client connects to.')
}

export const addActions = actions({
  'add-broker': {
    title: 'Add broker',
    icon: 'broker',
    keys: ['B'],
    group: 'add',
    when: canEdit,
    run: (store) => void addBroker(store, 'broker'),
  },
  'add-pair': {
    title: 'Add active/standby pair',
    icon: 'pair',
    keys: ['P'],
    group: 'add',
    when: canEdit,
    run: (store) => void addBroker(store, 'pair'),
  },
  'add-region': {
    title: (state) => (state.session.selection.some(isBrokerId) ? 'Group in a new region' : 'Add region'),
    icon: 'region',
    keys: ['R', 'Mod+G'],
    group: 'add',
    when: canEdit,
    run: (store) => void addRegion(store),
  },
  'add-external': {
    title: 'Add outside broker',
    icon: 'external',
    keys: ['O'],
    group: 'add',
    when: canEdit,
    run: (store) => void addBroker(store, 'external'),
  },
  'add-consumer': {
    title: 'Add consumer',
    icon: 'consumer',
    keys: ['L'],
    group: 'add',
    when: canEdit,
    run: (store) => attach(store, 'consumer'),
  },
  'add-producer': {
    title: 'Add producer',
    icon: 'producer',
    keys: ['Shift+L'],
    group: 'add',
    when: canEdit,
    run: (store) => attach(store, 'producer'),
  },
  'add-note': {
    title: 'Add note',
    icon: 'note',
    keys: ['N'],
    group: 'add',
    when: canEdit,
    run: (store) => void addNote(store),
  },
  gallery: {
    title: 'Add a topology…',
    icon: 'gallery',
    keys: ['G'],
    group: 'add',
    run: (store) => store.getState().setSession({ dialog: 'gallery' }),
  },
})
