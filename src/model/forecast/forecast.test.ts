import { describe, expect, test } from 'vitest'
import { sketch } from '../checks/sketch.ts'
import { parseDestination } from '../design/destination.ts'
import type { BrokerId } from '../design/ids.ts'
import { networkOf } from '../network/network.ts'
import type { Flow, Off } from './flow.ts'
import { forecastAll, forecastPair } from './forecast.ts'

/** One flow in a line: verdict, when, bound, route, and what stays where. */
function told(text: string, from: string, to: string, destination = 'x', off: readonly Off[] = []): string {
  const network = networkOf(sketch(text))
  const id = (name: string): BrokerId => network.design.brokers.find((broker) => broker.name === name)!.id
  const question = { from: id(from), to: id(to), destination: parseDestination(destination)!, off }
  return inWords(forecastPair(network, question), (broker) => network.nameOf(broker))
}

function inWords(
  { verdict, when, exact, route, stuck, copies }: Flow,
  name: (id: BrokerId) => string,
): string {
  const parts = [
    [verdict, when, exact ? undefined : 'at most'].filter(Boolean).join(' '),
    route?.map(name).join('>'),
    stuck.map(({ at, reason }) => `${name(at)} ${reason}`).join(', '),
    copies && copies.max !== 1 && copies.max !== 0 ? `${copies.min}-${copies.max} copies` : undefined,
  ]
  return parts.filter(Boolean).join('; ')
}

const MESH = 'a = b; a = c; a = d; b = c; b = d; c = d'
const mesh = (options: string) => MESH.replaceAll(/[a-d] = [a-d]/g, (link) => `${link} { ${options} }`)
const HUB = 'hub = s1; hub = s2; hub = s3'

describe('chains and TTLs', () => {
  test('[F1] a neighbour is reached with every TTL at its default', () => {
    expect(told('a -> b', 'a', 'b')).toBe('always; a>b')
  })

  test('[F1] with TTL 1 nothing goes two hops: the demand is refused next to the producer', () => {
    expect(told('a -> b; b -> c', 'a', 'c')).toBe('never; a consumer-ttl-spent')
  })

  test('[F2] where only the demand comes far enough, messages leave and stick (seen on 5.17.2)', () => {
    expect(told('a -> b { networkTTL=2 }; b -> c', 'a', 'c')).toBe('never; b message-ttl-spent')
  })

  test('[F1] where only messages could go far enough, they stay (seen on 5.17.2)', () => {
    expect(told('a -> b; b -> c { networkTTL=2 }', 'a', 'c')).toBe('never; a consumer-ttl-spent')
  })

  test('[F1] [F2] each hop asks for what its place on the route needs', () => {
    const chain = 'a -> b { consumerTTL=3 }; b -> c { consumerTTL=2 messageTTL=2 }; c -> d { messageTTL=3 }'
    expect(told(chain, 'a', 'd')).toBe('always; a>b>c>d')
  })

  test('[F1] -1 is no limit', () => {
    const link = '{ networkTTL=-1 }'
    expect(told(`a -> b ${link}; b -> c ${link}; c -> d ${link}; d -> e ${link}`, 'a', 'e')).toBe(
      'always; a>b>c>d>e',
    )
  })

  test('[F1] networkTTL overrides the others beside it', () => {
    expect(
      told('a -> b { networkTTL=1 consumerTTL=5 messageTTL=5 }; b -> c { networkTTL=5 }', 'a', 'c'),
    ).toBe('never; a consumer-ttl-spent')
  })

  test('[F1] a consumer TTL of 0 lets a one-way bridge work and kills a duplex one (seen on 5.17.2)', () => {
    expect(told('a -> b { consumerTTL=0 }', 'a', 'b')).toBe('always; a>b')
    expect(told('a = b { consumerTTL=0 }', 'a', 'b')).toBe('never; a consumer-ttl-spent')
    expect(told('a = b { consumerTTL=0 }', 'b', 'a')).toBe('never; b consumer-ttl-spent')
  })

  test('[F2] a message TTL of 0 lets nothing cross', () => {
    expect(told('a -> b { messageTTL=0 }', 'a', 'b')).toBe('never; a message-ttl-spent')
    expect(told('a = b { messageTTL=0 }', 'a', 'b')).toBe('never; a consumer-ttl-spent')
  })

  test('nothing goes against a one-way bridge', () => {
    expect(told('a -> b', 'b', 'a')).toBe('never; b no-demand')
  })
})

