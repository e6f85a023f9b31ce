import { consuming, duplex, network, oneWay, play, sending, type Fact, type Lab } from './fact.ts'

const chain = (first: object, second: object, third: object = second) =>
  network([oneWay('a', 'b', { ...first }), oneWay('b', 'c', { ...second }), oneWay('c', 'd', { ...third })])

const far = (lab: Lab, lines: ReturnType<typeof network>, from: string, to: string, kind = 'queue') =>
  play(lab, lines, [sending(`10 ${from} ${kind}://x`)], [consuming(`${to} ${to} ${kind}://x`)])

const splitTtl = (lab: Lab, ttl: object): Promise<string> =>
  play(
    lab,
    network([oneWay('a', 'b', { ...ttl }), oneWay('b', 'c', { ...ttl })]),
    [sending('10 a queue://x')],
    [consuming('c c queue://x')],
  )

export const ttl: readonly Fact[] = [
  {
    id: 'ttl-one-is-the-default',
    says: 'Without any TTL messages cross one bridge: a → b → c ends before it begins.',
    measure: (lab) => far(lab, chain({}, {}), 'a', 'c'),
    expected: 'c 0, left a 10',
  },
  {
    id: 'ttl-reaches-as-far-as-it-says',
    says: 'networkTTL 3 on a chain reaches three hops.',
    measure: (lab) => far(lab, chain({ networkTTL: 3 }, { networkTTL: 3 }), 'a', 'd'),
    expected: 'd 10',
  },
  {
    id: 'ttl-minus-one-is-no-limit',
    says: 'networkTTL -1 on a chain reaches any distance.',
    measure: (lab) => far(lab, chain({ networkTTL: -1 }, { networkTTL: -1 }), 'a', 'd'),
    expected: 'd 10',
  },
  {
    id: 'ttl-of-the-first-hop-too-low',
    says: 'a → b with TTL 1, b → c with TTL 2: messages for c stay on a.',
    measure: (lab) => far(lab, chain({ networkTTL: 1 }, { networkTTL: 2 }), 'a', 'c'),
    expected: 'c 0, left a 10',
  },
  {
    id: 'ttl-of-the-second-hop-too-low',
    says: 'a → b with TTL 2, b → c with TTL 1: messages for c leave a and are stuck on b.',
    measure: (lab) => far(lab, chain({ networkTTL: 2 }, { networkTTL: 1 }), 'a', 'c'),
    expected: 'c 0, left b 10',
  },
  {
    id: 'ttl-network-overrides-message-and-consumer',
    says: 'networkTTL 1 beside messageTTL 2 and consumerTTL 2 overrides both.',
    measure: (lab) => {
      const three = { networkTTL: 1, messageTTL: 2, consumerTTL: 2 }
      return far(lab, chain(three, three), 'a', 'c')
    },
    expected: 'c 0, left a 10',
  },
  {
    id: 'ttl-network-overrides-upward-too',
    says: 'networkTTL 2 beside messageTTL 1 and consumerTTL 1 overrides both.',
    measure: (lab) => {
      const three = { networkTTL: 2, messageTTL: 1, consumerTTL: 1 }
      return far(lab, chain(three, three), 'a', 'c')
    },
    expected: 'c 10',
  },
  {
    id: 'ttl-consumer-zero-one-way',
    says: 'consumerTTL 0 on a one-way connector works as 1 does.',
    measure: (lab) => far(lab, network([oneWay('a', 'b', { consumerTTL: 0 })]), 'a', 'b'),
    expected: 'b 10',
  },
  {
    id: 'ttl-consumer-zero-one-way-topic',
    says: 'The same for a topic.',
    measure: (lab) => far(lab, network([oneWay('a', 'b', { consumerTTL: 0 })]), 'a', 'b', 'topic'),
    expected: 'b 10',
  },
  {
    id: 'ttl-consumer-zero-far-consumer',
    says: 'consumerTTL 0 on the first hop does not hear a consumer two hops away.',
    measure: (lab) => far(lab, chain({ consumerTTL: 0, messageTTL: 2 }, { networkTTL: 2 }), 'a', 'c'),
    expected: 'c 0, left a 10',
  },
  {
    id: 'ttl-consumer-zero-duplex',
    says: 'consumerTTL 0 on a duplex connector forwards nothing in the direction it is declared in.',
    measure: (lab) => far(lab, network([duplex('a', 'b', { consumerTTL: 0 })]), 'a', 'b'),
    expected: 'b 0, left a 10',
  },
  {
    id: 'ttl-consumer-zero-duplex-back',
    says: 'Nor in the other direction.',
    measure: (lab) => far(lab, network([duplex('a', 'b', { consumerTTL: 0 })]), 'b', 'a'),
    expected: 'a 0, left b 10',
  },
  {
    id: 'ttl-message-zero-one-way',
    says: 'messageTTL 0 forwards nothing.',
    measure: (lab) => far(lab, network([oneWay('a', 'b', { messageTTL: 0 })]), 'a', 'b'),
    expected: 'b 0, left a 10',
  },
  {
    id: 'ttl-message-zero-duplex',
    says: 'messageTTL 0 on a duplex connector forwards nothing.',
    measure: (lab) => far(lab, network([duplex('a', 'b', { messageTTL: 0 })]), 'a', 'b'),
    expected: 'b 0, left a 10',
  },
  {
    id: 'ttl-message-zero-topic',
    says: 'Nor for topics.',
    measure: (lab) => far(lab, network([oneWay('a', 'b', { messageTTL: 0 })]), 'a', 'b', 'topic'),
    expected: 'b 0',
  },
  {
    id: 'ttl-network-zero',
    says: 'networkTTL 0 forwards nothing.',
    measure: (lab) => far(lab, network([oneWay('a', 'b', { networkTTL: 0 })]), 'a', 'b'),
    expected: 'b 0, left a 10',
  },
  {
    id: 'ttl-message-zero-demand-is-heard-all-the-same',
    says: 'A one-way connector with messageTTL 0 passes demand on: w pulls messages to a, where they stay.',
    measure: (lab) =>
      far(
        lab,
        network([oneWay('w', 'a', { networkTTL: 2 }), oneWay('a', 'b', { messageTTL: 0, consumerTTL: 1 })]),
        'w',
        'b',
      ),
    expected: 'b 0, left a 10',
  },
  {
    id: 'ttl-message-zero-duplex-hears-no-demand',
    says: 'A duplex one hears none: messages stay on w.',
    measure: (lab) =>
      far(
        lab,
        network([oneWay('w', 'a', { networkTTL: 2 }), duplex('a', 'b', { messageTTL: 0, consumerTTL: 1 })]),
        'w',
        'b',
      ),
    expected: 'b 0, left w 10',
  },
  {
    id: 'ttl-below-minus-one',
    says: 'networkTTL -2 is no limit either.',
    measure: (lab) => far(lab, chain({ networkTTL: -2 }, { networkTTL: -2 }), 'a', 'd'),
    expected: 'd 10',
  },
  {
    id: 'hub-and-spoke-as-published',
    says: 'A hub with duplex connectors to its spokes and no TTL: spoke to spoke never arrives.',
    measure: (lab) => far(lab, network(['b', 'c', 'd'].map((spoke) => duplex('hub', spoke))), 'b', 'c'),
    expected: 'c 0, left b 10',
  },
  {
    id: 'hub-and-spoke-hub-reaches-spokes',
    says: 'There the hub reaches its spokes, and they the hub.',
    measure: (lab) => far(lab, network(['b', 'c', 'd'].map((spoke) => duplex('hub', spoke))), 'b', 'hub'),
    expected: 'hub 10',
  },
  {
    id: 'hub-and-spoke-with-ttl-two',
    says: 'With networkTTL 2 spoke to spoke arrives.',
    measure: (lab) =>
      far(lab, network(['b', 'c', 'd'].map((spoke) => duplex('hub', spoke, { networkTTL: 2 }))), 'b', 'c'),
    expected: 'c 10',
  },
  {
    id: 'ttl-consumer-one-message-two',
    says: 'consumerTTL 1 with messageTTL 2: a does not hear of a consumer two hops away, and keeps its messages.',
    measure: (lab) => splitTtl(lab, { consumerTTL: 1, messageTTL: 2 }),
    expected: 'c 0, left a 10',
  },
  {
    id: 'ttl-consumer-two-message-one',
    says: 'consumerTTL 2 with messageTTL 1: it hears, and its messages are stuck halfway.',
    measure: (lab) => splitTtl(lab, { consumerTTL: 2, messageTTL: 1 }),
    expected: 'c 0, left b 10',
  },
  {
    id: 'ttl-consumer-one-with-a-consumer-between',
    says: 'consumerTTL 1 with messageTTL 2, and a consumer of the topic on b: now c gets everything too.',
    measure: (lab) => {
      const split = { consumerTTL: 1, messageTTL: 2 }
      return play(
        lab,
        network([oneWay('a', 'b', split), oneWay('b', 'c', split)]),
        [sending('10 a topic://x')],
        [consuming('b b topic://x'), consuming('c c topic://x')],
      )
    },
    expected: 'b 10, c 10',
  },
]
