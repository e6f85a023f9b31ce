import { describe, expect, test } from 'vitest'
import type { Design } from '../design/design.ts'
import { EMPTY_DOCUMENT } from '../design/document.ts'
import { applyEdit } from '../design/edits/applyEdit.ts'
import { forecastAll } from '../forecast/forecast.ts'
import { networkOf } from '../network/network.ts'
import { runChecks } from './runChecks.ts'
import { sketch } from './sketch.ts'

const found = (design: Design, check?: string) => runChecks(networkOf(design), check ? { only: [check] } : {})
const checksOf = (design: Design) => [
  ...new Set(found(design).map(({ severity, check }) => `${severity} ${check}`)),
]

function fix(design: Design, check: string): Design {
  const edits = found(design, check)[0]?.fix?.edits
  if (!edits) throw new Error(`${check} offers no fix here.`)
  return applyEdit({ ...EMPTY_DOCUMENT, design }, { type: 'batch', label: 'fix', edits }).design
}

const verdicts = (design: Design, kind: 'queue' | 'topic' = 'queue') => [
  ...new Set(
    forecastAll(networkOf(design), { destination: { kind, name: 'x' } }).map(({ verdict }) => verdict),
  ),
]

/** What AWS's workshop sets up from one broker of its mesh to another. */
const workshopLink = (a: string, b: string) =>
  `${a} -> ${b} { name=q-${a}-${b} conduitSubscriptions=false consumerTTL=1 messageTTL=-1 excluded=topic://> };
   ${a} -> ${b} { name=t-${a}-${b} consumerTTL=1 messageTTL=-1 excluded=queue://> }`

/** Every two of four brokers joined by a duplex connector with TTL 2. */
const mesh = (engine: string) =>
  sketch(
    `engine ${engine}; ${['a = b', 'a = c', 'a = d', 'b = c', 'b = d', 'c = d'].map((link) => `${link} { networkTTL=2 }`).join(';')}`,
  )

const aws = (text: string) => sketch(`target amazon-mq 5.19; user myCommonUser; ${text}`)

describe("AWS's guide", () => {
  test('hub and spoke, as published: spokes cannot reach each other, and the fix lets all reach all', () => {
    const design = aws('Broker1 = Broker2; Broker1 = Broker3; Broker1 = Broker4; Broker1 = Broker5')
    const [finding] = found(design, 'out-of-reach')
    expect(finding?.message).toBe(
      'Broker2 and Broker3 never reach each other, nor do 5 more pairs of brokers: they are two hops apart, and Broker1-to-Broker2, Broker1-to-Broker3 and 2 more let messages make only one.',
    )
    expect(finding?.fix?.label).toBe('Let messages make two hops')
    const ofPairs = (hub: boolean) => [
      ...new Set(
        forecastAll(networkOf(design), { destination: { kind: 'queue', name: 'x' } })
          .filter(({ from, to }) => (from === 'b1' || to === 'b1') === hub)
          .map(({ verdict }) => verdict),
      ),
    ]
    expect(ofPairs(false)).toEqual(['never'])
    expect(ofPairs(true)).toEqual(['always'])
    const fixed = fix(design, 'out-of-reach')
    expect(verdicts(fixed)).toEqual(['always'])
    expect(verdicts(fixed, 'topic')).toEqual(['always'])
    expect(fixed.connectors.map(({ settings }) => settings)).toEqual(
      Array.from({ length: 4 }, () => ({ duplex: true, networkTtl: 2 })),
    )
  })

  test('cross-region mesh, as published: 1_to_4 and 4_to_1 are both duplex, and the fix drops the second', () => {
    const design = aws(`
      Broker1 = Broker2 { name=1_to_2 }; Broker1 = Broker3 { name=1_to_3 }; Broker1 = Broker4 { name=1_to_4 }
      Broker2 = Broker3 { name=2_to_3 }
      Broker4 = Broker3 { name=4_to_3 }; Broker4 = Broker2 { name=4_to_2 }; Broker4 = Broker1 { name=4_to_1 }`)
    const [finding] = found(design, 'duplex-at-both-ends')
    expect(finding?.at).toEqual([{ connector: 'c3' }, { connector: 'c7' }])
    const fixed = fix(design, 'duplex-at-both-ends')
    expect(fixed.connectors.map(({ name }) => name)).not.toContain('4_to_1')
    expect(checksOf(fixed).filter((check) => !check.startsWith('note'))).toEqual([])
  })

  test('the mesh of three and the concentrator are sound', () => {
    const three = aws('Broker1 = Broker2; Broker1 = Broker3; Broker2 = Broker3')
    const concentrator = aws('b3 -> b1; b3 -> b2; b4 -> b1; b4 -> b2; b5 -> b1; b5 -> b2')
    expect(checksOf(three).filter((check) => !check.startsWith('note'))).toEqual([])
    expect(checksOf(concentrator).filter((check) => !check.startsWith('note'))).toEqual([])
  })

  test("the workshop's connectors for queues and topics: as published topics cross twice, and the fix limits them", () => {
    const design = aws(
      ['ab', 'ba', 'ac', 'ca', 'bc', 'cb'].map(([a = '', b = '']) => workshopLink(a, b)).join(';'),
    )
    expect(checksOf(design)).toContain('warning topics-cross-twice')
    const fixed = fix(design, 'topics-cross-twice')
    expect(checksOf(fixed).filter((check) => !check.startsWith('note'))).toEqual([])
    expect(fixed.connectors).toHaveLength(12)
    expect(fixed.connectors.filter(({ settings }) => settings.messageTtl === -1)).toHaveLength(6)
  })
})