describe("the guides' own topologies", () => {
  test('hub and spoke as published: the hub reaches its spokes, they never reach each other', () => {
    expect(told(HUB, 'hub', 's1')).toBe('always; hub>s1')
    expect(told(HUB, 's1', 'hub')).toBe('always; s1>hub')
    expect(told(HUB, 's1', 's2')).toBe('never; s1 consumer-ttl-spent')
    expect(told(HUB, 's1', 's2', 'topic://x')).toBe('never; s1 consumer-ttl-spent')
  })

  test('hub and spoke with a network TTL of 2: every spoke reaches every other', () => {
    const far = HUB.replaceAll(/s\d/g, (spoke) => `${spoke} { networkTTL=2 }`)
    expect(told(far, 's1', 's2')).toBe('always; s1>hub>s2')
    expect(told(far, 's1', 's2', 'topic://x')).toBe('always; s1>hub>s2')
  })

  test('full mesh of 4, TTL 2, defaults of 5.17: messages stick on both others, on an idle network too', () => {
    expect(told(`engine 5.17; ${mesh('networkTTL=2')}`, 'a', 'b')).toBe(
      'sometimes idle; a>b; c message-ttl-spent, d message-ttl-spent',
    )
  })

  test('full mesh of 4, TTL 2, defaults from 5.18 on: messages stick only while nearer takers are full', () => {
    for (const engine of ['5.18', '5.19', '6.3']) {
      expect(told(`engine ${engine}; ${mesh('networkTTL=2')}`, 'a', 'b')).toBe(
        'sometimes load; a>b; c message-ttl-spent, d message-ttl-spent',
      )
    }
  })

  test('full mesh of 4 with TTL 1, or with duplicates suppressed: every message arrives', () => {
    expect(told(`engine 5.17; ${mesh('networkTTL=1')}`, 'a', 'b')).toBe('always; a>b')
    // The first route to arrive stays, be it long or short: messages can follow either.
    const suppressed = mesh('networkTTL=2 suppressDuplicateQueueSubscriptions=true')
    expect(told(`engine 5.17; ${suppressed}`, 'a', 'b')).toBe('always; a>b')
  })

  test('all pairs are answered at once, external brokers taking part without being asked', () => {
    const flows = forecastAll(
      networkOf(sketch('external x; a = x { networkTTL=2 }; b = x { networkTTL=2 }')),
      {
        destination: { kind: 'queue', name: 'q' },
      },
    )
    const network = networkOf(sketch('external x; a = x; b = x'))
    expect(
      flows.map((flow) => `${network.nameOf(flow.from)}>${network.nameOf(flow.to)} ${flow.verdict}`),
    ).toEqual(['a>b always', 'b>a always'])
  })
})

describe('topics and suppressed queues', () => {
  test('[F5] the first route stays, and one with a spent TTL may come first (seen on 5.17.2: 0 of 20)', () => {
    const ring = 'engine 5.17; a -> b { networkTTL=2 }; b -> c; a -> c { networkTTL=2 }'
    expect(told(ring, 'a', 'c', 'topic://x')).toBe('sometimes race; a>c; a lost-race, b message-ttl-spent')
  })

  test('[F5] from 5.18 on the shorter route replaces the longer one', () => {
    const ring = 'engine 5.18; a -> b { networkTTL=2 }; b -> c; a -> c { networkTTL=2 }'
    expect(told(ring, 'a', 'c', 'topic://x')).toBe('always; a>c')
  })

  test('[F6] a shorter route does not replace a longer one of a higher priority', () => {
    const ring =
      'engine 5.17; a -> b { networkTTL=2 }; b -> c; a -> c { decreaseNetworkConsumerPriority=true }'
    expect(told(ring, 'a', 'c', 'topic://x')).toBe('never; a lost-race, b message-ttl-spent')
  })

  test('[F7] conduit off: a topic crosses once for each route that demand took', () => {
    const off = '{ conduitSubscriptions=false suppressDuplicateTopicSubscriptions=false networkTTL=2 }'
    expect(
      told(
        `a -> b ${off}; b -> c ${off}; b -> c { name=z conduitSubscriptions=false suppressDuplicateTopicSubscriptions=false networkTTL=2 }`,
        'a',
        'c',
        'topic://x',
      ),
    ).toBe('always; a>b>c; 4-4 copies')
  })
})

