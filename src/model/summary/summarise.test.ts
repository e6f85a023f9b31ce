import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sketch } from '../checks/sketch.ts'
import { arbitraryDesign } from '../fixtures/arbitraryDesign.ts'
import { networkOf } from '../network/network.ts'
import { fileNames } from '../xml/fileNames.ts'
import * as door from './index.ts'
import { summarise } from './summarise.ts'
import { longestRouteSentence, splitSentence, topologySentences, weakPointSentences } from './words.ts'

function summaryOf(words: string) {
  const network = networkOf(sketch(words))
  const summary = summarise(network)
  return { network, summary, name: (id: `b${number}`) => network.nameOf(id) }
}

/** The users that the second broker must know. */
function farUsers(words: string): readonly string[] | undefined {
  const { credentials } = summaryOf(words).summary
  return credentials.find(({ broker }) => broker === 'b2')?.users.map(({ user }) => user)
}

test('brokers are counted by kind, connectors by direction', () => {
  const { summary } = summaryOf(
    'pair hub; external partner; hub = a; a -> partner; producer on a of queue://x { count=3 }',
  )
  expect(summary.counts).toEqual({
    brokers: 3,
    pairs: 1,
    external: 1,
    regions: 0,
    connectors: 2,
    duplex: 1,
    oneWay: 1,
    bridges: 3,
    producers: 3,
    consumers: 0,
  })
})

test('brokers stand in their regions, those outside of any last', () => {
  const { summary } = summaryOf('region eu-west-1: a; region us-east-1: b; broker c; a = b')
  expect(summary.regions.map(({ name, brokers }) => [name, brokers.map((broker) => broker.name)])).toEqual([
    ['eu-west-1', ['a']],
    ['us-east-1', ['b']],
    ['No region', ['c']],
  ])
  expect(summary.connectors[0]).toMatchObject({ crossesRegions: true, direction: 'duplex', declaredOn: 'b1' })
})

test('an unnamed connector has the name that ActiveMQ gives it, and the TTLs that count', () => {
  const { summary } = summaryOf('a -> b { unnamed messageTTL=5 networkTTL=2 }')
  expect(summary.connectors[0]).toMatchObject({ name: 'NC', messageTtl: 2, consumerTtl: 2 })
})

describe('the longest route', () => {
  test('is the shortest way between the two that are furthest apart', () => {
    const { summary, network, name } = summaryOf('a -> b; b -> c; c -> d; a -> c')
    expect(summary.longestRoute).toMatchObject({ hops: 2, neededTtl: 2, lowestTtl: 1, suffices: false })
    expect(summary.longestRoute?.route.map(name)).toEqual(['a', 'c', 'd'])
    expect(longestRouteSentence(network, summary.longestRoute)).toBe(
      'The longest route has 2 hops: from a over c to d. It needs a TTL of 2 on every connector; the lowest there is 1, so messages end on the way.',
    )
  })

  test('goes by bridges, so one-way connectors are not gone against', () => {
    const { summary, name } = summaryOf('a -> b; c -> b')
    expect(summary.longestRoute?.hops).toBe(1)
    expect(summary.longestRoute?.route.map(name)).toEqual(['a', 'b'])
  })

  test('is absent where no bridge leads anywhere', () => {
    expect(summaryOf('broker a; b -> b').summary.longestRoute).toBeUndefined()
  })

  test('has no limit where every TTL is -1', () => {
    expect(summaryOf('a = b { networkTTL=-1 }').summary.longestRoute).toMatchObject({
      lowestTtl: -1,
      suffices: true,
    })
  })

  test.each([
    ['a -> b { messageTTL=1 consumerTTL=2 }; b -> c { messageTTL=2 consumerTTL=1 }', true],
    ['a -> b { networkTTL=2 }; b -> c', false],
    ['a -> b; b -> c { networkTTL=2 }', false],
    ['a -> b; a -> b { name=wide networkTTL=2 }; b -> c { networkTTL=-1 }', true],
  ])('has enough TTL where each hop has what it needs: %s', (words, suffices) => {
    expect(summaryOf(words).summary.longestRoute?.suffices).toBe(suffices)
  })
})

describe('the loss of a broker', () => {
  test('of a hub leaves its spokes apart', () => {
    const { summary, network } = summaryOf('hub = a; hub = b; hub = c; c = d')
    expect(summary.splits.map((split) => splitSentence(network, split))).toEqual([
      'Without hub, a and b are each cut off from c and d.',
      'Without c, d is cut off from hub, a and b.',
    ])
  })

  test('parts nothing in a ring', () => {
    expect(summaryOf('a = b; b = c; c = d; d = a').summary.splits).toEqual([])
  })

  test('says nothing of parts that were apart before', () => {
    const { summary, name } = summaryOf('a = b; b = c; x = y')
    expect(
      summary.splits.map(({ broker, parts }) => [name(broker), parts.map((part) => part.map(name))]),
    ).toEqual([['b', [['a'], ['c']]]])
  })
})