describe("meshIQ's guide", () => {
  const dc1 = `pair hub { host=hub-primary port=61616 standby=hub-secondary }; dc1-spoke = hub { name=dc1-to-hub dynamicOnly=true networkTTL=2 messageTTL=2
    consumerTTL=2 decreaseNetworkConsumerPriority=true suppressDuplicateQueueSubscriptions=true conduitSubscriptions=false
    dynamic=queue://orders.> dynamic=queue://payments.> dynamic=topic://events.system.> excluded=queue://internal.> }
    policy on dc1-spoke for queue://> { replayWhenNoConsumers=true enableAudit=false }`

  test('conduit subscriptions are off where topics cross; equal TTLs do no harm; two remarks are out of date', () => {
    const checks = checksOf(sketch(dc1))
    expect(checks).toContain('warning conduit-off-for-topics')
    expect(checks).not.toContain('error network-ttl-overrides')
    expect(checks).toContain('note dynamic-only-is-not-on-demand')
    expect(checks).toContain('note audit-off-with-replay')
  })

  test('its fix gives topics a connector of their own, which carries the included topics alone', () => {
    const fixed = fix(sketch(dc1), 'conduit-off-for-topics')
    expect(
      fixed.connectors.map(({ name, settings, filters }) => [
        name,
        settings.conduitSubscriptions,
        filters.dynamic,
      ]),
    ).toEqual([
      [
        'dc1-to-hub',
        false,
        [
          { kind: 'queue', name: 'orders.>' },
          { kind: 'queue', name: 'payments.>' },
        ],
      ],
      ['dc1-spoke-to-hub-topics', undefined, [{ kind: 'topic', name: 'events.system.>' }]],
    ])
    expect(checksOf(fixed)).not.toContain('warning conduit-off-for-topics')
  })

  test('its chain of three with TTL 2 is sound', () => {
    const design = sketch('a -> b { networkTTL=2 }; b -> c { networkTTL=2 }')
    expect(checksOf(design).filter((check) => !check.startsWith('note'))).toEqual([])
  })
})

test('networkTTL beside another messageTTL is an error, and the fix writes down what counts', () => {
  const design = sketch('a = b { networkTTL=2 messageTTL=1 }')
  expect(checksOf(design)).toContain('error network-ttl-overrides')
  expect(fix(design, 'network-ttl-overrides').connectors[0]?.settings).toEqual({
    duplex: true,
    messageTtl: 2,
    consumerTtl: 2,
  })
})

describe('a full mesh of four with TTL 2', () => {
  test.each([
    ['5.17', 'idle', 'messages-get-stuck'],
    ['5.18', 'load', 'messages-get-stuck-under-load'],
    ['5.19', 'load', 'messages-get-stuck-under-load'],
    ['6.3', 'load', 'messages-get-stuck-under-load'],
  ])('on %s (%s): %s, on both other brokers; with the fix all arrive', (engine, when, check) => {
    const design = mesh(engine)
    for (const flow of forecastAll(networkOf(design), { destination: { kind: 'queue', name: 'x' } })) {
      const others = ['b1', 'b2', 'b3', 'b4'].filter((id) => id !== flow.from && id !== flow.to)
      expect(flow).toMatchObject({ verdict: 'sometimes', when })
      expect(flow.stuck.map(({ at }) => at).toSorted()).toEqual(others)
    }
    const [finding] = found(design, check)
    expect(finding?.message).toMatch(
      /messages from a to b can get stuck on (c and d|d and c); the same goes for 11 more pairs/,
    )
    const fixed = fix(design, check)
    expect(verdicts(fixed)).toEqual(['always'])
    expect(verdicts(fixed, 'topic')).toEqual(['always'])
    expect(fixed.connectors.every(({ settings }) => settings.networkTtl === undefined)).toBe(true)
  })

  test('where consumers move, queue messages may follow them and topics get connectors of their own', () => {
    const design = { ...mesh('5.19'), clients: sketch('consumer on a of queue://orders { moves }').clients }
    const fixed = fix(design, 'messages-get-stuck-under-load')
    expect(verdicts(fixed)).toEqual(['always'])
    expect(fixed.connectors).toHaveLength(12)
    expect(found(fixed, 'topics-cross-twice')).toEqual([])
  })
})

test('two sites that one link joins: the longest way is three hops, and the fix lets everything arrive', () => {
  const design = sketch('a = b; b = c; a = c; c = d; d = e; e = f; d = f')
  expect(checksOf(design)).toContain('error never-arrives')
  const fixed = fix(design, 'never-arrives')
  expect(verdicts(fixed)).not.toContain('never')
  expect(checksOf(fixed).filter((check) => check.startsWith('error'))).toEqual([])
  expect(verdicts(fix(fixed, 'messages-get-stuck-under-load'))).toEqual(['always'])
})
