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
