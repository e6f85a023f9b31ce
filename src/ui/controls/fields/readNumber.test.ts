import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumber, stepNumber, writeNumber } from './readNumber.ts'

test('numbers are read the way people type them', () => {
  const typed = ['2', ' 2 ', '2 hops', '1,000', '1 000', '1_000', '-1', '−1', '+3', '0', '-0', '30000ms']
  expect(typed.map((text) => readNumber(text))).toEqual(
    [2, 2, 2, 1000, 1000, 1000, -1, -1, 3, 0, 0, 30000].map((value) => ({ value })),
  )
})

test('what is not a number gets a sentence', () => {
  const typed = ['', 'two', '1.2.3', '--1', '1e3x4', '1-2']
  expect(typed.map((text) => readNumber(text))).toEqual(
    typed.map(() => ({ problem: 'Type a whole number.' })),
  )
})

test('a fraction is refused where whole numbers are asked for, and taken elsewhere', () => {
  expect(readNumber('1.5')).toEqual({ problem: 'Type a whole number.' })
  expect(readNumber('1.5', { allowFraction: true })).toEqual({ value: 1.5 })
})

test('a number outside the limits is refused with the limits, not pulled in', () => {
  expect(readNumber('0', { min: 1 })).toEqual({ problem: 'Type 1 or more.' })
  expect(readNumber('9', { max: 5 })).toEqual({ problem: 'Type 5 or less.' })
  expect(readNumber('9', { min: -1, max: 5 })).toEqual({ problem: 'Type a number from -1 to 5.' })
})

test('a number too large to be exact is refused', () => {
  expect(readNumber('99999999999999999999')).toEqual({ problem: 'That number is too large.' })
})

test('every whole number that is written can be read again', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      expect(readNumber(writeNumber(value))).toEqual({ value: value === 0 ? 0 : value })
    }),
  )
})

test('a step stays inside the limits and starts from the lowest value', () => {
  expect(stepNumber(1, 1, { max: 1 })).toBe(1)
  expect(stepNumber(0, -1, { min: -1 })).toBe(-1)
  expect(stepNumber(undefined, 1, { min: 1 })).toBe(1)
  expect(stepNumber(undefined, 1)).toBe(0)
})

test('thousands are set apart where a number counts, and not where it names a thing', () => {
  expect(writeNumber(61617)).toBe('61,617')
  expect(writeNumber(61617, true)).toBe('61617')
})
