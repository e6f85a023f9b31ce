import { bridgeEnds, toFiles, type Connector } from '../network.ts'
import { takePorts } from '../ports.ts'
import { consuming, duplex, network, oneWay, play, sending, tell, type Fact, type Lab } from './fact.ts'

type Filters = NonNullable<Connector['filters']>

/** One connector a → b with these filters; ten messages from a for a consumer on b. */
const across = (lab: Lab, filters: Filters, destination: string, consumed = destination) =>
  play(
    lab,
    network([oneWay('a', 'b', {}, filters)]),
    [sending(`10 a ${destination}`)],
    [consuming(`b b ${consumed}`)],
  )

/** One duplex connector with these filters; ten messages each way. */
async function bothWays(lab: Lab, filters: Filters, destination: string): Promise<string> {
  const lines = network([duplex('a', 'b', {}, filters)])
  const there = await play(lab, lines, [sending(`10 a ${destination}`)], [consuming(`b b ${destination}`)])
  const back = await play(lab, lines, [sending(`10 b ${destination}`)], [consuming(`a a ${destination}`)])
  const [got, ...left] = there.split(', ')
  const [gotBack, ...leftBack] = back.split(', ')
  return [got, gotBack, ...left, ...leftBack].join(', ')
}

const include = (...entries: Record<string, string>[]): Filters => ({
  dynamicallyIncludedDestinations: entries,
})
const exclude = (...entries: Record<string, string>[]): Filters => ({ excludedDestinations: entries })
const fixed = (...entries: Record<string, string>[]): Filters => ({ staticallyIncludedDestinations: entries })

