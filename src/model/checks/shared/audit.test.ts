import { describe, expect, test } from 'vitest'
import { networkOf } from '../../network/network.ts'
import { runChecks } from '../runChecks.ts'
import { sketch } from '../sketch.ts'

const mesh = 'a = b { messageTTL=2 }; b = c { messageTTL=2 }; c = a { messageTTL=2 }'
const told = (text: string) =>
  runChecks(networkOf(sketch(`${mesh}; ${text}`)), {
    only: ['topics-arrive-twice', 'topics-cross-twice'],
  }).map(({ severity, message }) => `${severity}: ${message}`)
const subscribers = 'consumer on b of topic://x; consumer on c of topic://x'

describe('copies of topic messages that come by two ways', () => {
  test('are a warning while plain subscribers get one of them', () => {
    const once = [
      'warning: Messages of a topic from a reach c twice, also by way of b, once both have subscribers.',
    ]
    expect(told('')).toEqual(once)
    expect(told(subscribers)).toEqual(once)
    expect(told(`${subscribers}; policy on c for topic://x { priorityNetworkDispatch=true }`)).toEqual(once)
  })

  test('are an error where a durable subscriber gets them all', () => {
    expect(told('consumer on b of topic://x; consumer on c of topic://x { durable }')).toEqual([
      'error: Messages of a topic from a reach c twice, also by way of b, once both have subscribers: durable subscribers on c get every copy.',
    ])
  })

  test('are an error where a policy turns the audit off for what somebody listens to', () => {
    const off = 'policy on c for topic://x { enableAudit=false }'
    const error =
      'error: Messages of a topic from a reach c twice, also by way of b, once both have subscribers: all subscribers on c get every copy, because a policy turns the audit off.'
    expect(told(off)).toEqual([error])
    expect(told(`${subscribers}; ${off}`)).toEqual([error])
    const wide = 'consumer on b of topic://x.>; consumer on c of topic://x.>'
    expect(told(`${wide}; policy on c for topic://x.y { enableAudit=false }`)[0]).toMatch(/^warning/)
    expect(told(`${wide}; policy on c for topic://x.> { enableAudit=false }`)[0]).toMatch(/^error/)
  })

  test('are decided by the policy that fits most closely', () => {
    const all = 'policy on c for topic://> { enableAudit=false }'
    expect(told(`${subscribers}; ${all}`)[0]).toMatch(/^error/)
    expect(told(`${subscribers}; ${all}; policy on c for topic://x { enableAudit=true }`)[0]).toMatch(
      /^warning/,
    )
  })
})
