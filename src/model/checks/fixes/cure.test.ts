import { describe, expect, test } from 'vitest'
import { EMPTY_DOCUMENT } from '../../design/document.ts'
import { applyEdit } from '../../design/edits/applyEdit.ts'
import { forecastAll } from '../../forecast/forecast.ts'
import { networkOf } from '../../network/network.ts'
import { runChecks } from '../runChecks.ts'
import { sketch } from '../sketch.ts'

const fixesOf = (text: string, check: string) => {
  const design = sketch(text)
  const found = runChecks(networkOf(design))
  return found
    .filter((finding) => finding.check === check)
    .map(({ fix }) => {
      if (!fix) return 'no fix'
      const next = applyEdit({ ...EMPTY_DOCUMENT, design }, { type: 'batch', label: 'fix', edits: fix.edits })
      const before = new Set(found.map((finding) => finding.check))
      const errors = runChecks(networkOf(next.design)).filter(({ severity }) => severity === 'error')
      return errors.map((finding) => finding.check).filter((id) => !before.has(id))
    })
}

test('more hops are offered on a chain, and not where a wildcard consumer behind it would make a connector leak', () => {
  const chain = (list: string) => `a -> b { ${list} }; b -> c; consumer on c of queue://orders.>`
  expect(fixesOf(chain('excluded=queue://bills'), 'out-of-reach')).toEqual([[]])
  expect(fixesOf(chain('excluded=queue://orders.eu'), 'out-of-reach')).toEqual(['no fix'])
})

test('a static list makes more hops a question for the forecast', () => {
  const chain = 'a -> b { static=queue://orders }; b -> c'
  expect(fixesOf(chain, 'out-of-reach')).toEqual([])
  expect(fixesOf(chain, 'never-arrives')).toEqual([[]])
})

test('a connector that hears nothing gets as many hops as the others around it have', () => {
  const design = sketch('a -> b { networkTTL=3 }; b -> c { messageTTL=0 }; c -> d { networkTTL=3 }')
  const [found] = runChecks(networkOf(design), { only: ['ttl-zero'] })
  expect(found?.fix?.label).toBe('Let messages make 3 hops, as the others there do')
})

test('settings that Amazon MQ removes keep no connector from starting and no bridge from being made', () => {
  const design = sketch('target amazon-mq 5.19; user bridge; a -> b { autoStart=false }')
  expect(networkOf(design).bridges).toHaveLength(1)
  const same = 'broker a { brokerId=x }; broker b { brokerId=x }; a -> b'
  expect(networkOf(sketch(`target amazon-mq 5.19; user bridge; ${same}`)).bridges).toHaveLength(1)
  expect(networkOf(sketch(same)).bridges).toHaveLength(0)
  const own = sketch('engine 5.19; a -> b { autoStart=false }')
  expect(networkOf(own).bridges).toHaveLength(0)
})

describe('the smallest change that lets everything arrive, and no larger one', () => {
  const queues = (links: string, settings: string) =>
    links
      .split(', ')
      .map((link) => `${link} { ${settings} excluded=topic://> }`)
      .join('; ')
  const mesh = 'a = b, a = c, b = c'
  const tailed = 'a = b, a = c, a = e, b = c, b = f, c = e'

  test.each([
    ['a mesh: one hop', queues(mesh, 'networkTTL=3'), 'consumer-ttl-in-cycle', 'Let messages make one hop'],
    [
      'a tree: as many hops as its longest way',
      'hub = a; hub = b',
      'out-of-reach',
      'Let messages make two hops',
    ],
    [
      'a circle with a tail: the hops of the longest way',
      queues('a = c, a = d, b = e, c = d, c = e', 'networkTTL=1'),
      'never-arrives',
      'Let messages make three hops',
    ],
    [
      'where all count alike, nearer consumers come first',
      `engine 5.17; ${queues('a = b, b = c, c = d, d = a, a = c', 'networkTTL=2')}`,
      'messages-get-stuck',
      'Let nearer consumers come first',
    ],
    [
      'under load on a circle: no limit for messages, and failover stays',
      queues('a = b, b = c, c = d, d = a, a = c', 'networkTTL=2'),
      'messages-get-stuck-under-load',
      'Let queue messages go as far as they must',
    ],
    [
      'one route for each consumer comes last, and says what it costs',
      queues(tailed, 'networkTTL=3'),
      'messages-get-stuck-under-load',
      'Keep one route for each queue consumer, which costs failover',
    ],
    [
      'topics on a circle get one route',
      'a = b; b = c; c = d; d = a',
      'never-arrives',
      'Let messages make two hops, topics by one route',
    ],
  ])('%s', (_, text, check, label) => {
    const design = sketch(text)
    const [finding] = runChecks(networkOf(design), { only: [check] })
    expect(finding?.fix?.label).toBe(label)
    const edits = finding?.fix?.edits ?? []
    const fixed = networkOf(applyEdit({ ...EMPTY_DOCUMENT, design }, { type: 'batch', label, edits }).design)
    const worst = forecastAll(fixed, { destination: { kind: 'queue', name: 'x' } }).filter(
      ({ verdict, when }) => verdict === 'never' || (verdict === 'sometimes' && when !== 'load'),
    )
    expect(worst).toEqual([])
  })
})
