import { networkOf } from '@meshwright/model'
import type { Finding } from '@meshwright/model/checks'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from 'vitest'
import { countByFilter, fixableLike, listFindings, touchesInWords } from './listFindings.ts'

const finding = (fields: Partial<Finding>): Finding => ({
  at: [{ connector: 'c1' }],
  message: 'm',
  check: 'ttl',
  severity: 'error',
  title: 't',
  why: 'w',
  sources: [],
  ...fields,
})
const error = finding({ fix: { label: 'f', edits: [] } })
const note = finding({ severity: 'note', check: 'other' })
const ignored = finding({ ignored: 'we know', fix: { label: 'f', edits: [] } })

test('every filter lists its own, and all leaves out what is ignored', () => {
  const all = [error, note, ignored]
  expect(listFindings(all, 'all')).toEqual([error, note])
  expect(listFindings(all, 'note')).toEqual([note])
  expect(listFindings(all, 'ignored')).toEqual([ignored])
})

test('the counts are the lengths of the lists', () => {
  const all = [error, note, ignored]
  for (const [filter, count] of Object.entries(countByFilter(all))) {
    expect(listFindings(all, filter as 'all')).toHaveLength(count)
  }
})

test('what a finding touches is a name, or counts by kind', () => {
  const network = networkOf(sketch('hub = a; hub -> b'))
  expect(touchesInWords(network, finding({}))).toBe('hub-to-a')
  expect(
    touchesInWords(network, finding({ at: [{ connector: 'c1' }, { broker: 'b1' }, { connector: 'c2' }] })),
  ).toBe('1 broker, 2 connectors')
})

test('only open findings with a fix are fixed together', () => {
  expect(fixableLike([error, ignored, note, finding({})], error)).toBe(1)
})