describe('credentials', () => {
  test('a bridge logs in on both sides with its user', () => {
    const { summary } = summaryOf('user bridge; broker a { users=bridge }; broker b { users=app }; a -> b')
    expect(summary.credentials).toEqual([
      {
        broker: 'b1',
        users: [{ user: 'bridge', declared: ['c1'], incoming: [], known: true }],
        anonymous: [],
      },
      {
        broker: 'b2',
        users: [{ user: 'bridge', declared: [], incoming: ['c1'], known: false }],
        anonymous: [],
      },
    ])
  })

  test('a remote user replaces it on the far side, but for the half that duplex makes there', () => {
    expect(farUsers('a -> b { userName=near remoteUserName=far }')).toEqual(['far'])
    expect(farUsers('a = b { userName=near remoteUserName=far }')).toEqual(['far', 'near'])
  })

  test('connectors without a user are named', () => {
    expect(summaryOf('a = b').summary.credentials).toEqual([
      { broker: 'b1', users: [], anonymous: ['c1'] },
      { broker: 'b2', users: [], anonymous: ['c1'] },
    ])
  })
})

describe('addresses for clients', () => {
  test('there is one for all, one for each region, and one for each broker; none for what others run', () => {
    const { summary } = summaryOf(
      'region eu: a, b; broker c { host=c scheme=auto+ssl }; external partner; pair b',
    )
    expect(summary.failover.map(({ scope, url }) => [scope, url])).toEqual([
      [
        'all',
        'failover:(tcp://host-of-a.example:61616,tcp://host-1-of-b.example:61616,tcp://host-2-of-b.example:61616,ssl://c:61617)',
      ],
      [
        'region',
        'failover:(tcp://host-of-a.example:61616,tcp://host-1-of-b.example:61616,tcp://host-2-of-b.example:61616)',
      ],
      ['broker', 'failover:(tcp://host-of-a.example:61616)'],
      [
        'broker',
        'failover:(tcp://host-1-of-b.example:61616,tcp://host-2-of-b.example:61616)?randomize=false',
      ],
      ['broker', 'failover:(ssl://c:61617)'],
    ])
  })

  test('what is not known in them is listed', () => {
    expect(summaryOf('broker a').summary.failover[0]?.placeholders).toHaveLength(1)
    expect(summaryOf('broker a { host=x }').summary.failover[0]?.placeholders).toEqual([])
  })
})

test('a broker knows its files and who leads where', () => {
  const { summary } = summaryOf('pair hub; hub -> a; a -> hub; a -> hub { name=second }')
  const [brokers] = summary.regions.map((region) => region.brokers)
  expect(brokers?.[0]).toMatchObject({
    kind: 'pair',
    files: ['hub-1.xml', 'hub-2.xml'],
    declares: 1,
    receives: 2,
  })
})

test('any design can be summarised, and every broker that is ours has files in it', () => {
  fc.assert(
    fc.property(arbitraryDesign({ texts: 'hostile' }), (design) => {
      const network = networkOf(design)
      const summary = summarise(network)
      const files = summary.regions.flatMap(({ brokers }) => brokers.flatMap((broker) => broker.files))
      expect(files).toHaveLength(
        [...fileNames(design).values()].flatMap(({ configurations }) => configurations).length,
      )
      expect(summary.topology.parts.flatMap(({ brokers }) => brokers).toSorted()).toEqual(
        design.brokers.map(({ id }) => id).toSorted(),
      )
      expect(topologySentences(network, summary).every((line) => line.endsWith('.'))).toBe(true)
    }),
  )
})

test('sentences stay on a line and hold nothing unseen, whatever the names', () => {
  fc.assert(
    fc.property(arbitraryDesign({ texts: 'hostile' }), (design) => {
      const network = networkOf(design)
      const summary = summarise(network)
      const sentences = [
        ...topologySentences(network, summary),
        longestRouteSentence(network, summary.longestRoute),
        ...summary.splits.map((split) => splitSentence(network, split)),
        ...weakPointSentences(network, summary),
      ]
      expect(sentences.filter((sentence) => /\p{C}/u.test(sentence))).toEqual([])
    }),
  )
  const network = networkOf(sketch(`a = ${'x'.repeat(10_000)}; a = c`))
  expect(topologySentences(network, summarise(network)).join('').length).toBeLessThan(300)
})

test('the names at the door change on purpose', () => {
  expect(Object.keys(door).toSorted()).toMatchInlineSnapshot(`
    [
      "NO_SPLIT",
      "fileNames",
      "longestRouteSentence",
      "splitSentence",
      "summarise",
      "summaryMarkdown",
      "topologySentences",
      "ttlWords",
      "weakPointSentences",
    ]
  `)
})
