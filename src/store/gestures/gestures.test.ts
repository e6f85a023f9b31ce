import { EMPTY_DOCUMENT, type Document } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from 'vitest'
import { createStore, type Store } from '../createStore.ts'
import { fakePorts, type FakePorts } from '../fakePorts.ts'
import { boxOf } from '../geometry.ts'
import { addBroker, addRegion } from './add.ts'
import { remove, rename } from './change.ts'
import { copy, duplicate, paste } from './clipboard.ts'
import { connect, flip, reconnect, setNetworkTtl } from './connect.ts'
import { align, distribute, dropEdits, movedWith } from './move.ts'

function storeWith(
  text: string,
  layout: Partial<Document['layout']> = {},
): Store & { readonly ports: FakePorts } {
  const ports = fakePorts()
  const store = createStore(ports, {
    document: { ...EMPTY_DOCUMENT, design: sketch(text), layout: { ...EMPTY_DOCUMENT.layout, ...layout } },
  })
  return Object.assign(store, { ports })
}

const connectorsOf = (store: Store) => store.getState().document.design.connectors

test('a drawn connector is declared where it starts, is duplex, and says so', () => {
  const store = storeWith('broker a; broker b')
  connect(store, 'b1', 'b2')
  expect(connectorsOf(store)).toMatchObject([
    { name: 'a-to-b', from: 'b1', to: 'b2', settings: { duplex: true } },
  ])
  expect(store.getState().session.selection).toEqual(['c1'])
  expect(store.ports.said.at(-1)).toBe('Duplex connector a-to-b from a to b added, declared on a.')
})

test('the design’s own settings for new connectors are taken, one-way included', () => {
  const store = storeWith('broker a; broker b')
  store.getState().edit({ type: 'set-design', fields: { newConnector: { duplex: false, networkTtl: 2 } } })
  connect(store, 'b1', 'b2')
  expect(connectorsOf(store)[0]?.settings).toEqual({ networkTtl: 2 })
})

test('a broker cannot connect to itself, and that is said', () => {
  const store = storeWith('broker a')
  expect(connect(store, 'b1', 'b1')).toBeUndefined()
  expect(store.ports.toasts).toEqual(['a cannot connect to itself. Choose another broker.'])
  expect(store.getState().past).toEqual([])
})

test('the other side declares it after a flip, and the name follows', () => {
  const store = storeWith('a = b')
  flip(store, ['c1'])
  expect(connectorsOf(store)).toMatchObject([{ name: 'b-to-a', from: 'b2', to: 'b1' }])
  expect(store.getState().past.at(-1)?.label).toBe('declare a-to-b on b')
})

test('an end can be taken to another broker but not to the one at the other end', () => {
  const store = storeWith('a = b; broker c')
  reconnect(store, 'c1', 'to', 'b3')
  expect(connectorsOf(store)).toMatchObject([{ name: 'a-to-c', from: 'b1', to: 'b3' }])
  reconnect(store, 'c1', 'to', 'b1')
  expect(connectorsOf(store)[0]?.to).toBe('b3')
})

test('one hop is the default and is not written', () => {
  const store = storeWith('a = b')
  setNetworkTtl(store, ['c1'], 3)
  expect(connectorsOf(store)[0]?.settings).toEqual({ duplex: true, networkTtl: 3 })
  setNetworkTtl(store, ['c1'], 1)
  expect(connectorsOf(store)[0]?.settings).toEqual({ duplex: true })
})

test('a broker placed in a region belongs to it, and the region makes room', () => {
  const store = storeWith('region eu-west-1: a', { regions: { r1: { x: 0, y: 0, width: 300, height: 200 } } })
  const id = addBroker(store, 'pair', { at: { x: 100, y: 60 } })
  const { design, layout } = store.getState().document
  expect(design.brokers.find((broker) => broker.id === id)).toMatchObject({
    region: 'r1',
    instances: [{ zone: 'eu-west-1a' }, { zone: 'eu-west-1b' }],
  })
  expect(layout.regions.r1).toEqual({ x: 0, y: 0, width: 340, height: 200 })
  expect(store.getState().session).toMatchObject({ selection: [id], renaming: id })
})

