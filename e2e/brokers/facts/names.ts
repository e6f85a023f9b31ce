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
import type { Connector } from '../network.ts'

const ten = [sending('10 a queue://x')]
const onB = [consuming('b b queue://x')]

/** Starts `first`, then `last`; then ten messages each way between a and b. The bridge that loses tries for ever. */
async function contest(
  lab: Lab,
  connectors: readonly Connector[],
  first: string,
  last: string,
): Promise<string> {
  const read = await stepwise(lab, network(connectors), (start) => [
    start(first),
    { do: 'settle', quiet: 600 },
    start(last),
    { do: 'settle', quiet: 200, timeout: 3000 },
    {
      do: 'consume',
      consumers: [
        { id: 'b', at: 'b', destination: 'queue://x' },
        { id: 'a', at: 'a', destination: 'queue://y' },
      ],
    },
    { do: 'settle', timeout: 1500 },
    {
      do: 'send',
      messages: [
        { at: 'a', destination: 'queue://x', count: 10 },
        { at: 'b', destination: 'queue://y', count: 10 },
      ],
    },
    { do: 'settle', timeout: 1500 },
  ])
  return summary(read, ['b', 'a'])
}

const duplexAgainstOneWay = [duplex('a', 'b', { name: 'n' }), oneWay('b', 'a', { name: 'n' })]

const unlikeDuplex = [
  duplex('a', 'b', { name: 'n' }, { excludedDestinations: [{ queue: 'x' }] }),
  duplex('b', 'a', { name: 'n' }),
]

/** What names do to bridges. */
export const names: readonly Fact[] = [
  {
    id: 'name-one-way-beats-duplex',
    says: 'Duplex n from a, one-way n from b, b started last: its connector is first, a never reaches b.',
    measure: (lab) => contest(lab, duplexAgainstOneWay, 'a', 'b'),
    expected: 'b 0, a 10',
  },
  {
    id: 'name-duplex-beats-one-way',
    says: 'a started last: the duplex connector is first and serves both directions.',
    measure: (lab) => contest(lab, duplexAgainstOneWay, 'b', 'a'),
    expected: 'b 10, a 10',
  },
  {
    id: 'name-duplex-against-duplex',
    says: 'Duplex n from both ends: one is refused for ever, and the other serves both directions.',
    measure: (lab) =>
      contest(lab, [duplex('a', 'b', { name: 'n' }), duplex('b', 'a', { name: 'n' })], 'a', 'b'),
    expected: 'b 10, a 10',
  },
  {
    id: 'name-unlike-duplex-a-last',
    says: 'The same where only the one from a excludes x, and a is started last: its connector is first, and x crosses nowhere.',
    measure: (lab) => contest(lab, unlikeDuplex, 'b', 'a'),
    expected: 'b 0, a 10',
  },
  {
    id: 'name-unlike-duplex-b-last',
    says: 'b started last: its connector is first, and everything crosses.',
    measure: (lab) => contest(lab, unlikeDuplex, 'a', 'b'),
    expected: 'b 10, a 10',
  },
  {
    id: 'name-one-way-against-one-way',
    says: 'One-way n from both ends: fine.',
    measure: (lab) =>
      play(lab, network([oneWay('a', 'b', { name: 'n' }), oneWay('b', 'a', { name: 'n' })]), ten, onB),
    expected: 'b 10',
  },
  {
    id: 'name-same-broker-id',
    says: 'One brokerId on both brokers: no bridge, silently.',
    measure: (lab) =>
      play(lab, network([oneWay('a', 'b')], { attributes: { '*': { brokerId: 'same' } } }), ten, onB, {
        timeout: 2000,
      }),
    expected: 'no bridge a: a-to-b_b_inbound_a, b 0, left a 10',
  },
  {
    id: 'name-same-broker-id-two-hops',
    says: 'One brokerId on a and c, with b between: demand of c does not come to a, since a seems to be on its way already.',
    measure: (lab) =>
      play(
        lab,
        network([oneWay('a', 'b', { networkTTL: 2 }), oneWay('b', 'c', { networkTTL: 2 })], {
          attributes: { a: { brokerId: 'same' }, c: { brokerId: 'same' } },
        }),
        ten,
        [consuming('c c queue://x')],
      ),
    expected: 'c 0, left a 10',
  },
]
