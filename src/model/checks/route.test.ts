import { expect, test } from 'vitest'
import { networkOf } from '../network/network.ts'
import { CHECKS } from './list.ts'
import { runChecks } from './runChecks.ts'
import { sketch } from './sketch.ts'

const routed = CHECKS.flatMap(({ id, examples }) => {
  const network = networkOf(sketch(examples.bad))
  return runChecks(network, { only: [id] }).flatMap(({ message, route }) =>
    route ? [{ id, network, message, route }] : [],
  )
})

test('the route of a finding leads between the two brokers that its sentence names', () => {
  for (const { network, message, route } of routed) {
    expect(message).toContain(network.nameOf(route.from))
    expect(message).toContain(network.nameOf(route.to))
    expect(route.from).not.toBe(route.to)
  }
})

test('what never arrives, gets stuck or depends on chance has a route to look at', () => {
  const checks = new Set(routed.map(({ id }) => id))
  for (const id of ['out-of-reach', 'never-arrives', 'flow-never-arrives', 'messages-get-stuck'])
    expect([...checks]).toContain(id)
})

test('a consumer that is too far to be heard of is told as demand that ends, not as messages that do', () => {
  const told = (ttls: string) =>
    runChecks(networkOf(sketch(`a -> b { ${ttls} }; b -> c { ${ttls} }`)), { only: ['out-of-reach'] }).map(
      ({ message }) => message.split(', and ')[1],
    )
  expect(told('consumerTTL=1 messageTTL=2')).toEqual([
    'a-to-b and b-to-c let demand make only one, so only what somebody nearer wants as well comes along.',
  ])
  expect(told('consumerTTL=2 messageTTL=1')).toEqual(['a-to-b and b-to-c let messages make only one.'])
  expect(told('networkTTL=1')).toEqual(['a-to-b and b-to-c let messages make only one.'])
})