export const filters: readonly Fact[] = [
  {
    id: 'filter-include-lets-match-cross',
    says: 'A dynamic include lets its match cross.',
    measure: (lab) => across(lab, include({ queue: 'orders.>' }), 'queue://orders.eu'),
    expected: 'b 10',
  },
  {
    id: 'filter-include-stops-others',
    says: 'With a dynamic include nothing else crosses.',
    measure: (lab) => across(lab, include({ queue: 'orders.>' }), 'queue://payments'),
    expected: 'b 0, left a 10',
  },
  {
    id: 'filter-include-of-queues-stops-topics',
    says: 'A dynamic include of queues alone stops topics.',
    measure: (lab) => across(lab, include({ queue: '>' }), 'topic://prices'),
    expected: 'b 0',
  },
  {
    id: 'filter-include-of-topics',
    says: 'A dynamic include of topics lets them cross.',
    measure: (lab) => across(lab, include({ topic: 'prices.*' }), 'topic://prices.eu'),
    expected: 'b 10',
  },
  {
    id: 'filter-include-of-topics-stops-others',
    says: 'And no others.',
    measure: (lab) => across(lab, include({ topic: 'prices.*' }), 'topic://prices.eu.de'),
    expected: 'b 0',
  },
  {
    id: 'filter-exclude-of-queues-spares-topics',
    says: 'Excluding every queue leaves topics alone.',
    measure: (lab) => across(lab, exclude({ queue: '>' }), 'topic://prices'),
    expected: 'b 10',
  },
  {
    id: 'filter-exclude-of-topics',
    says: 'Excluding a topic stops it.',
    measure: (lab) => across(lab, exclude({ topic: 'prices.>' }), 'topic://prices.eu'),
    expected: 'b 0',
  },
  {
    id: 'filter-exclude-beats-include',
    says: 'Excluded beats included.',
    measure: (lab) =>
      across(
        lab,
        { ...include({ queue: 'orders.>' }), ...exclude({ queue: 'orders.eu' }) },
        'queue://orders.eu',
      ),
    expected: 'b 0, left a 10',
  },
  {
    id: 'filter-exclude-beats-static',
    says: 'Excluded beats statically included.',
    measure: (lab) => across(lab, { ...fixed({ queue: 'x' }), ...exclude({ queue: 'x' }) }, 'queue://x'),
    expected: 'b 0, left a 10',
  },
  {
    id: 'filter-rest-matches-bare-prefix',
    says: 'orders.> matches orders too.',
    measure: (lab) => across(lab, include({ queue: 'orders.>' }), 'queue://orders'),
    expected: 'b 10',
  },
  {
    id: 'filter-star-is-one-part',
    says: 'orders.* does not match orders.eu.de.',
    measure: (lab) => across(lab, include({ queue: 'orders.*' }), 'queue://orders.eu.de'),
    expected: 'b 0, left a 10',
  },
  {
    id: 'filter-literal-deaf-to-wildcard-consumer',
    says: 'A literal include is deaf to a wildcard consumer.',
    measure: (lab) => across(lab, include({ queue: 'orders.eu' }), 'queue://orders.eu', 'queue://orders.>'),
    expected: 'b 0, left a 10',
  },
  {
    id: 'filter-pattern-hears-wildcard-consumer',
    says: 'An include orders.> hears a consumer of orders.>.',
    measure: (lab) => across(lab, include({ queue: 'orders.>' }), 'queue://orders.eu', 'queue://orders.>'),
    expected: 'b 10',
  },
  {
    id: 'filter-wildcard-consumer-leaks-past-exclude',
    says: 'Exclude orders.eu, consumer of orders.>: messages of orders.eu are taken and neither forwarded nor freed.',
    measure: (lab) => across(lab, exclude({ queue: 'orders.eu' }), 'queue://orders.eu', 'queue://orders.>'),
    expected: 'b 0, left a 10 (10 in flight)',
  },
  {
    id: 'filter-duplex-applies-both-ways',
    says: 'A duplex connector applies its lists in both directions.',
    measure: (lab) =>
      play(
        lab,
        network([duplex('a', 'b', {}, include({ queue: 'orders.>' }))]),
        [sending('10 b queue://payments')],
        [consuming('a a queue://payments')],
      ),
    expected: 'a 0, left b 10',
  },
  {
    id: 'filter-composite-consumer',
    says: 'A consumer of "one,two" on b gets what is sent to two on a.',
    measure: (lab) => across(lab, {}, 'queue://two', 'queue://one,two'),
    expected: 'b 10',
  },
  {
    id: 'filter-composite-consumer-behind-include',
    says: 'Behind an include of one of its parts it gets nothing of that part.',
    measure: (lab) => across(lab, include({ queue: 'two' }), 'queue://two', 'queue://one,two'),
    expected: 'b 0, left a 10',
  },
  {
    id: 'filter-composite-include',
    says: 'Of an include "one,two" only the first works: two is deaf.',
    measure: (lab) => across(lab, include({ queue: 'one,two' }), 'queue://two'),
    expected: 'b 0, left a 10',
  },
  {
    id: 'filter-composite-include-first-part',
    says: 'The first works.',
    measure: (lab) => across(lab, include({ queue: 'one,two' }), 'queue://one'),
    expected: 'b 10',
  },
  {
    id: 'filter-duplex-list-of-queues',
    says: 'On a duplex connector the first part of an include of queues "one,two" works both ways.',
    measure: (lab) => bothWays(lab, include({ queue: 'one,two' }), 'queue://one'),
    expected: 'b 10, a 10',
  },
  {
    id: 'filter-duplex-list-of-topics',
    says: 'An include of topics "one,two" on a duplex connector: the far side reads its parts as queues, and refuses what arrives. Nothing crosses either way.',
    measure: (lab) => bothWays(lab, include({ topic: 'one,two' }), 'topic://one'),
    expected: 'b 0, a 0',
  },
  {
    id: 'filter-duplex-excluded-list-of-topics',
    says: 'Excluding topics "one,two" there stops the queue one: its messages are taken, dropped by the far side, and neither forwarded nor freed.',
    measure: (lab) => bothWays(lab, exclude({ topic: 'one,two' }), 'queue://one'),
    expected: 'b 0, a 0, left a 10 (10 in flight), left b 10',
  },
  {
    id: 'dynamic-only-is-not-on-demand',
    says: 'Without a consumer nothing moves, with dynamicOnly and without.',
    measure: async (lab) => {
      const idle = (dynamicOnly: boolean) =>
        play(lab, network([oneWay('a', 'b', { dynamicOnly })]), [sending('10 a queue://x')], [])
      return `${await idle(true)}; ${await idle(false)}`
    },
    expected: 'left a 10; left a 10',
  },
  {
    id: 'static-forwards-without-consumer',
    says: 'A statically included queue is forwarded with no consumer anywhere.',
    measure: (lab) =>
      play(lab, network([oneWay('a', 'b', {}, fixed({ queue: 'x' }))]), [sending('10 a queue://x')], []),
    expected: 'left b 10',
  },
  {
    id: 'static-accepts-wildcards',
    says: 'A static include with a wildcard forwards too.',
    measure: (lab) =>
      play(lab, network([oneWay('a', 'b', {}, fixed({ queue: 'w.>' }))]), [sending('10 a queue://w.x')], []),
    expected: 'left b 10',
  },
  {
    id: 'static-topic',
    says: 'A statically included topic reaches its consumer once.',
    measure: (lab) => across(lab, fixed({ topic: 'x' }), 'topic://x'),
    expected: 'b 10',
  },
  {
    id: 'static-topic-started-late',
    says: 'It does so too where the broker in the middle of a star, with the topic in both its lists, starts after the consumer.',
    measure: (lab) =>
      play(
        lab,
        network([
          duplex('h', 'a', { networkTTL: 3 }, fixed({ topic: 'x' })),
          duplex('h', 'b', { networkTTL: 3 }, fixed({ topic: 'x' })),
        ]),
        [sending('10 a topic://x')],
        [consuming('b b topic://x')],
        { late: ['h'] },
      ),
    expected: 'b 10',
  },
  {
    id: 'static-topic-without-conduit',
    says: 'Without conduit twice.',
    measure: (lab) =>
      play(
        lab,
        network([oneWay('a', 'b', { conduitSubscriptions: false }, fixed({ topic: 'x' }))]),
        [sending('10 a topic://x')],
        [consuming('b b topic://x')],
      ),
    expected: 'b 20 (10 different)',
  },
  {
    id: 'static-alone-restricts-nothing',
    says: 'A static include alone keeps nothing else from crossing.',
    measure: (lab) => across(lab, fixed({ queue: 'x' }), 'queue://other'),
    expected: 'b 10',
  },
  {
    id: 'static-bridge-restricts',
    says: 'With staticBridge nothing else crosses, dynamic include or not.',
    measure: (lab) =>
      play(
        lab,
        network([
          oneWay(
            'a',
            'b',
            { staticBridge: true },
            { ...fixed({ queue: 'x' }), ...include({ queue: 'other' }) },
          ),
        ]),
        [sending('10 a queue://other')],
        [consuming('b b queue://other')],
      ),
    expected: 'b 0, left a 10',
  },
  {
    id: 'static-duplex-pushes-both-ways',
    says: 'On a duplex connector both ends push at each other, and nothing comes back.',
    measure: (lab) =>
      play(
        lab,
        network([duplex('a', 'b', {}, fixed({ queue: 'x' }))]),
        [sending('3 a queue://x'), sending('5 b queue://x')],
        [],
      ),
    expected: 'left a 5, left b 3',
  },
  {
    id: 'static-takes-its-turn-with-local-consumer',
    says: 'With equal priorities a static include takes half from a local consumer.',
    measure: (lab) =>
      play(
        lab,
        network([oneWay('a', 'b', { decreaseNetworkConsumerPriority: false }, fixed({ queue: 'x' }))]),
        [sending('10 a queue://x')],
        [consuming('a a queue://x')],
      ),
    expected: 'a 5, left b 5',
  },
  {
    id: 'static-yields-to-local-consumer',
    says: 'With decreaseNetworkConsumerPriority it takes none while the local one keeps up.',
    measure: (lab) =>
      play(
        lab,
        network([oneWay('a', 'b', { decreaseNetworkConsumerPriority: true }, fixed({ queue: 'x' }))]),
        [sending('10 a queue://x')],
        [consuming('a a queue://x')],
      ),
    expected: 'a 10',
  },
  {
    id: 'static-pulls-from-upstream',
    says: 'It is announced: w → a with TTL 2 pulls messages from w to b, with no consumer anywhere.',
    measure: (lab) =>
      play(
        lab,
        network([
          oneWay('w', 'a', { networkTTL: 2 }),
          oneWay('a', 'b', { networkTTL: 2 }, fixed({ queue: 'x' })),
        ]),
        [sending('10 w queue://x')],
        [],
      ),
    expected: 'left b 10',
  },
  {
    id: 'static-pulls-and-strands',
    says: 'With messageTTL 1 on a → b they are stuck on a.',
    measure: (lab) =>
      play(
        lab,
        network([oneWay('w', 'a', { networkTTL: 2 }), oneWay('a', 'b', {}, fixed({ queue: 'x' }))]),
        [sending('10 w queue://x')],
        [],
      ),
    expected: 'left a 10',
  },
  {
    id: 'advisories-off-no-demand',
    says: 'advisorySupport false on the consumer’s broker: nothing is forwarded to it.',
    measure: (lab) =>
      play(
        lab,
        network([oneWay('a', 'b')], { attributes: { b: { advisorySupport: 'false' } } }),
        [sending('10 a queue://x')],
        [consuming('b b queue://x')],
      ),
    expected: 'b 0, left a 10',
  },
  {
    id: 'advisories-off-at-producer',
    says: 'On the producer’s broker it does not matter.',
    measure: (lab) =>
      play(
        lab,
        network([oneWay('a', 'b')], { attributes: { a: { advisorySupport: 'false' } } }),
        [sending('10 a queue://x')],
        [consuming('b b queue://x')],
      ),
    expected: 'b 10',
  },
  {
    id: 'xml-second-list-of-a-kind-replaces',
    says: 'Of two dynamicallyIncludedDestinations in one connector the second alone counts.',
    measure: async (lab) => {
      const lines = network([oneWay('a', 'b', {}, include({ queue: 'first' }))])
      const second =
        '<dynamicallyIncludedDestinations><queue physicalName="second"/></dynamicallyIncludedDestinations>'
      const files = toFiles(lines, takePorts(lines.brokers)).map(({ label, xml }) => ({
        label,
        xml: xml.replace('</networkConnector>', `${second}</networkConnector>`),
      }))
      const probes = ['first', 'second'].map((name) => ({
        id: name,
        producers: [sending(`10 a queue://${name}`)],
        consumers: [consuming(`${name} b queue://${name}`)],
      }))
      const result = await lab.runner.run({ id: 'fact', brokers: files, bridges: bridgeEnds(lines), probes })
      return `${tell(result, 'first')}; ${tell(result, 'second')}`
    },
    expected: 'first 0, left a 10; second 10',
  },
]
