import { networkOf } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from 'vitest'
import { connectSources, connectTargets } from './connectTargets.ts'

const network = networkOf(
  sketch('region eu: far, hub, near; region us: other; pair hub; external partner; hub = far'),
)

test('brokers that are not joined come first, those of the same region before others', () => {
  const hub = network.design.brokers.find(({ name }) => name === 'hub')
  expect(connectTargets(network, hub?.id ?? 'b1').map(({ name, detail }) => `${name}: ${detail}`)).toEqual([
    'near: eu',
    'other: us',
    'partner: ',
    'far: eu, connected by hub-to-far',
  ])
})

test('a broker never leads to itself', () => {
  for (const { id } of network.design.brokers) {
    expect(connectTargets(network, id).map((target) => target.id)).not.toContain(id)
  }
})

test("a connector starts on a broker of one's own", () => {
  expect(connectSources(network).map(({ name }) => name)).not.toContain('partner')
})
