import type { Connector } from '../network.ts'
import {
  consuming,
  duplex,
  network,
  oneWay,
  play,
  sending,
  stepwise,
  summary,
  type Fact,
  type Lab,
} from './fact.ts'

const triangle = (attributes: object, queuesOnly = false) =>
  network(
    [
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'c'],
    ].map(([from = '', to = '']) =>
      duplex(
        from,
        to,
        { ...attributes },
        queuesOnly ? { excludedDestinations: [{ topic: '>' }] } : undefined,
      ),
    ),
  )
const five = [sending('5 a topic://x')]
const onBAndC = [consuming('b b topic://x'), consuming('c c topic://x')]
const line = network([
  oneWay('w', 'x', { networkTTL: 2 }),
  oneWay('x', 'y', { networkTTL: 2 }),
  oneWay('y', 'z', { networkTTL: 2 }),
])

const far = { networkTTL: -1, decreaseNetworkConsumerPriority: true }

/** From a over e to d is shorter than this route, and comes up after d's consumer has been heard of over it. */
async function lateRoute(
  lab: Lab,
  route: readonly Connector[],
  attributes: Connector['attributes'] = far,
): Promise<string> {
  const lines = network([...route, oneWay('a', 'e', attributes), oneWay('e', 'd', attributes)])
  const read = await stepwise(lab, lines, (start, up) => [
    start('a', 'b', 'c', 'd'),
    { do: 'settle', quiet: 600 },
    { do: 'consume', consumers: [{ id: 'd', at: 'd', destination: 'topic://x' }] },
    { do: 'settle' },
    start('e'),
    up,
    { do: 'send', messages: [{ at: 'a', destination: 'topic://x', count: 5 }] },
    { do: 'settle' },
  ])
  return summary(read, ['d'])
}

