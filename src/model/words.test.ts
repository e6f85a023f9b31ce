import { expect, test } from 'vitest'
import { clipped, counted, listed, numeral, spelled } from './words.ts'

test('thousands stand apart, whole or not', () => {
  expect([0, 999, 1000, 1234567, -1000, 0.5, 1234.5678].map(numeral)).toEqual([
    '0',
    '999',
    '1,000',
    '1,234,567',
    '-1,000',
    '0.5',
    '1,234.5678',
  ])
  expect([counted(1, 'hop'), counted(1000, 'hop'), counted(2, 'entry', 'entries')]).toEqual([
    '1 hop',
    '1,000 hops',
    '2 entries',
  ])
})

test('a list tells so many, and counts the rest', () => {
  const names = ['a', 'b', 'c', 'd', 'e']
  expect([0, 1, 2, 4, 5].map((count) => listed(names.slice(0, count)))).toEqual([
    '',
    'a',
    'a and b',
    'a, b, c and d',
    'a, b, c and 2 more',
  ])
})

test('a name in a sentence stays on a line, whatever it holds', () => {
  expect(clipped('x'.repeat(10_000))).toBe(`${'x'.repeat(57)}…`)
  expect(clipped('abc\u202Edef\u2066\n\tghi\u0000')).toBe('abc def ghi')
  expect(clipped(`${'x'.repeat(56)}${'\u{1F600}'.repeat(10)}`)).toBe(`${'x'.repeat(56)}…`)
  expect(spelled('\u200B\u200F')).toBe('""')
})
