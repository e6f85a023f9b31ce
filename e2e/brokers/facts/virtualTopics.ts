import { consuming, duplex, network, oneWay, play, sending, type Fact, type Lab } from './fact.ts'

/** What becomes of a virtual topic's messages in the queues of its consumer groups. */
export const virtualTopics: readonly Fact[] = [
  {
    id: 'virtual-topic-crosses',
    says: 'A consumer of a virtual topic’s queue on b gets what is sent to the virtual topic on a.',
    measure: (lab) =>
      play(
        lab,
        network([duplex('a', 'b')]),
        [sending('5 a topic://VirtualTopic.t')],
        [consuming('b b queue://Consumer.g.VirtualTopic.t')],
      ),
    expected: 'b 5',
  },
  {
    id: 'virtual-topic-with-topic-demand-doubles',
    says: 'One group on both brokers and a plain topic consumer across: the group’s copies double.',
    measure: (lab) =>
      play(
        lab,
        network([duplex('a', 'b')]),
        [sending('10 a topic://VirtualTopic.t')],
        [
          consuming('a a queue://Consumer.g.VirtualTopic.t'),
          consuming('b b queue://Consumer.g.VirtualTopic.t'),
          consuming('t b topic://VirtualTopic.t'),
        ],
      ),
    expected: 'a 10, b 10, t 10',
    except: { '5.17.7': 'a 5, b 10, t 10' },
  },
  {
    id: 'virtual-topic-behind-include-of-topics',
    says: 'With an include of VirtualTopic.> topics alone, the queue of a virtual topic on b gets nothing: nobody subscribes to the topic there.',
    measure: (lab) => behindInclude(lab, {}),
    expected: 'b 0',
  },
  {
    id: 'virtual-topic-with-use-virtual-dest-subs',
    says: 'With useVirtualDestSubs on the connector and on both brokers it gets all: the queue counts as a subscriber of the topic.',
    measure: (lab) => behindInclude(lab, { useVirtualDestSubs: true }),
    expected: 'b 5',
  },
  {
    id: 'virtual-topic-asks-for-demand-of-the-queue',
    says: 'Two hops away with TTL 1 the producer’s broker has no such queue: the group gets nothing, and nothing is kept for it.',
    measure: (lab) =>
      play(
        lab,
        network([oneWay('a', 'b'), oneWay('b', 'c')]),
        [sending('5 a topic://VirtualTopic.t')],
        [consuming('c c queue://Consumer.g.VirtualTopic.t')],
      ),
    expected: 'c 0',
  },
  {
    id: 'virtual-topic-second-copy-is-stuck',
    says: 'The group is on a, a plain subscriber of the topic on b: b puts its copies into the queue too, and they may not go back to a.',
    measure: (lab) =>
      play(
        lab,
        network([duplex('a', 'b')]),
        [sending('5 a topic://VirtualTopic.t')],
        [consuming('a a queue://Consumer.g.VirtualTopic.t'), consuming('t b topic://VirtualTopic.t')],
      ),
    expected: 'a 5, t 5, left b 5',
  },
]

function behindInclude(lab: Lab, attributes: object): Promise<string> {
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
