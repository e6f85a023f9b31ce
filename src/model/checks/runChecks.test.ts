import { expect, test } from 'vitest'
import { networkOf } from '../network/network.ts'
import { findingKey } from './findings.ts'
import { CHECKS } from './list.ts'
import { checksInTurn, runChecks } from './runChecks.ts'
import { sketch } from './sketch.ts'

const network = networkOf(
  sketch('localhost = b { networkTTL=1 messageTTL=2 prefetchSize=0 }; b = c { uri=multicast://x }'),
)

test('errors come first, then warnings, then notes; within those brokers, then connectors in the order of drawing', () => {
  expect(
    runChecks(network, { forecast: false }).map(({ severity, check, at }) => [severity, check, at[0]]),
  ).toEqual([
    ['error', 'network-ttl-overrides', { connector: 'c1', setting: 'networkTtl' }],
    ['error', 'out-of-reach', { connector: 'c1', setting: 'networkTtl' }],
    ['error', 'prefetch-below-one', { connector: 'c1', setting: 'prefetchSize' }],
    ['warning', 'default-broker-name', { broker: 'b1', setting: 'name' }],
    ['note', 'multicast-address', { connector: 'c2', setting: 'uri' }],
  ])
})

test('among equally bad ones, what one click cures stands before what needs a decision', () => {
  const ranks = { error: 0, warning: 1, note: 2 }
  const circle = networkOf(sketch('a = b; b = c; c = a { networkTTL=3 }; c = d'))
  const places = runChecks(circle).map(({ severity, fix }) => ranks[severity] * 2 + (fix ? 0 : 1))
  expect(new Set(places).size).toBeGreaterThan(2)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('some checks, the quick ones, or those that ask the forecast', () => {
  expect(runChecks(network, { only: ['prefetch-below-one'] }).map(({ check }) => check)).toEqual([
    'prefetch-below-one',
  ])
  const slow = new Set(CHECKS.filter(({ needsForecast }) => needsForecast).map(({ id }) => id))
  const circle = networkOf(sketch('a = b; b = c; c = a; c = d'))
  const all = runChecks(circle).map(findingKey)
  const quick = runChecks(circle, { forecast: false })
  const asked = runChecks(circle, { forecast: true })
  expect(asked.length).toBeGreaterThan(0)
  expect(quick.every(({ check }) => !slow.has(check))).toBe(true)
  expect(asked.every(({ check }) => slow.has(check))).toBe(true)
  expect([...quick, ...asked].map(findingKey).toSorted()).toEqual(all.toSorted())
})

test('checks in turn tell what runs next and what is found so far, and end with what running all gives', () => {
  const only = ['default-broker-name', 'multicast-address', 'prefetch-below-one']
  const progress = [...checksInTurn(network, { only })]
  expect(progress.map(({ done, total, next, findings }) => [done, total, next?.id, findings.length])).toEqual(
    [
      [0, 3, 'default-broker-name', 0],
      [1, 3, 'multicast-address', 1],
      [2, 3, 'prefetch-below-one', 2],
      [3, 3, undefined, 3],
    ],
  )
  expect(progress.at(-1)?.findings).toEqual(runChecks(network, { only }))
})

test('a check does not run before its progress is asked for, and never when nobody asks', () => {
  let reads = 0
  const watched = {
    ...network,
    get bridges() {
      reads += 1
      return network.bridges
    },
  }
  const turns = checksInTurn(watched, { only: ['out-of-reach'] })
  expect(turns.next().value).toMatchObject({ done: 0, next: { id: 'out-of-reach' } })
  expect(reads).toBe(0)
  expect(turns.next().value).toMatchObject({ done: 1, total: 1 })
  expect(reads).toBeGreaterThan(0)
})

test('a check for one target says nothing of brokers that run elsewhere', () => {
  const mixed = sketch(
    'target amazon-mq 5.19; user bridge; broker a { target=self-managed useJmx=false }; a = b; broker b { useJmx=false }',
  )
  const found = runChecks(networkOf(mixed), { only: ['broker-setting-stripped-by-amazon'] })
  expect(found.map(({ at }) => at[0])).toEqual([{ broker: 'b2' }])
})
