import { describe, expect, test } from 'vitest'
import { sketch } from '../checks/sketch.ts'
import { networkOf } from '../network/network.ts'
import { summarise } from './summarise.ts'
import { topologySentences } from './words.ts'

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

describe('the words for a topology', () => {
  const sentences = (words: string) => {
    const network = networkOf(sketch(words))
    return topologySentences(network, summarise(network))
  }

  test.each([
    ['broker a', 'a stands alone.'],
    ['a = b', 'Chain of 2 brokers: a and b.'],
    ['c = a; a = b', 'Chain of 3 brokers, from c to b.'],
    ['pair a; pair b; pair c; a = b; b = c; a = c', 'Mesh of 3 pairs: each is joined to every other.'],
    ['a = b; b = c; c = d; d = a', 'Ring of 4 brokers: each is joined to two others.'],
    ['a -> hub; b -> hub', 'Concentrator: 2 brokers send to hub, and nothing comes back.'],
    ['hub = a; hub = b; hub = c', 'Hub and spoke: hub joins 3 brokers that meet only there.'],
    [
      'pair h; pair k; h = k; h = a; h = b; k = c; k = d',
      'Tree of 6 brokers (2 pairs among them), with one way between any two: h and k inside, and 4 at the ends.',
    ],
    ['a = b; b = c; c = d; d = a; a = c', 'Mixed, 4 brokers: a partial mesh with 5 of 6 possible links.'],
    [
      'a = b; b = c; c = a; c = d',
      'Mixed, 4 brokers: a mesh of 3 brokers (a, b and c), with 1 more that hangs on c.',
    ],
    [
      'a = b; b = c; c = a; c = d; d = e; e = f; f = d',
      'Mixed, 6 brokers: a mesh of 3 brokers (a, b and c) and a mesh of 3 brokers (d, e and f).',
    ],
    [
      'h = i; i = j; j = h; h = a; h = b; i = c; i = d; j = e; j = f',
      'Mixed, 9 brokers: a mesh of 3 brokers (h, i and j), with 6 more that hang on each of them.',
    ],
    [
      'a = b; b = c; c = a; c = d; d = e; e = c; e = f; f = g; g = e; g = x',
      'Mixed, 8 brokers: 3 groups of 3 brokers with more than one way inside, meeting at c and e, and 1 on single links.',
    ],
  ])('%s: %s', (words, sentence) => {
    expect(sentences(words)).toEqual([sentence])
  })

  test('two sites, each a hub with its spokes, are told of as a whole, between and inside', () => {
    expect(
      sentences(
        'region eu: h, a, b; region us: k, c, d; pair h; pair k; h = k; h = a; h = b; k = c; k = d',
      ).slice(1),
    ).toEqual([
      'Between regions, eu and us are joined by 1 connector.',
      'In eu, a hub and spoke: h joins 2 brokers that meet only there.',
      'In us, a hub and spoke: k joins 2 brokers that meet only there.',
    ])
  })

  test('parts that nothing joins are told of one by one, with who is in each', () => {
    expect(sentences('a = b; broker c; d = e; e = f; d = f')).toEqual([
      '3 parts that no connector joins to each other.',
      'Chain of 2 brokers: a and b.',
      'c stands alone.',
      'Mesh of 3 brokers: each is joined to every other (d, e and f).',
    ])
  })
})
