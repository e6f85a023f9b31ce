import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sketch } from '../../checks/sketch.ts'
import { connectorName, copyName, freeConnectorName, isNamedByEnds, uniqueName } from './names.ts'

test.each([
  ['hub', [], 'hub'],
  ['hub', ['hub'], 'hub-2'],
  ['hub', ['hub', 'hub-2'], 'hub-3'],
  ['edge-09', ['edge-09'], 'edge-10'],
  ['broker-1', ['broker-1', 'broker-2'], 'broker-3'],
])('the free name for %s among %j is %s', (wanted, taken, expected) => {
  expect(uniqueName(wanted, taken)).toBe(expected)
})

test('a connector is named by its ends', () => {
  const design = sketch('a -> b { name=x }')
  expect(connectorName(design, 'b1', 'b2')).toBe('a-to-b')
})

test.each([
  ['a second one between the same brokers', 'hub', 'b', ['hub-to-b'], 'b-from-hub'],
  ['a third one', 'hub', 'b', ['hub-to-b', 'b-from-hub'], 'link-2-hub-to-b'],
  ['one that would begin another', 'hub', 'b', ['hub-to-billing'], 'b-from-hub'],
  ['one that another would begin', 'hub', 'broker-10', ['hub-to-broker-1'], 'broker-10-from-hub'],
  ['underlines, at which ActiveMQ splits client ids', 'a_1', 'b_2', [], 'a-1-to-b-2'],
])('the name of %s', (_, from, to, taken, expected) => {
  expect(freeConnectorName(from, to, taken)).toBe(expected)
})

test('the names of any number of connectors are unique, hold no underline, and none begins another', () => {
  const broker = fc.constantFrom(
    'a',
    'ab',
    'a-to-b',
    'broker-1',
    'broker-10',
    'broker-100',
    'a_b',
    '',
    'link-2',
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(broker, broker), { maxLength: 25 }), (ends) => {
      const names: string[] = []
      for (const [from, to] of ends) names.push(freeConnectorName(from, to, names))
      expect(names.filter((name) => name.includes('_'))).toEqual([])
      const begins = names.filter((name, i) => names.some((other, j) => i !== j && other.startsWith(name)))
      expect(begins).toEqual([])
    }),
  )
})

test('a name that we gave is told from one that somebody chose', () => {
  const design = sketch('a -> b; a -> b { name=b-from-a-3 }; a -> b { name=a-to-bc }; a -> b { unnamed }')
  expect(design.connectors.map((connector) => isNamedByEnds(design, connector))).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('a second region like another is never called like a third: eu-west-2 is London', () => {
  expect(copyName('eu-west-1', ['eu-west-1'])).toBe('eu-west-1 copy')
  expect(copyName('eu-west-1', ['eu-west-1', 'eu-west-1 copy'])).toBe('eu-west-1 copy-2')
  expect(copyName('eu-west-1', [])).toBe('eu-west-1')
})
