import { EMPTY_DOCUMENT } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from 'vitest'
import { createStore } from './createStore.ts'
import { fakePorts } from './fakePorts.ts'
import { selectedToTidy, tidy } from './places.ts'

const FAR = { b1: { x: 50, y: 60 }, b2: { x: 900, y: 70 }, b3: { x: 40, y: 2000 } }

function storeWith(text: string) {
  const regions = { r1: { x: 0, y: 0, width: 1200, height: 200 } }
  const document = { ...EMPTY_DOCUMENT, design: sketch(text), layout: { brokers: FAR, regions, notes: {} } }
  return createStore(fakePorts(), { document })
}

test('a selected region is laid out by itself, and the rest stays', async () => {
  const store = storeWith('region one: a, b; a = b; b = c')
  store.getState().select(['r1'])
  await tidy(store)
  const { layout } = store.getState().document
  expect(layout.regions.r1?.width).toBeLessThan(1200)
  expect(layout.brokers.b3).toEqual(FAR.b3)
  expect(store.getState().past.at(-1)?.label).toBe('lay out the selection')
})

test('one broker or a connector is no selection to lay out: the whole drawing is', async () => {
  const store = storeWith('region one: a, b; a = b; b = c')
  store.getState().select(['b3', 'c1'])
  expect(selectedToTidy(store.getState())).toEqual([])
  await tidy(store)
  expect(store.getState().document.layout.brokers.b3).not.toEqual(FAR.b3)
})
