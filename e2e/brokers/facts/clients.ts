import { consuming, duplex, network, oneWay, play, sending, type Fact } from './fact.ts'

const equal = { decreaseNetworkConsumerPriority: false }
const nearer = { decreaseNetworkConsumerPriority: true }
const colours = ['red', 'blue'].map((color) => sending('10 a queue://x', { properties: { color } }))
const pickers = [
  consuming('b b queue://x', { selector: "color='red'" }),
  consuming('c c queue://x', { selector: "color='blue'" }),
]
/** What consumers ask for beside a destination, and what a bridge makes of it. */
export const clients: readonly Fact[] = [
  {
    id: 'selectors-on-two-brokers',
    says: 'Red is wanted on b, blue on c: with conduit subscriptions each gets half of both, and half of all is stuck.',
    measure: (lab) =>
      play(lab, network([oneWay('a', 'b', equal), oneWay('a', 'c', equal)]), colours, pickers),
    expected: 'b 5, c 5, left b 5, left c 5',
  },
  {
    id: 'selectors-on-two-brokers-without-conduit',
    says: 'Without them each gets its own.',
    measure: (lab) => {
      const off = { ...equal, conduitSubscriptions: false }
      return play(lab, network([oneWay('a', 'b', off), oneWay('a', 'c', off)]), colours, pickers)
    },
    expected: 'b 10, c 10',
  },
  {
    id: 'selectors-two-hops-away',
    says: 'Without conduit subscriptions on the first of two bridges alone, the selector is lost on the second: nothing is chosen.',
    measure: (lab) =>
      play(
        lab,
        network([
          oneWay('a', 'b', { networkTTL: 2, conduitSubscriptions: false }),
          oneWay('b', 'c', { networkTTL: 2 }),
        ]),
        colours,
        [consuming('c c queue://x', { selector: "color='red'" })],
      ),
    expected: 'c 10, left c 10',
  },
  {
    id: 'group-stays-with-one-broker',
    says: 'A message group goes to one consumer, local or remote, though they are equals.',
    measure: async (lab) => {
      const group = [sending('20 a queue://x', { properties: { JMSXGroupID: 'g' } })]
      const told = await play(lab, network([oneWay('a', 'b', equal)]), group, [
        consuming('a a queue://x'),
        consuming('b b queue://x'),
      ])
      return told === 'a 20, b 0' || told === 'a 0, b 20' ? 'all to one' : told
    },
    expected: 'all to one',
  },
  {
    id: 'group-of-two-producers-parts',
    says: 'Each broker deals out groups by itself: where the group’s messages are sent on two brokers, two consumers get it.',
    measure: (lab) =>
      play(
        lab,
        network([duplex('a', 'b', nearer)]),
        ['a', 'b'].map((at) => sending(`10 ${at} queue://x`, { properties: { JMSXGroupID: 'g' } })),
        [consuming('a a queue://x'), consuming('b b queue://x')],
      ),
    expected: 'a 10, b 10',
  },
  {
    id: 'prefetch-does-not-hold-back',
    says: 'A small prefetchSize holds nothing back: all moves to b, though its only consumer hangs.',
    measure: (lab) =>
      play(
        lab,
        network([oneWay('a', 'b', { prefetchSize: 1 })]),
        [sending('20 a queue://x')],
        [consuming('b b queue://x', { prefetch: 1, hold: true })],
      ),
    expected: 'b 0, left b 20 (1 in flight)',
  },
  {
    id: 'group-waits-for-its-consumer',
    says: 'The consumer that owns a group takes only what its selector accepts: the rest of the group waits for it, though another would take it.',
    measure: (lab) => {
      const lines = network([duplex('a', 'b', nearer)])
      const group = ['red', 'blue'].map((color) =>
        sending('10 a queue://x', { properties: { color, JMSXGroupID: 'g' } }),
      )
      return play(lab, lines, group, [
        consuming('a a queue://x', { selector: "color='red'" }),
        consuming('b b queue://x'),
      ])
    },
    expected: 'a 10, b 0, left a 10',
  },
  {
    id: 'demand-deaf-at-full-acknowledgement',
    says: 'advisoryAckPercentage 100 never acknowledges: after advisoryPrefetchSize advisories the bridge hears of no further consumer.',
    measure: (lab) => {
      const deaf = { advisoryPrefetchSize: 1, advisoryAckPercentage: 100 }
      return play(
        lab,
        network([oneWay('a', 'b', deaf)]),
        [sending('10 a queue://x'), sending('10 a queue://y')],
        [consuming('x b queue://x'), consuming('y b queue://y')],
        { ordered: true },
      )
    },
    expected: 'x 10, y 0, left a 10',
  },
  {
    id: 'demand-heard-at-usual-acknowledgement',
    says: 'With 75, the default, it hears of all.',
    measure: (lab) =>
      play(
        lab,
        network([oneWay('a', 'b', { advisoryPrefetchSize: 1 })]),
        [sending('10 a queue://x'), sending('10 a queue://y')],
        [consuming('x b queue://x'), consuming('y b queue://y')],
        { ordered: true },
      ),
    expected: 'x 10, y 10',
  },
]
