import { consuming, duplex, network, oneWay, play, sending, type Fact, type Lab } from './fact.ts'

const policyOf = (entries: string, on = '*') => ({
  extra: {
    [on]: `<destinationPolicy><policyMap><policyEntries>${entries}</policyEntries></policyMap></destinationPolicy>`,
  },
})

/** A mesh of three in which each message comes to b and to c by two ways. */
const mesh = (policies: string, on?: string) => {
  const far = { consumerTTL: 1, messageTTL: -1 }
  return network(
    [duplex('a', 'b', far), duplex('b', 'c', far), duplex('a', 'c', far)],
    policyOf(policies, on),
  )
}
const everyTopic = '<policyEntry topic=">"/>'
const five = [sending('5 a topic://x')]
const onBAndC = [consuming('b b topic://x'), consuming('c c topic://x')]
const copies = (lab: Lab, policies: string, producers = five, consumers = onBAndC) =>
  play(lab, mesh(policies), producers, consumers)

/** Two connectors the same way, and two subscribers behind them: each message crosses both. */
const parallel = (lab: Lab, more: object = {}) =>
  play(
    lab,
    network([oneWay('a', 'b', { name: 'one' }), oneWay('a', 'b', { name: 'two' })], policyOf(everyTopic)),
    five,
    [consuming('b1 b topic://x', more), consuming('b2 b topic://x', more)],
  )

const once = 'b 5, c 5'
const twice = 'b 10 (5 different), c 10 (5 different)'

/** What brokers do with a topic’s copies that come to them: a policy for the topic decides. */
export const audit: readonly Fact[] = [
  {
    id: 'audit-none-without-policy',
    says: 'Without a policy for the topic every copy that comes is delivered.',
    measure: (lab) => copies(lab, ''),
    expected: twice,
  },
  {
    id: 'audit-of-a-policy-drops-copies',
    says: 'A policy for the topic, such as the one for topic > that ActiveMQ’s own configuration has, turns on the audit of plain subscribers: each message once.',
    measure: (lab) => copies(lab, everyTopic),
    expected: once,
  },
  {
    id: 'audit-drops-copies-of-persistent-messages',
    says: 'Persistent messages too.',
    measure: (lab) => copies(lab, everyTopic, [sending('5 a topic://x', { persistent: true })]),
    expected: once,
  },
  {
    id: 'audit-of-another-topic',
    says: 'A policy for another topic does nothing.',
    measure: (lab) => copies(lab, '<policyEntry topic="other"/>'),
    expected: twice,
  },
  {
    id: 'audit-off',
    says: 'A policy for this topic with enableAudit="false" delivers every copy, whatever one for all topics says.',
    measure: (lab) => copies(lab, `${everyTopic}<policyEntry topic="x" enableAudit="false"/>`),
    expected: twice,
  },
  {
    id: 'audit-follows-the-subscription',
    says: 'What counts is the policy for what the subscriber listens to: one for x.y does not concern a subscriber of x.>.',
    measure: (lab) =>
      copies(
        lab,
        `${everyTopic}<policyEntry topic="x.y" enableAudit="false"/>`,
        [sending('5 a topic://x.y')],
        [consuming('b b topic://x.>'), consuming('c c topic://x.>')],
      ),
    expected: once,
  },
  {
    id: 'audit-spares-durable-subscribers',
    says: 'Durable subscribers get every copy, policy or not.',
    measure: (lab) =>
      copies(
        lab,
        everyTopic,
        five,
        onBAndC.map((consumer) => ({ ...consumer, durable: 's' })),
      ),
    expected: twice,
  },
  {
    id: 'audit-is-of-the-subscribers-broker',
    says: 'The policy of the subscriber’s own broker counts: where c alone has one, b gets every copy.',
    measure: (lab) => play(lab, mesh(everyTopic, 'c'), five, onBAndC),
    expected: 'b 10 (5 different), c 5',
  },
  {
    id: 'audit-behind-parallel-connectors',
    says: 'It drops the copies that two connectors to one neighbour bring as well.',
    measure: (lab) => parallel(lab),
    expected: 'b1 5, b2 5',
  },
  {
    id: 'audit-behind-parallel-connectors-durable',
    says: 'And not before durable subscribers there.',
    measure: (lab) => parallel(lab, { durable: 's' }),
    expected: 'b1 10 (5 different), b2 10 (5 different)',
  },
  {
    id: 'audit-behind-conduit-off',
    says: 'And those that come where conduit subscriptions are off: three subscribers get each message once.',
    measure: (lab) =>
      play(
        lab,
        network([oneWay('a', 'b', { conduitSubscriptions: false })], policyOf(everyTopic)),
        five,
        [1, 2, 3].map((n) => consuming(`b${n} b topic://x`)),
      ),
    expected: 'b1 5, b2 5, b3 5',
  },
  {
    id: 'audit-of-what-waits',
    says: 'Policy or not, a subscriber that lags behind is spared copies of messages that still wait for it.',
    measure: async (lab) => {
      const both = network([duplex('a', 'b', { name: 'one' }), duplex('b', 'a', { name: 'two' })])
      const slow = { prefetch: 1, delay: 5 }
      const consumers = [consuming('b1 b topic://x', slow), consuming('b2 b topic://x', slow)]
      const told = await play(lab, both, [sending('40 a topic://x')], consumers)
      const [first = 0, second = 0] = [...told.matchAll(/b\d (\d+)/g)].map(([, count]) => Number(count))
      return first >= 40 && first < 80 && second >= 40 && second < 80 ? 'fewer than two of each' : told
    },
    expected: 'fewer than two of each',
  },
]
