import { expect, test } from 'vitest'
import { sketch } from '../checks/sketch.ts'
import { networkOf } from '../network/network.ts'
import { summarise } from './summarise.ts'

/** `hub-and-spoke hub`: the pattern of each part with the names of its centres. */
function patterns(words: string): readonly string[] {
  const network = networkOf(sketch(words))
  return summarise(network).topology.parts.map(({ pattern }) =>
    [pattern.name, ...pattern.centres.map((id) => network.nameOf(id))].join(' '),
  )
}

test.each([
  ['broker a', 'single'],
  ['a -> b', 'chain'],
  ['a = b', 'chain'],
  ['a = b; b = c', 'chain'],
  ['a = b; b = c; c = d', 'chain'],
  ['b = a; b = c', 'hub-and-spoke b'],
  ['a = b; c = b', 'hub-and-spoke b'],
  ['hub = a; hub = b; hub = c', 'hub-and-spoke hub'],
  ['a -> hub; hub -> a; b = hub; c = hub', 'hub-and-spoke hub'],
  ['a -> hub; b -> hub', 'concentrator hub'],
  ['c -> a; c -> b; d -> a; d -> b; e -> a; e -> b', 'concentrator a b'],
  ['hub -> a; hub -> b; hub -> c', 'hub-and-spoke hub'],
  ['a = b; b = c; a = c', 'mesh'],
  ['a -> b; b -> a; a = c; b -> c; c -> b; a = d; b = d; c = d', 'mesh'],
  ['a = b; b = c; c = d; d = a', 'ring'],
  ['a = b; a = c; b = d; b = e', 'tree'],
  ['a = b; b = c; c = d; d = a; a = c', 'mixed'],
  ['a = b; b = c; c = a; c = d', 'mixed'],
  ['c -> a; c -> b; d -> a', 'chain'],
])('%s: %s', (words, pattern) => {
  expect(patterns(words)).toEqual([pattern])
})

test('parallel connectors, loops and the other direction change no pattern', () => {
  expect(patterns('a = b; a = b { name=second }; b = c; a -> a; b -> a; c = d')).toEqual(['chain'])
})

test('parts that nothing joins have a pattern each', () => {
  expect(patterns('a = b; broker c; d = e; e = f; d = f')).toEqual(['chain', 'single', 'mesh'])
})

test('a mesh of hubs is seen between the regions, and each hub inside of its own', () => {
  const network = networkOf(
    sketch(`
      region eu-west-1: h1, a, b, c; region us-east-1: h2, d, e, f; region ap-south-1: h3, g, i, j
      h1 = a; h1 = b; h1 = c; h2 = d; h2 = e; h2 = f; h3 = g; h3 = i; h3 = j
      h1 = h2; h2 = h3; h1 = h3`),
  )
  const { topology, regions } = summarise(network)
  expect(topology.parts.map(({ pattern }) => pattern.name)).toEqual(['mixed'])
  expect(topology.betweenRegions?.name).toBe('mesh')
  expect(regions.map(({ pattern }) => pattern && [pattern.name, ...pattern.centres])).toEqual([
    ['hub-and-spoke', 'b1'],
    ['hub-and-spoke', 'b5'],
    ['hub-and-spoke', 'b9'],
  ])
})
