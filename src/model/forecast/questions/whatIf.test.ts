import { describe, expect, test } from 'vitest'
import { destinationOf, named, type Named } from '../../fixtures/named.ts'
import type { Off } from '../flow.ts'
import { weakPoints, whatIf, type Change } from './whatIf.ts'

const destination = destinationOf('q')
const pairs = ({ name }: Named, changes: readonly Change[]) =>
  changes.map(
    ({ from, to, before, after }) => `${name(from)}>${name(to)} ${before.verdict} to ${after.verdict}`,
  )

const HUB = 'pair hub; hub = a { networkTTL=2 }; hub = b { networkTTL=2 }'

describe('what if something is off', () => {
  test('a hub that is lost cuts its spokes from each other; its own messages are inaccessible', () => {
    const it = named(HUB)
    const found = whatIf(it.network, { destination, off: [{ broker: it.id('hub') }] })
    expect(pairs(it, found.cut)).toEqual(['a>b always to never', 'b>a always to never'])
    expect(found.inaccessible).toEqual([it.id('hub')])
    expect(found.worse).toEqual([])
  })

  test('a pair that loses one instance saves what a single broker would cut', () => {
    const it = named(HUB)
    const off: readonly Off[] = [{ instance: it.id('hub'), index: 0 }]
    const found = whatIf(it.network, { destination, off })
    expect([found.cut, found.worse, found.inaccessible]).toEqual([[], [], []])
    expect(found.saved).toEqual([{ broker: it.id('hub'), pairs: 2 }])
  })

  test('a loss can cure: a way on which messages got stuck is gone', () => {
    const it = named('engine 5.17; a -> b { networkTTL=2 }; b -> c; a -> c { networkTTL=2 }')
    const found = whatIf(it.network, { destination, off: [{ broker: it.id('b') }] })
    expect(pairs(it, found.better)).toEqual(['a>c sometimes to always'])
  })

  test('single points of failure are ranked by the pairs they cut, single brokers before pairs', () => {
    const it = named('hub = a { networkTTL=2 }; hub = b { networkTTL=2 }; hub = c { networkTTL=2 }')
    const points = weakPoints(it.network, { destination }).map(({ off, cut }) =>
      'broker' in off
        ? `${it.name(off.broker)} ${cut}`
        : `${it.network.connector(off.connector)?.name} ${cut}`,
    )
    expect(points).toEqual(['hub 6', 'hub-to-a 6', 'hub-to-b 6', 'hub-to-c 6'])
  })
})
