import { sketch } from '@meshwright/model/sketch'
import { EMPTY_DOCUMENT } from '@meshwright/model'
import { expect, test } from 'vitest'
import { createStore, type Store } from '../createStore.ts'
import { fakePorts } from '../fakePorts.ts'
import { ACTION_GROUPS, ACTION_IDS, actionKeys, actionOf, actionTitle, canRun, runAction } from './index.ts'

function storeWith(text: string): Store {
  return createStore(fakePorts(), {
    document: {
      ...EMPTY_DOCUMENT,
      design: sketch(text),
      layout: {
        brokers: { b1: { x: 0, y: 0 }, b2: { x: 300, y: 0 }, b3: { x: 600, y: 10 } },
        regions: {},
        notes: {},
      },
    },
  })
}

test('every action has a title in sentence case without a full stop, and a group', () => {
  const { getState } = storeWith('a = b')
  for (const id of ACTION_IDS) {
    expect(actionTitle(getState(), id)).toMatch(/^[A-Z].*[^.\s]$/)
    expect(Object.keys(ACTION_GROUPS)).toContain(actionOf(id).group)
  }
})

test('no chord means two things at one place', () => {
  const seen = new Map<string, string>()
  for (const id of ACTION_IDS) {
    for (const chord of actionKeys(id)) {
      expect([chord, seen.get(chord)]).toEqual([chord, undefined])
      seen.set(chord, id)
    }
  }
})

test('chords are written in one way: modifiers in order, letters in capitals', () => {
  for (const id of ACTION_IDS)
    for (const chord of actionKeys(id))
      expect(chord).toMatch(/^(Mod\+)?(Alt\+)?(Shift\+)?([A-Z0-9]|[A-Z][A-Za-z0-9]+|[^A-Za-z0-9])$/)
})

test('keys that the browser keeps for itself are not used', () => {
  const taken = ['Mod+T', 'Mod+W', 'Mod+N', 'Mod+L', 'Mod+R', 'Mod+Q', 'Mod+Tab', 'F5', 'F11', 'F12']
  for (const id of ACTION_IDS) for (const chord of actionKeys(id)) expect(taken).not.toContain(chord)
})

test('an action that cannot be done now does nothing', () => {
  const store = storeWith('a = b')
  store.getState().setSession({ readOnly: true })
  store.getState().select(['b1'])
  const { document } = store.getState()
  runAction(store, 'delete')
  runAction(store, 'add-broker')
  expect(store.getState().document).toBe(document)
  expect(canRun(store.getState(), 'delete')).toBe(false)
})

test('what can be undone is named', () => {
  const store = storeWith('a = b')
  store.getState().select(['b1'])
  runAction(store, 'delete')
  expect(actionTitle(store.getState(), 'undo')).toBe('Undo delete a')
  runAction(store, 'undo')
  expect(actionTitle(store.getState(), 'redo')).toBe('Redo delete a')
  expect(store.getState().document.design.brokers).toHaveLength(2)
})

test('a failure of the machine is said, not thrown', async () => {
  const ports = fakePorts()
  const store = createStore({ ...ports, pickFile: async () => Promise.reject(new Error('the disk is gone')) })
  runAction(store, 'open-file')
  await new Promise((resolve) => setImmediate(resolve))
  expect(ports.toasts).toEqual(['That did not work: the disk is gone'])
})

test('arrow keys move what is selected by one step of the grid, as one step of the history', () => {
  const store = storeWith('a = b')
  store.getState().select(['b1'])
  runAction(store, 'nudge-right')
  runAction(store, 'nudge-right')
  expect(store.getState().document.layout.brokers.b1).toEqual({ x: 20, y: 0 })
  expect(store.getState().past).toHaveLength(1)
})

test('walking goes to the neighbour that way', () => {
  const store = storeWith('a = b; b = c')
  store.getState().select(['b1'])
  runAction(store, 'walk-right')
  expect(store.getState().session.selection).toEqual(['b2'])
  runAction(store, 'walk-right')
  expect(store.getState().session.selection).toEqual(['b3'])
})

test('a broker can be added beside another and connected in one go', () => {
  const store = storeWith('a = b')
  store.getState().select(['b2'])
  runAction(store, 'grow-down')
  const { design, layout } = store.getState().document
  expect(design.connectors.at(-1)).toMatchObject({ from: 'b2', to: 'b3', settings: { duplex: true } })
  expect(layout.brokers.b3?.y).toBeGreaterThan(52)
  expect(store.getState().past).toHaveLength(1)
})
