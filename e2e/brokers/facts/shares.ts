import { consuming, duplex, network, oneWay, play, sending, type Fact } from './fact.ts'

const off = { decreaseNetworkConsumerPriority: false }
const on = { decreaseNetworkConsumerPriority: true }
const local = consuming('a a queue://x')
const remote = consuming('b b queue://x')
const thirty = [sending('30 a queue://x')]
const mesh = (attributes: object) => {
  const all = ['a', 'b', 'c', 'd']
  return network(
    all.flatMap((one, index) => all.slice(index + 1).map((other) => duplex(one, other, { ...attributes }))),
  )
}
const three = [1, 2, 3].map((n) => consuming(`b${n} b queue://x`))

const suppressed = { ...off, suppressDuplicateQueueSubscriptions: true }
const parallelSuppressed = network([
  oneWay('a', 'b', { ...suppressed, name: 'one' }),
  oneWay('a', 'b', { ...suppressed, name: 'two' }),
])

/** How a queue's messages are divided between consumers, and what strays. */
export const shares: readonly Fact[] = [
  {
    id: 'share-local-and-remote-by-default',
    says: 'A local and a remote consumer share in halves up to 5.17; from 5.18 the local one has all.',
    measure: (lab) => play(lab, network([oneWay('a', 'b')]), thirty, [local, remote]),
    expected: 'a 30, b 0',
    except: { '5.17.7': 'a 15, b 15' },
  },
  {
    id: 'share-local-and-remote-equal',
    says: 'decreaseNetworkConsumerPriority false: halves.',
    measure: (lab) => play(lab, network([oneWay('a', 'b', off)]), thirty, [local, remote]),
    expected: 'a 15, b 15',
  },
  {
    id: 'share-local-first',
    says: 'decreaseNetworkConsumerPriority true: all to the local consumer.',
    measure: (lab) => play(lab, network([oneWay('a', 'b', on)]), thirty, [local, remote]),
    expected: 'a 30, b 0',
  },
  {
    id: 'share-overflow-leaves',
    says: 'true, and the local consumer hangs with a prefetch of 5: what it does not take leaves.',
    measure: (lab) =>
      play(lab, network([oneWay('a', 'b', on)]), thirty, [
        consuming('a a queue://x', { prefetch: 5, hold: true }),
        remote,
      ]),
    expected: 'a 0, b 25, left a 5 (5 in flight)',
  },
  {
    id: 'share-remote-priority-wins',
    says: 'false: a remote consumer of priority 10 has all, the local one none.',
    measure: (lab) =>
      play(lab, network([oneWay('a', 'b', off)]), thirty, [
        local,
        consuming('b b queue://x', { priority: 10 }),
      ]),
    expected: 'a 0, b 30',
  },
  {
    id: 'share-remote-priority-ignored',
    says: 'true: its priority is not carried over.',
    measure: (lab) =>
      play(lab, network([oneWay('a', 'b', on)]), thirty, [
        local,
        consuming('b b queue://x', { priority: 10 }),
      ]),
    expected: 'a 30, b 0',
  },
  {
    id: 'share-positive-priority-base',
    says: 'consumerPriorityBase 5 with true: the remote consumer has all.',
    measure: (lab) =>
      play(lab, network([oneWay('a', 'b', { ...on, consumerPriorityBase: 5 })]), thirty, [local, remote]),
    expected: 'a 0, b 30',
  },
  {
    id: 'share-base-without-decrease',
    says: 'consumerPriorityBase without decreaseNetworkConsumerPriority means nothing.',
    measure: (lab) =>
      play(lab, network([oneWay('a', 'b', { ...off, consumerPriorityBase: 5 })]), thirty, [local, remote]),
    expected: 'a 15, b 15',
  },
  {
    id: 'share-conduit-counts-brokers',
    says: 'Three consumers on b and one on c, conduit: each broker counts as one.',
    measure: (lab) =>
      play(
        lab,
        network([oneWay('a', 'b', off), oneWay('a', 'c', off)]),
        [sending('40 a queue://x')],
        [...three, consuming('c c queue://x')],
      ),
    expected: 'b1 7, b2 7, b3 6, c 20',
  },
  {
    id: 'share-without-conduit-counts-consumers',
    says: 'Without conduit each consumer counts.',
    measure: (lab) =>
      play(
        lab,
        network([
          oneWay('a', 'b', { ...off, conduitSubscriptions: false }),
          oneWay('a', 'c', { ...off, conduitSubscriptions: false }),
        ]),
        [sending('40 a queue://x')],
        [...three, consuming('c c queue://x')],
      ),
    expected: 'b1 10, b2 10, b3 10, c 10',
  },
  {
    id: 'share-conduit-off-topic-copies',
    says: 'Without conduit three topic consumers on b each get every message three times.',
    measure: (lab) =>
      play(
        lab,
        network([oneWay('a', 'b', { conduitSubscriptions: false })]),
        [sending('40 a topic://x')],
        [1, 2, 3].map((n) => consuming(`b${n} b topic://x`)),
      ),
    expected: 'b1 120 (40 different), b2 120 (40 different), b3 120 (40 different)',
  },
  {
    id: 'share-conduit-drops-selectors',
    says: 'Conduit drops selectors: what the remote consumer does not select moves to its broker and stays there.',
    measure: (lab) =>
      play(
        lab,
        network([oneWay('a', 'b')]),
        ['red', 'blue'].map((color) => sending('5 a queue://x', { properties: { color } })),
        [consuming('b b queue://x', { selector: "color='red'" })],
      ),
    expected: 'b 5, left b 5',
  },
  {
    id: 'share-without-conduit-keeps-selectors',
    says: 'Without conduit the selector travels: they stay with the producer.',
    measure: (lab) =>
      play(
        lab,
        network([oneWay('a', 'b', { conduitSubscriptions: false })]),
        ['red', 'blue'].map((color) => sending('5 a queue://x', { properties: { color } })),
        [consuming('b b queue://x', { selector: "color='red'" })],
      ),
    expected: 'b 5, left a 5',
  },
  {
    id: 'share-parallel-connectors',
    says: 'Two connectors to one neighbour: it counts twice.',
    measure: (lab) =>
      play(
        lab,
        network([oneWay('a', 'b', { ...off, name: 'one' }), oneWay('a', 'b', { ...off, name: 'two' })]),
        thirty,
        [local, remote],
      ),
    expected: 'a 10, b 20',
  },
  {
    id: 'share-duplex-from-both-ends',
    says: 'A duplex connector from each end: the same.',
    measure: (lab) =>
      play(lab, network([duplex('a', 'b', off), duplex('b', 'a', off)]), thirty, [local, remote]),
    expected: 'a 10, b 20',
  },
  {
    id: 'share-duplex-and-one-way-back',
    says: 'A duplex connector and a one-way connector back double the way back alone.',
    measure: (lab) =>
      play(
        lab,
        network([duplex('a', 'b', off), oneWay('b', 'a', off)]),
        [sending('30 b queue://x')],
        [local, remote],
      ),
    expected: 'a 20, b 10',
  },
  {
    id: 'share-parallel-suppressed',
    says: 'Two connectors to one neighbour with suppressDuplicateQueueSubscriptions: it counts once.',
    measure: (lab) => play(lab, parallelSuppressed, thirty, [local, remote]),
    expected: 'a 15, b 15',
  },
  {
    id: 'share-parallel-suppressed-two-consumers',
    says: 'With two consumers there it counts twice all the same.',
    measure: (lab) =>
      play(lab, parallelSuppressed, thirty, [
        local,
        consuming('b1 b queue://x'),
        consuming('b2 b queue://x'),
      ]),
    expected: 'a 10, b1 10, b2 10',
  },
  {
    id: 'mesh-of-four-by-default',
    says: 'Full mesh of 4, duplex, networkTTL 2: a third strays and is stuck up to 5.17; from 5.18 all arrive.',
    measure: (lab) => play(lab, mesh({ networkTTL: 2 }), thirty, [remote]),
    expected: 'b 30',
    except: { '5.17.7': 'b 20, left c 5, left d 5' },
  },
  {
    id: 'mesh-of-four-equal',
    says: 'decreaseNetworkConsumerPriority false: a third strays on every version.',
    measure: (lab) => play(lab, mesh({ networkTTL: 2, ...off }), thirty, [remote]),
    expected: 'b 20, left c 5, left d 5',
  },
  {
    id: 'mesh-of-four-nearest-first',
    says: 'true: all arrive on an idle network.',
    measure: (lab) => play(lab, mesh({ networkTTL: 2, ...on }), thirty, [remote]),
    expected: 'b 30',
  },
  {
    id: 'mesh-of-four-loaded',
    says: 'true, and prefetchSize 5 under 5,000 messages: some stray and are stuck.',
    measure: async (lab) => {
      const many = [sending('5000 a queue://x')]
      const told = await play(lab, mesh({ networkTTL: 2, ...on, prefetchSize: 5 }), many, [remote])
      const arrived = Number(/b (\d+)/.exec(told)?.[1])
      return arrived > 0 && arrived < 5000 && /left c \d+/.test(told) && /left d \d+/.test(told)
        ? 'some arrive, some are stuck on c and d'
        : told
    },
    expected: 'some arrive, some are stuck on c and d',
  },
  {
    id: 'mesh-of-four-ttl-one',
    says: 'networkTTL 1: all arrive.',
    measure: (lab) => play(lab, mesh({ networkTTL: 1, ...off }), thirty, [remote]),
    expected: 'b 30',
  },
  {
    id: 'mesh-of-four-suppressed',
    says: 'suppressDuplicateQueueSubscriptions with TTL 2: all arrive.',
    measure: (lab) =>
      play(lab, mesh({ networkTTL: 2, ...off, suppressDuplicateQueueSubscriptions: true }), thirty, [remote]),
    expected: 'b 30',
  },
  {
    id: 'priority-ties-share',
    says: 'Two routes of one length have one priority even where it is lowered: half goes each way, also into a dead end.',
    measure: (lab) => {
      const far = { ...on, networkTTL: 2 }
      return play(
        lab,
        network([
          oneWay('a', 'b', far),
          oneWay('b', 'd', far),
          oneWay('a', 'c', far),
          oneWay('c', 'd', { ...on, networkTTL: 1 }),
        ]),
        [sending('20 a queue://x')],
        [consuming('d d queue://x')],
      )
    },
    expected: 'd 10, left c 10',
  },
]
