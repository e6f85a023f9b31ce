import { expect, test } from 'vitest'
import { sketch } from '../../checks/sketch.ts'
import { EMPTY_DOCUMENT, type Document } from '../document.ts'
import { applyEdit } from './applyEdit.ts'
import { flipConnector, newBroker, newConnector, renameBroker } from './newElements.ts'

const of = (text: string): Document => ({ ...EMPTY_DOCUMENT, design: sketch(text) })

test('a new broker has a free id and a free name', () => {
  const document = of('broker-1 -> broker-2')
  expect(newBroker(document, { at: { x: 10, y: 20 } })).toEqual({
    type: 'add-broker',
    broker: { id: 'b3', name: 'broker-3', instances: [{}] },
    at: { x: 10, y: 20 },
  })
})

test('a new pair in an AWS Region stands in two of its zones and has an instance type', () => {
  const document = of('target amazon-mq; region eu-west-1: a')
  expect(newBroker(document, { pair: true, region: 'r1' }).broker).toEqual({
    id: 'b2',
    name: 'pair-1',
    region: 'r1',
    instances: [{ zone: 'eu-west-1a' }, { zone: 'eu-west-1b' }],
    amazon: { instanceType: 'mq.m5.large' },
  })
})

test('an external broker is nobody of ours: no instance type', () => {
  const { broker } = newBroker(of('target amazon-mq'), { external: true })
  expect(broker).toEqual({ id: 'b1', name: 'external-1', instances: [{}], external: true })
})

test("a new connector copies the design's settings for new connectors", () => {
  const { design } = of('a -> b { name=x }')
  const usual = { ...design, newConnector: { networkTtl: 2, duplex: true } }
  expect(newConnector(usual, 'b1', 'b2').connector).toEqual({
    id: 'c2',
    name: 'a-to-b',
    from: 'b1',
    to: 'b2',
    settings: { networkTtl: 2, duplex: true },
    filters: {},
  })
  expect(newConnector(usual, 'b1', 'b2', { duplex: false }).connector.settings).toEqual({ networkTtl: 2 })
})

test('renaming a broker renames the connectors that are named by their ends, and no others', () => {
  const document = of('a -> b; b = a { name=mine }; a -> c; b -> c')
  const { design } = applyEdit(document, renameBroker(document.design, 'b1', 'hub'))
  expect(design.brokers[0]?.name).toBe('hub')
  expect(design.connectors.map(({ name }) => name)).toEqual(['hub-to-b', 'mine', 'hub-to-c', 'b-to-c'])
})

test('flipping a connector that is named by its ends names it anew', () => {
  const document = of('a = b')
  const [connector] = applyEdit(document, flipConnector(document.design, 'c1')).design.connectors
  expect(connector).toMatchObject({ name: 'b-to-a', from: 'b2', to: 'b1' })
})

test('flipping keeps a name that somebody chose', () => {
  const document = of('a = b { name=backbone }')
  const [connector] = applyEdit(document, flipConnector(document.design, 'c1')).design.connectors
  expect(connector).toMatchObject({ name: 'backbone', from: 'b2', to: 'b1' })
})
