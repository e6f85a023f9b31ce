import { expect, test } from 'vitest'
import { sketch } from '../../checks/sketch.ts'
import type { DestinationPolicy } from '../../design/design.ts'
import { networkOf } from '../../network/network.ts'
import { writeConfiguration } from '../writeConfiguration.ts'

function file(words: string, policies?: readonly DestinationPolicy[]) {
  const design = sketch(words)
  const brokers = design.brokers.map((broker) => (policies ? { ...broker, policies } : broker))
  return writeConfiguration(networkOf({ ...design, brokers }), 'b1')
}

test('a broker without policies keeps the entries of the file it came with', () => {
  expect(file('a -> b')?.text).toContain('<constantPendingMessageLimitStrategy limit="1000"/>')
  expect(file('target amazon-mq; a -> b')?.text).toContain(
    '<policyEntry queue="&gt;" gcInactiveDestinations="true" inactiveTimoutBeforeGC="600000"/>',
  )
})

test('an entry for fewer destinations says again what the standard one says, since only one counts', () => {
  const written = file('target amazon-mq; policy on a for queue://orders.> { replayWhenNoConsumers=true }')
  expect(written?.text).toContain(
    '<policyEntry queue="orders.&gt;" gcInactiveDestinations="true" inactiveTimoutBeforeGC="600000">',
  )
})

test('names that XML writes alike become one entry', () => {
  const policies = ['\u0000', '\uffff'].map((name): DestinationPolicy => ({
    destination: { kind: 'topic', name },
  }))
  expect(file('target amazon-mq; a -> b', policies)?.text.match(/topic="\ufffd"/g)).toHaveLength(1)
})

test('what an engine does not know is left out and said', () => {
  const written = file(
    'engine 5.15; policy on a for queue://> { replayWhenNoConsumers=true selectorAware=true }',
  )
  expect(written?.text).toContain('<conditionalNetworkBridgeFilterFactory replayWhenNoConsumers="true"/>')
  expect(written?.problems.map(({ message }) => message)).toEqual([
    'Policy for queue://> on a: selectorAware is left out. ActiveMQ 5.15 does not know selectorAware yet (it came with 5.16.0) and would not start.',
  ])
})

test('policies for nothing, for expressions on Amazon MQ, and numbers that are not whole are left out and said', () => {
  const policies: readonly DestinationPolicy[] = [
    { destination: { kind: 'queue', name: ' ' }, replayDelay: 1 },
    { destination: { kind: 'queue', name: '${x}' }, replayDelay: 1 },
    { destination: { kind: 'queue', name: 'y' }, replayDelay: 1.5 },
  ]
  const written = file('target amazon-mq; a -> b', policies)
  expect(written?.problems).toHaveLength(3)
  expect(written?.text).not.toContain('replayDelay')
})
