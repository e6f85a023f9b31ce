import { expect, test } from 'vitest'
import { counted, foldMiddle, listed } from './words.ts'

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

test('a folded text keeps both ends and the length asked for', () => {
  expect(foldMiddle('b-8d1e3f00-1.mq.eu-west-1.amazonaws.com', 15)).toBe('b-8d1e3…aws.com')
  expect(foldMiddle('short', 15)).toBe('short')
})
