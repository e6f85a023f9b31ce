import { expect, test } from 'vitest'
import { common, editAll, mixedWords } from './multiEdit.ts'

const connectors = [
  { id: 'c1', ttl: 1 },
  { id: 'c2', ttl: 2 },
  { id: 'c3', ttl: 2 },
] as const

test('elements that agree have one value', () => {
  expect(common(connectors.slice(1), ({ ttl }) => ttl)).toEqual({ kind: 'same', value: 2 })
})

test('elements that differ list each value once, the most frequent first', () => {
  expect(common(connectors, ({ ttl }) => ttl)).toEqual({ kind: 'mixed', values: [2, 1] })
})

test('a change to several is one step that touches only those that differ', () => {
  expect(
    editAll('Set network TTL', connectors, ({ id, ttl }) =>
      ttl === 2 ? undefined : { type: 'set-settings', id, settings: { networkTtl: 2 } },
    ),
  ).toEqual({
    type: 'batch',
    label: 'Set network TTL',
    edits: [{ type: 'set-settings', id: 'c1', settings: { networkTtl: 2 } }],
  })
})

test('a change that changes nothing is none', () => {
  expect(editAll('Nothing', connectors, () => undefined)).toBeUndefined()
})

test.each([
  [1, undefined],
  [2, '0 or 1'],
  [4, '0, 1 or 2 more'],
])('%i different values are named, most frequent first, and counted past two', (count, words) => {
  const values = common([...Array.from({ length: count }).keys()], (value) => value)
  expect(mixedWords(values, String)).toBe(words)
})