describe('what crosses', () => {
  test('[F3] excluded comes first, then static, then dynamic', () => {
    expect(told('a -> b { excluded=queue://x dynamic=queue://x static=queue://x }', 'a', 'b')).toBe(
      'never; a excluded',
    )
    expect(told('a -> b { dynamic=queue://y }', 'a', 'b')).toBe('never; a not-included')
    expect(told('a -> b { dynamic=queue://y }', 'a', 'b', 'topic://y')).toBe('never; a not-included')
    expect(told('a -> b { dynamic=queue://x }', 'a', 'b')).toBe('always; a>b')
    expect(told('a -> b { excluded=queue://orders.> }', 'a', 'b', 'orders')).toBe('never; a excluded')
  })

  test('[F3] a list of included destinations says nothing of the rest when it is static', () => {
    expect(told('a -> b { static=queue://y }', 'a', 'b')).toBe('always; a>b')
    expect(told('a -> b { static=queue://y staticBridge=true }', 'a', 'b')).toBe('never; a static-only')
  })

  test('[F4] a static entry carries messages where nobody waits for them, and they stay there', () => {
    expect(told('a -> b { static=queue://x }; a -> c', 'a', 'c')).toBe('sometimes idle; a>c; b no-demand')
  })

  test('[F4] a static entry pulls messages from brokers that hear of it', () => {
    expect(
      told('a -> b { networkTTL=2 }; b -> c { static=queue://x networkTTL=2 }; broker d', 'a', 'd'),
    ).toBe('never; c no-demand')
  })

  test('[F3] without advisories nobody hears of a broker, whatever it holds', () => {
    expect(told('broker b { advisorySupport=false }; a -> b', 'a', 'b')).toBe('never; a no-advisories')
    expect(told('broker a { advisorySupport=false }; a -> b', 'a', 'b')).toBe('always; a>b')
    expect(told('broker b { advisorySupport=false }; a -> b { static=queue://x }', 'a', 'b')).toBe(
      'always; a>b',
    )
  })

  test('[F3] an advisory filter limits demand, not what is static', () => {
    expect(told('a -> b { destinationFilter=Queue.y }', 'a', 'b')).toBe('never; a not-included')
    expect(told('a -> b { destinationFilter=Queue.x }', 'a', 'b')).toBe('always; a>b')
    expect(told('a -> b { destinationFilter=> }', 'a', 'b')).toBe('always; a>b')
  })

  test('a connector that does not start by itself makes no bridge', () => {
    expect(told('a -> b { autoStart=false }', 'a', 'b')).toBe('never; a no-demand')
  })
})

describe('[F13] replay', () => {
  const policies = (options: string) =>
    ['a', 'b', 'c'].map((broker) => `policy on ${broker} for queue://> { ${options} }`).join(';')
  const triangle = (options: string) =>
    ['a = b', 'b = c', 'a = c'].map((link) => `${link} { ${options} }`).join(';')

  test('in a circle a message that is offered back at once may be lost as a duplicate (seen on 5.17.7)', () => {
    const text = `${triangle('networkTTL=2')}; ${policies('replayWhenNoConsumers=true')}`
    expect(told(`engine 5.17; ${text}`, 'a', 'c')).toBe('sometimes idle; a>c; a already-visited')
    expect(told(`engine 5.19; ${text}`, 'a', 'c')).toBe('sometimes load; a>c; a already-visited')
  })

  test('a delay lets others take it first', () => {
    const text = `${triangle('networkTTL=2')}; ${policies('replayWhenNoConsumers=true replayDelay=1000')}`
    expect(told(`engine 5.17; ${text}`, 'a', 'c')).toBe('sometimes load; a>c; a already-visited')
  })

  test('without a circle nothing is offered back while the consumer stays', () => {
    const text = `a = b { networkTTL=2 }; b = c { networkTTL=2 }; ${policies('replayWhenNoConsumers=true')}`
    expect(told(`engine 5.17; ${text}`, 'a', 'c')).toBe('always; a>b>c')
  })
})

describe('what is off', () => {
  const ring = 'region r: a; pair b; a = b { networkTTL=2 }; b = c { networkTTL=2 }; a = c'

  test('a broker that is off takes its bridges with it', () => {
    expect(told(HUB, 's1', 'hub', 'x', [{ broker: 'b1' }])).toBe('never; s1 no-demand')
    expect(told(ring, 'a', 'c', 'x', [{ broker: 'b2' }])).toBe('always; a>c')
  })

  test('one instance of a pair changes nothing; both do', () => {
    const links = 'pair b; a = b'
    expect(told(links, 'a', 'b', 'x', [{ instance: 'b1', index: 0 }])).toBe('always; a>b')
    expect(
      told(links, 'a', 'b', 'x', [
        { instance: 'b1', index: 0 },
        { instance: 'b1', index: 1 },
      ]),
    ).toBe('never; a no-demand')
  })

  test('a connector and a region can be off', () => {
    expect(told('a -> b', 'a', 'b', 'x', [{ connector: 'c1' }])).toBe('never; a no-demand')
    expect(told(ring, 'c', 'a', 'x', [{ region: 'r1' }])).toBe('never; c no-demand')
  })
})
