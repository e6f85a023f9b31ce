import { EMPTY_DOCUMENT } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from 'vitest'
import { createStore } from '../createStore.ts'
import { fakePorts } from '../fakePorts.ts'
import { merge, mergeTarget } from './merge.ts'

function storeWith(text: string) {
  const ports = fakePorts()
  const layout = {
    ...EMPTY_DOCUMENT.layout,
    brokers: { b1: { x: 0, y: 0 }, b2: { x: 400, y: 0 }, b3: { x: 450, y: 10 } },
  }
  return Object.assign(
    createStore(ports, { document: { ...EMPTY_DOCUMENT, design: sketch(text), layout } }),
    { ports },
  )
}

test('merging is one step, says what happened and selects the broker that stays', () => {
  const store = storeWith('a -> ext; broker hub; external ext')
  merge(store, 'b2', 'b3')
  expect(store.getState().document.design.brokers.map(({ name }) => name)).toEqual(['a', 'hub'])
  expect(store.getState().session.selection).toEqual(['b3'])
  expect(store.ports.toasts).toEqual(['Merged ext into hub.'])
  store.getState().undo()
  expect(store.getState().document.design.brokers).toHaveLength(3)
})

test('what a merge leaves to decide is said with it', () => {
  const store = storeWith('hub -> ext { name=own }; external ext')
  merge(store, 'b2', 'b1')
  expect(store.ports.toasts).toEqual(['Merged ext into hub. own now leads from its broker to itself.'])
})

test('a broker with a configuration of its own is not merged, and that is said', () => {
  const store = storeWith('a -> b')
  merge(store, 'b2', 'b1')
  expect(store.getState().past).toEqual([])
  expect(store.ports.toasts).toEqual([
    'b has a configuration of its own. Only an outside broker can be merged into another.',
  ])
})

test('an outside broker is over another when its middle lies on that card, and only when it is dragged alone', () => {
  const { document } = storeWith('a -> ext; external ext; broker hub').getState()
  expect(mergeTarget(document, ['b2'])).toBe('b3')
  expect(mergeTarget(document, ['b2', 'b1'])).toBeUndefined()
  expect(mergeTarget(document, ['b3'])).toBeUndefined()
})
