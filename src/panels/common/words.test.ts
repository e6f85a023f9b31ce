import { expect, test } from 'vitest'
import { counted, inSentence, listed } from './words.ts'

test('one is singular, all else is plural, and thousands stand apart', () => {
  expect([counted(1, 'broker'), counted(0, 'broker'), counted(2048, 'character')]).toEqual([
    '1 broker',
    '0 brokers',
    '2,048 characters',
  ])
})

test('a list ends with "and", and a long one with a count', () => {
  expect(listed(['a'])).toBe('a')
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c')
  expect(listed(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more')
})

test('a label in a sentence begins small, but abbreviations stay', () => {
  expect(['Network TTL', 'JMX', 'One route per queue consumer'].map(inSentence)).toEqual([
    'network TTL',
    'JMX',
    'one route per queue consumer',
  ])
})
