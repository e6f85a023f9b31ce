import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sketch } from '../checks/sketch.ts'
import { arbitraryDesign } from '../fixtures/arbitraryDesign.ts'
import { fileNames } from './fileNames.ts'

function named(...names: readonly string[]) {
  const design = sketch('')
  const brokers = names.map((name, index) => ({
    id: `b${index + 1}` as const,
    name,
    instances: [{}] as const,
  }))
  return [...fileNames({ ...design, brokers }).values()].map(({ configurations }) => configurations[0])
}

test('a file has the name of its broker, with _ for what not every system takes in a name', () => {
  expect(named('hub', 'a_b-c.1', 'eu/hub', 'Größe', '')).toEqual([
    'hub.xml',
    'a_b-c.1.xml',
    'eu_hub.xml',
    'Gr__e.xml',
    '_.xml',
  ])
})

test('a name that is taken gets a number, also where only capitals differ', () => {
  expect(named('hub', 'hub', 'Hub', 'hub-2')).toEqual(['hub.xml', 'hub-2.xml', 'Hub-3.xml', 'hub-2-2.xml'])
})

test('no name leads out of its folder or hides', () => {
  expect(named('..', '../../x', '.hidden')).toEqual(['__.xml', '___.._x.xml', '_hidden.xml'])
})

test('a self-managed pair has a file for each instance, an Amazon MQ pair has one', () => {
  expect(fileNames(sketch('pair hub')).get('b1')).toEqual({
    base: 'hub',
    configurations: ['hub-1.xml', 'hub-2.xml'],
    connectors: 'hub.networkConnectors.xml',
    properties: 'hub.properties',
  })
  expect(fileNames(sketch('target amazon-mq; pair hub')).get('b1')?.configurations).toEqual(['hub.xml'])
})

test('a broker named like an instance of a pair gets another name', () => {
  const names = fileNames(sketch('pair hub; broker hub-1'))
  expect(names.get('b2')?.configurations).toEqual(['hub-1-2.xml'])
})

test('external brokers have no file', () => {
  expect(fileNames(sketch('external partner')).size).toBe(0)
})

test('no two files of a design have one name, whatever its brokers are called', () => {
  fc.assert(
    fc.property(arbitraryDesign({ texts: 'hostile' }), (design) => {
      const all = [...fileNames(design).values()].flatMap(({ configurations, connectors, properties }) => [
        ...configurations,
        connectors,
        properties,
      ])
      expect(new Set(all.map((name) => name.toLowerCase())).size).toBe(all.length)
      expect(all.filter((name) => !/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(name) || name.length > 150)).toEqual(
        [],
      )
    }),
  )
})