/** How many copies a topic consumer gets. */
export const topics: readonly Fact[] = [
  {
    id: 'topic-mesh-of-three-ttl-one',
    says: 'Mesh of 3, networkTTL 1, consumers on b and c: every message once.',
    measure: (lab) => play(lab, triangle({ networkTTL: 1 }), five, onBAndC),
    expected: 'b 5, c 5',
  },
  {
    id: 'topic-mesh-message-ttl-unlimited',
    says: 'Mesh of 3, consumerTTL 1 and messageTTL -1, as is often advised: every message twice.',
    measure: (lab) => play(lab, triangle({ consumerTTL: 1, messageTTL: -1 }), five, onBAndC),
    expected: 'b 10 (5 different), c 10 (5 different)',
  },
  {
    id: 'topic-mesh-one-consumer',
    says: 'With one consumer alone: once.',
    measure: (lab) =>
      play(lab, triangle({ consumerTTL: 1, messageTTL: -1 }), five, [consuming('b b topic://x')]),
    expected: 'b 5',
  },
  {
    id: 'topic-mesh-two-connectors',
    says: 'Queues (messageTTL -1) and topics (messageTTL 1) on two connectors: once.',
    measure: (lab) => {
      const queues = triangle({ consumerTTL: 1, messageTTL: -1 }, true).connectors
      const topicsOnly = queues.map(({ from, to }) =>
        duplex(
          from,
          to,
          { name: `${from}-to-${to}-t`, networkTTL: 1 },
          { excludedDestinations: [{ queue: '>' }] },
        ),
      )
      return play(lab, network([...queues, ...topicsOnly]), five, onBAndC)
    },
    expected: 'b 5, c 5',
  },
  {
    id: 'topic-far-consumer-masks-near-one',
    says: 'Line w → x → y → z, TTL 2, consumers on z and then on y: w hears of neither.',
    measure: (lab) =>
      play(lab, line, [sending('5 w topic://x')], [consuming('z z topic://x'), consuming('y y topic://x')], {
        ordered: true,
      }),
    expected: 'z 0, y 0',
  },
  {
    id: 'topic-near-consumer-first',
    says: 'In the other order y has all (z is too far).',
    measure: (lab) =>
      play(lab, line, [sending('5 w topic://x')], [consuming('y y topic://x'), consuming('z z topic://x')], {
        ordered: true,
      }),
    expected: 'y 5, z 0',
  },
  {
    id: 'queue-far-consumer-masks-nothing',
    says: 'Queues are not affected: y has all (z is too far).',
    measure: (lab) =>
      play(lab, line, [sending('6 w queue://x')], [consuming('z z queue://x'), consuming('y y queue://x')], {
        ordered: true,
      }),
    expected: 'z 0, y 6',
  },
  {
    id: 'topic-narrow-then-wide-consumer',
    says: 'A consumer of A.B, then one of A.>, on one broker: each gets every message twice.',
    measure: (lab) =>
      play(
        lab,
        network([oneWay('a', 'b')]),
        [sending('3 a topic://A.B')],
        [consuming('narrow b topic://A.B'), consuming('wide b topic://A.>')],
        { ordered: true },
      ),
    expected: 'narrow 6 (3 different), wide 6 (3 different)',
  },
  {
    id: 'topic-wide-then-narrow-consumer',
    says: 'In the other order once.',
    measure: (lab) =>
      play(
        lab,
        network([oneWay('a', 'b')]),
        [sending('3 a topic://A.B')],
        [consuming('wide b topic://A.>'), consuming('narrow b topic://A.B')],
        { ordered: true },
      ),
    expected: 'wide 3, narrow 3',
  },
  {
    id: 'topic-parallel-one-way-connectors',
    says: 'Two one-way connectors of one broker to one neighbour: once, the second subscription is suppressed.',
    measure: (lab) =>
      play(lab, network([oneWay('a', 'b', { name: 'one' }), oneWay('a', 'b', { name: 'two' })]), five, [
        consuming('b b topic://x'),
      ]),
    expected: 'b 5',
  },
  {
    id: 'topic-parallel-two-consumers',
    says: 'With two consumers of the topic on b: twice. The second connector suppresses only what it has heard of.',
    measure: (lab) =>
      play(lab, network([oneWay('a', 'b', { name: 'one' }), oneWay('a', 'b', { name: 'two' })]), five, [
        consuming('b1 b topic://x'),
        consuming('b2 b topic://x'),
      ]),
    expected: 'b1 10 (5 different), b2 10 (5 different)',
  },
  {
    id: 'topic-parallel-three-consumers',
    says: 'With three no more than twice.',
    measure: (lab) =>
      play(
        lab,
        network([oneWay('a', 'b', { name: 'one' }), oneWay('a', 'b', { name: 'two' })]),
        five,
        [1, 2, 3].map((n) => consuming(`b${n} b topic://x`)),
      ),
    expected: 'b1 10 (5 different), b2 10 (5 different), b3 10 (5 different)',
  },
  {
    id: 'topic-duplex-from-both-ends-one-consumer',
    says: 'A duplex connector from each end, one consumer: once.',
    measure: (lab) =>
      play(lab, network([duplex('a', 'b'), duplex('b', 'a')]), five, [consuming('b b topic://x')]),
    expected: 'b 5',
  },
  {
    id: 'topic-duplex-from-both-ends-two-consumers',
    says: 'Two consumers: twice.',
    measure: (lab) =>
      play(lab, network([duplex('a', 'b'), duplex('b', 'a')]), five, [
        consuming('b1 b topic://x'),
        consuming('b2 b topic://x'),
      ]),
    expected: 'b1 10 (5 different), b2 10 (5 different)',
  },
  {
    id: 'topic-diamond-two-consumers',
    says: 'A diamond and two consumers on its far corner: once.',
    measure: (lab) =>
      play(
        lab,
        network([oneWay('a', 'b', far), oneWay('a', 'c', far), oneWay('b', 'd', far), oneWay('c', 'd', far)]),
        five,
        [consuming('d1 d topic://x'), consuming('d2 d topic://x')],
      ),
    expected: 'd1 5, d2 5',
  },
  {
    id: 'topic-late-shorter-route-replaces',
    says: 'A shorter route that comes up later replaces a longer one, with decreaseNetworkConsumerPriority.',
    measure: (lab) => lateRoute(lab, [oneWay('a', 'b', far), oneWay('b', 'c', far), oneWay('c', 'd', far)]),
    expected: 'd 5',
  },
  {
    id: 'topic-late-shorter-route-beside-responder',
    says: 'Not where the longer one begins on a duplex connector that the neighbour declared: both stay, two copies.',
    measure: (lab) => lateRoute(lab, [duplex('b', 'a', far), oneWay('b', 'c', far), oneWay('c', 'd', far)]),
    expected: 'd 10 (5 different)',
  },
  {
    id: 'topic-late-shorter-route-first-wins',
    says: 'Nor without decreaseNetworkConsumerPriority: the first stays.',
    measure: async (lab) => {
      const flat = { networkTTL: -1, decreaseNetworkConsumerPriority: false }
      return lateRoute(lab, [oneWay('a', 'b', flat), oneWay('b', 'c', flat), oneWay('c', 'd', flat)], flat)
    },
    expected: 'd 5',
  },
  {
    id: 'topic-list-comes-over-each-route',
    says: 'Full mesh of 3, TTL 2, a consumer of a list on b: each bridge makes a consumer of its own for a part, so that none is a duplicate and copies come over each route.',
    measure: (lab) => play(lab, triangle({ networkTTL: 2 }), five, [consuming('b b topic://x,spare')]),
    expected: 'b 10 (5 different)',
  },
  {
    id: 'topic-priority-dispatch',
    says: 'A diamond without suppression: each of its routes brings a copy. With priorityNetworkDispatchPolicy on the broker where they part, one comes.',
    measure: async (lab) => {
      const keeps = { networkTTL: 2, suppressDuplicateTopicSubscriptions: false }
      const routes = ['ab', 'bd', 'ac', 'cd'].map(([from = '', to = '']) => oneWay(from, to, keeps))
      const policy = '<dispatchPolicy><priorityNetworkDispatchPolicy/></dispatchPolicy>'
      const entry = `<policyEntry topic="&gt;" enableAudit="false">${policy}</policyEntry>`
      const all = `<destinationPolicy><policyMap><policyEntries>${entry}</policyEntries></policyMap></destinationPolicy>`
      const plain = await play(lab, network(routes), five, [consuming('d d topic://x')])
      const dropping = await play(lab, network(routes, { extra: { a: all } }), five, [
        consuming('d d topic://x'),
      ])
      return `${plain}; ${dropping}`
    },
    expected: 'd 10 (5 different); d 5',
  },
]
