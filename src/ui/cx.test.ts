import { expect, test } from 'vitest'
import { cx } from './cx.ts'

test('cx joins what is there and leaves out what is not', () => {
  expect(cx('card', undefined, false, '', null, 'open')).toBe('card open')
})

test('cx of nothing is the empty string', () => {
  expect(cx(undefined)).toBe('')
})