test('a region around selected brokers holds them', () => {
  const store = storeWith('broker a; broker b; broker c', {
    brokers: { b1: { x: 0, y: 0 }, b2: { x: 200, y: 100 }, b3: { x: 900, y: 0 } },
  })
  store.getState().select(['b1', 'b2'])
  const id = addRegion(store)
  const { design } = store.getState().document
  expect(design.brokers.map((broker) => broker.region)).toEqual([id, id, undefined])
  expect(store.getState().past.at(-1)?.label).toBe('group a and b')
})

test('a broker that lands in another region belongs to it; one that lands in none belongs to none', () => {
  const store = storeWith('region one: a, b; region two', {
    brokers: { b1: { x: 520, y: 60 }, b2: { x: 0, y: 900 } },
    regions: { r1: { x: 0, y: 0, width: 300, height: 200 }, r2: { x: 500, y: 0, width: 300, height: 200 } },
  })
  const edits = dropEdits(store.getState().document, ['b1', 'b2'])
  expect(edits).toContainEqual({ type: 'set-broker', id: 'b1', fields: { region: 'r2' } })
  expect(edits).toContainEqual({ type: 'set-broker', id: 'b2', fields: { region: null } })
})

test('a region that moves takes its brokers along, and they stay in it', () => {
  const store = storeWith('region one: a, b; broker c', { brokers: { b1: { x: 0, y: 0 } } })
  expect(movedWith(store.getState().document, ['r1'])).toEqual(['r1', 'b1', 'b2'])
  expect(dropEdits(store.getState().document, ['r1', 'b1', 'b2'])).toEqual([])
})

test('copies keep their links among each other and get names of their own', async () => {
  const store = storeWith('a = b; b = c', {
    brokers: { b1: { x: 0, y: 0 }, b2: { x: 200, y: 0 }, b3: { x: 400, y: 0 } },
  })
  store.getState().select(['b1', 'b2'])
  await copy(store)
  await paste(store)
  const { design } = store.getState().document
  expect(design.brokers.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'a-2', 'b-2'])
  expect(design.connectors.at(-1)).toMatchObject({ from: 'b4', to: 'b5' })
  expect(store.getState().session.selection).toEqual(['b4', 'b5'])
  expect(store.getState().past.at(-1)?.label).toBe('paste a and b')
})

test('what is on the clipboard is not trusted', async () => {
  const store = storeWith('broker a')
  for (const text of ['', 'hello', '{"version":1}', '{"design":{"brokers":[{"id":"b1"}]}', '[1,2]']) {
    await store.ports.clipboard.write(text)
    await paste(store)
  }
  expect(store.getState().document.design.brokers).toHaveLength(1)
})

test('duplicating again does not put one copy exactly on another', () => {
  const store = storeWith('broker a', { brokers: { b1: { x: 0, y: 0 } } })
  store.getState().select(['b1'])
  duplicate(store)
  store.getState().select(['b1'])
  duplicate(store)
  const places = Object.values(store.getState().document.layout.brokers).map((at) => `${at?.x},${at?.y}`)
  expect(new Set(places).size).toBe(3)
})

test('deleting a broker says how many connectors went with it', () => {
  const store = storeWith('a = b; a -> c')
  remove(store, ['b1'])
  expect(store.ports.toasts).toEqual(['Deleted a and 2 connectors.'])
  store.getState().undo()
  expect(connectorsOf(store)).toHaveLength(2)
})

test('an empty name changes nothing', () => {
  const store = storeWith('a = b')
  rename(store, 'b1', '   ')
  expect(store.getState().past).toEqual([])
  rename(store, 'b1', 'hub')
  expect(connectorsOf(store)[0]?.name).toBe('hub-to-b')
})

test('what is aligned stands on one line, what is spaced has equal gaps', () => {
  const store = storeWith('broker a; broker b; broker c', {
    brokers: { b1: { x: 0, y: 0 }, b2: { x: 190, y: 40 }, b3: { x: 600, y: 90 } },
  })
  store.getState().select(['b1', 'b2', 'b3'])
  align(store, 'top')
  distribute(store, 'x')
  const { document } = store.getState()
  const boxes = (['b1', 'b2', 'b3'] as const).map((id) => boxOf(document, id))
  expect(boxes.map((box) => box?.y)).toEqual([0, 0, 0])
  expect(boxes.map((box) => box?.x)).toEqual([0, 300, 600])
})
