import { EMPTY_DOCUMENT, networkOf, type Connector } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from 'vitest'
import { createStore } from '../../store/createStore.ts'
import { memoryPorts } from '../showcase/memoryPorts.ts'
import { BROKER_COLUMNS } from './brokerColumns.ts'
import type { Column } from './column.ts'
import { CONNECTOR_COLUMNS } from './connectorColumns.ts'

const design = sketch(
  'region eu: a; user bridge; a = b { networkTTL=2 }; b -> a { messageTTL=3 dynamic=queue://x }',
)

function column<Row>(columns: readonly Column<Row>[], id: string): Column<Row> {
  const found = columns.find((each) => each.id === id)
  if (!found) throw new Error(`there is a column ${id}`)
  return found
}

test('a connector is one line of words', () => {
  const network = networkOf(design)
  const lines = design.connectors.map((row) => CONNECTOR_COLUMNS.map((each) => each.text(network, row)))
  expect(lines).toEqual([
    ['a-to-b', 'a', 'b', 'duplex', '2', 'Everything crosses', 'bridge', ''],
    ['b-to-a', 'b', 'a', 'one-way', '3 / 1', 'Only x', 'bridge', '1 setting'],
  ])
})

test('no limit sorts above every number of hops', () => {
  const network = networkOf(sketch('a -> b { networkTTL=-1 }; b -> a { networkTTL=9 }'))
  const sort = column(CONNECTOR_COLUMNS, 'ttl').sort
  expect(network.design.connectors.map((row) => sort?.(network, row))).toEqual([Infinity, 9])
})

test.each([
  ['2', { networkTtl: 2 }],
  ['no limit', { networkTtl: -1 }],
  ['', {}],
])('hops typed as "%s" are set on the connector', (text, settings) => {
  const store = createStore(memoryPorts(), {
    document: { ...EMPTY_DOCUMENT, design: sketch('a -> b { networkTTL=5 }') },
  })
  const editor = column(CONNECTOR_COLUMNS, 'ttl').editor
  const row = store.getState().document.design.connectors[0] as Connector
  if (editor?.kind === 'text') editor.commit(store, row, text)
  expect(store.getState().document.design.connectors[0]?.settings).toEqual(settings)
})

test('hops that are no number change nothing', () => {
  const store = createStore(memoryPorts(), { document: { ...EMPTY_DOCUMENT, design: sketch('a -> b') } })
  const before = store.getState().document
  const editor = column(CONNECTOR_COLUMNS, 'ttl').editor
  if (editor?.kind === 'text') editor.commit(store, before.design.connectors[0] as Connector, 'two')
  expect(store.getState().document).toBe(before)
})

test("a broker that goes back to the design's target has none of its own", () => {
  const store = createStore(memoryPorts(), {
    document: {
      ...EMPTY_DOCUMENT,
      design: { ...design, brokers: design.brokers.map((each) => ({ ...each, target: 'amazon-mq' })) },
    },
  })
  const editor = column(BROKER_COLUMNS, 'target').editor
  const [row] = store.getState().document.design.brokers
  if (editor?.kind === 'choice' && row) editor.commit(store, row, 'self-managed')
  expect(store.getState().document.design.brokers[0]).not.toHaveProperty('target')
})
