import { expect, test } from 'vitest'
import { networkOf } from '../../network/network.ts'
import { isMesh } from '../fixes/mesh.ts'
import { sketch } from '../sketch.ts'
import { topologyOf } from './topology.ts'

const shape = (text: string) => {
  const network = networkOf(sketch(text))
  return { network, topology: topologyOf(network) }
}

test('a link lies on a circle where another way leads round; two links between the same brokers are no circle', () => {
  const { topology } = shape('a = b; b = c; c = a; c = d; d = e; d = e { name=two }')
  expect(topology.onCycle('b1', 'b2')).toBe(true)
  expect(topology.onCycle('b3', 'b4')).toBe(false)
  expect(topology.onCycle('b4', 'b5')).toBe(false)
  expect(topology.components.map(({ hasCycle }) => hasCycle)).toEqual([true])
})

test('brokers without a connector stand alone, and connectors go with their brokers', () => {
  const { topology } = shape('a = b; broker c; d -> e')
  expect(topology.components.map(({ brokers, connectors }) => [brokers.length, connectors.length])).toEqual([
    [2, 1],
    [1, 0],
    [2, 1],
  ])
})

test('a thousand brokers in a row are read without exhausting the stack', () => {
  const { topology } = shape(Array.from({ length: 1000 }, (_, i) => `n${i} = n${i + 1}`).join(';'))
  expect(topology.components).toHaveLength(1)
  expect(topology.components[0]?.hasCycle).toBe(false)
})

test.each([
  ['a = b; b = c; a = c', true],
  ['a = b; b = c', false],
  ['a -> b; b -> a; b = c; a = c', true],
  ['a = b; b = c; a = c { excluded=queue://orders.> }', false],
  ['a = b { excluded=topic://> }; b = c { excluded=topic://> }; a = c { excluded=topic://> }', true],
])('%s: one hop is enough: %s', (text, mesh) => {
  const { network, topology } = shape(text)
  expect(topology.components[0] && isMesh(network, topology.components[0])).toBe(mesh)
})
