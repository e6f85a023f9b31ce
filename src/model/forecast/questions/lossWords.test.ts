import { expect, test } from 'vitest'
import { sketch } from '../../checks/sketch.ts'
import { networkOf } from '../../network/network.ts'
import type { Off } from '../flow.ts'
import { weakPointSentence, whatIfSentences } from './lossWords.ts'
import { weakPoints, whatIf } from './whatIf.ts'

const queue = { kind: 'queue', name: 'q' } as const
const star = (hub: string) => networkOf(sketch(`${hub}; hub = a { networkTTL=2 }; hub = b { networkTTL=2 }`))

function said(network: ReturnType<typeof star>, off: readonly Off[]) {
  return whatIfSentences(network, 'queue', whatIf(network, { destination: queue, off }))
}

function idOf(network: ReturnType<typeof star>, name: string) {
  const broker = network.design.brokers.find((candidate) => candidate.name === name)
  if (!broker) throw new Error(`There is no ${name}.`)
  return broker.id
}

test('a loss says what it cuts, and that a standby would keep it', () => {
  const network = star('broker hub')
  expect(
    weakPoints(network, { destination: queue }).map((point) => weakPointSentence(network, point)),
  ).toEqual([
    'Without hub-to-a, 4 ways from one broker to another are cut.',
    'Without hub-to-b, 4 ways from one broker to another are cut.',
    'Without hub, 2 ways from one broker to another are cut. As an active/standby pair it would keep them when one instance is lost.',
  ])
})

test('a pair is lost with both instances only', () => {
  const network = star('pair hub')
  expect(
    weakPoints(network, { destination: queue })
      .filter(({ isPair }) => isPair)
      .map((point) => weakPointSentence(network, point)),
  ).toEqual([
    'Without both instances of hub, 2 ways from one broker to another are cut; with one of them lost, none.',
  ])
})

test('what is off says who is cut, what waits and what cannot be had', () => {
  const network = star('broker hub')
  expect(said(network, [{ broker: idOf(network, 'hub') }])).toEqual([
    'Cut off, 2 ways: a to b and b to a. Messages for queues are not lost: they wait on the brokers before the cut.',
    'What hub holds cannot be had until it is back: a network of brokers is no high availability. What others send to consumers there waits where it is meanwhile.',
  ])
})

test('a standby that takes over says what it saves', () => {
  const network = star('pair hub')
  expect(said(network, [{ instance: idOf(network, 'hub'), index: 0 }])).toEqual([
    'hub: its other instance takes over; without it 2 ways would be cut.',
  ])
})

test('what nobody needs costs nothing', () => {
  const network = networkOf(sketch('a = b; a -> b { name=spare }'))
  const [, spare] = network.design.connectors
  expect(spare && said(network, [{ connector: spare.id }])).toEqual([
    'Nobody is cut off, and nothing gets worse.',
  ])
})
