import type { ConsumerStart, Step } from '../steps.ts'
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

const equal = { decreaseNetworkConsumerPriority: false }
const nearer = { decreaseNetworkConsumerPriority: true }
const colours = ['red', 'blue'].map((color) => sending('10 a queue://x', { properties: { color } }))
const pickers = [
  consuming('b b queue://x', { selector: "color='red'" }),
  consuming('c c queue://x', { selector: "color='blue'" }),
]
const settle: Step = { do: 'settle' }
const durable = (id: string): ConsumerStart => ({
  id,
  at: 'b',
  destination: 'topic://x',
  durable: 's',
  clientId: 'me',
})

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
    id: 'virtual-topic-behind-include-of-topics',
    says: 'With an include of VirtualTopic.> topics alone, the queue of a virtual topic on b gets nothing: nobody subscribes to the topic there.',
    measure: (lab) => virtualTopic(lab, {}),
    expected: 'b 0',
  },
  {
    id: 'virtual-topic-with-use-virtual-dest-subs',
    says: 'With useVirtualDestSubs on the connector and on both brokers it gets all: the queue counts as a subscriber of the topic.',
    measure: (lab) => virtualTopic(lab, { useVirtualDestSubs: true }),
    expected: 'b 5',
  },
  {
    id: 'durable-subscriber-over-two-hops',
    says: 'What is published two hops away while a durable subscriber is away waits for it on its broker.',
    measure: async (lab) => {
      const lines = network([oneWay('a', 'c', { networkTTL: 2 }), oneWay('c', 'b', { networkTTL: 2 })])
      const read = await stepwise(lab, lines, (start, up) => [
        start(...lines.brokers),
        up,
        { do: 'consume', consumers: [durable('first')] },
        settle,
        { do: 'close', consumers: ['first'] },
        settle,
        { do: 'send', messages: [{ at: 'a', destination: 'topic://x', count: 10, persistent: true }] },
        settle,
        { do: 'consume', consumers: [durable('again')] },
        settle,
      ])
      return summary(read, ['again'])
    },
    expected: 'again 10',
  },
  {
    id: 'durable-after-restart',
    says: 'The sending broker starts anew while a durable subscriber is away: what it publishes reaches the subscriber when it is back.',
    measure: (lab) => restarted(lab, {}),
    expected: 'again 10',
  },
  {
    id: 'durable-after-restart-dynamic-only',
    says: 'With dynamicOnly as well: its messages wait on the sending broker instead.',
    measure: (lab) => restarted(lab, { dynamicOnly: true }),
    expected: 'again 10',
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
  {
    id: 'priority-ties-share',
    says: 'Two routes of one length have one priority even where it is lowered: half goes each way, also into a dead end.',
    measure: (lab) => {
      const far = { ...nearer, networkTTL: 2 }
      return play(
        lab,
        network([
          oneWay('a', 'b', far),
          oneWay('b', 'd', far),
          oneWay('a', 'c', far),
          oneWay('c', 'd', { ...nearer, networkTTL: 1 }),
        ]),
        [sending('20 a queue://x')],
        [consuming('d d queue://x')],
      )
    },
    expected: 'd 10, left c 10',
  },
]

function virtualTopic(lab: Lab, attributes: object): Promise<string> {
  const include = { dynamicallyIncludedDestinations: [{ topic: 'VirtualTopic.>' }] }
  return play(
    lab,
    network([oneWay('a', 'b', { ...attributes }, include)], {
      attributes: { '*': { useVirtualDestSubs: 'true' } },
    }),
    [sending('5 a topic://VirtualTopic.t')],
    [consuming('b b queue://Consumer.g.VirtualTopic.t')],
  )
}

const splitTtl = (lab: Lab, ttl: object): Promise<string> =>
  play(
    lab,
    network([oneWay('a', 'b', { ...ttl }), oneWay('b', 'c', { ...ttl })]),
    [sending('10 a queue://x')],
    [consuming('c c queue://x')],
  )

let stores = 0

async function restarted(lab: Lab, attributes: object): Promise<string> {
  const directory = `${lab.runner.folder}/durable-${++stores}`
  const lines = network([oneWay('a', 'b', { ...attributes })], {
    attributes: { '*': { persistent: 'true', dataDirectory: directory } },
  })
  const read = await stepwise(lab, lines, (start, up) => [
    start('a', 'b'),
    up,
    { do: 'consume', consumers: [durable('first')] },
    settle,
    { do: 'close', consumers: ['first'] },
    settle,
    { do: 'stop', brokers: ['a'] },
    start('a'),
    up,
    { do: 'send', messages: [{ at: 'a', destination: 'topic://x', count: 10, persistent: true }] },
    settle,
    { do: 'consume', consumers: [durable('again')] },
    settle,
  ])
  return summary(read, ['again'])
}
