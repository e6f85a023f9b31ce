import { expect, test } from 'vitest'
import { EMPTY_DOCUMENT } from '../../design/document.ts'
import { applyEdit } from '../../design/edits/applyEdit.ts'
import { networkOf } from '../../network/network.ts'
import { runChecks } from '../runChecks.ts'
import { sketch } from '../sketch.ts'

const ring = 'a = b { networkTTL=2 }; b = c { networkTTL=2 }; c = d { networkTTL=2 }; d = a { networkTTL=2 }'

test('topics in a ring are left a single route, and queues keep theirs', () => {
  const design = sketch(ring)
  const [found] = runChecks(networkOf(design), { only: ['topics-cross-twice'] })
  const edits = found?.fix?.edits ?? []
  const fixed = applyEdit({ ...EMPTY_DOCUMENT, design }, { type: 'batch', label: '', edits }).design
  expect(runChecks(networkOf(fixed), { only: ['topics-cross-twice', 'out-of-reach'] })).toEqual([])
  expect(
    fixed.connectors.filter(({ filters }) => filters.excluded?.some(({ kind }) => kind === 'queue')),
  ).toHaveLength(3)
  expect(
    fixed.connectors.filter(({ filters }) => filters.excluded?.some(({ kind }) => kind === 'topic')),
  ).toHaveLength(4)
})

test('with drawn subscribers, one broker of them is not enough for a second copy', () => {
  const one = sketch(`${ring}; consumer on c of topic://news`)
  expect(runChecks(networkOf(one), { only: ['topics-cross-twice'] })).toEqual([])
  const two = sketch(`${ring}; consumer on c of topic://news; consumer on b of topic://news`)
  expect(runChecks(networkOf(two), { only: ['topics-cross-twice'] })).toHaveLength(1)
})

test('a ring of five with two hops has only one way to each broker', () => {
  const five =
    'a = b { networkTTL=2 }; b = c { networkTTL=2 }; c = d { networkTTL=2 }; d = e { networkTTL=2 }; e = a { networkTTL=2 }'
  expect(runChecks(networkOf(sketch(five)), { only: ['topics-cross-twice'] })).toEqual([])
})
