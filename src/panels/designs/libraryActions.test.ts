import { EMPTY_DOCUMENT } from '@meshwright/model'
import { expect, test } from 'vitest'
import { createStore } from '../../store/createStore.ts'
import type { Ports } from '../../store/ports.ts'
import { memoryPorts } from '../showcase/memoryPorts.ts'
import { deleteDesign, renameDesign } from './libraryActions.ts'

type Toast = Parameters<Ports['toast']>[0]

const named = (name: string) => ({ ...EMPTY_DOCUMENT, design: { ...EMPTY_DOCUMENT.design, name } })

async function library() {
  const toasts: Toast[] = []
  const ports: Ports = { ...memoryPorts(), toast: (toast) => void toasts.push(toast) }
  await ports.library.save('a', named('first'), 0)
  await ports.library.save('b', named('second'), 0)
  const names = async () => (await ports.library.list()).map(({ name }) => name)
  return { store: createStore(ports), toasts, names }
}

test('a design that is not open is renamed where it is kept', async () => {
  const { store, names } = await library()
  await renameDesign(store, 'b', 'renamed')
  expect(await names()).toEqual(['first', 'renamed'])
  expect(store.getState().past).toEqual([])
})

test('the open design is renamed as a step that can be undone', async () => {
  const { store } = await library()
  store.getState().open(named('first'), { kept: { id: 'a', revision: 1 } })
  await renameDesign(store, 'a', 'renamed')
  expect(store.getState().document.design.name).toBe('renamed')
  expect(store.getState().past).toHaveLength(1)
})

test('a deleted design can be put back', async () => {
  const { store, toasts, names } = await library()
  let changes = 0
  const changed = () => (changes += 1)
  await deleteDesign(store, 'a', changed)
  expect(await names()).toEqual(['second'])
  toasts[0]?.action?.run()
  await expect.poll(names).toEqual(['second', 'first'])
  expect(changes).toBe(2)
})
