import { expect, test } from 'vitest'
import { scrollTo, spanInSight } from './windowOf.ts'

test('what is in sight is drawn with a few cells beyond, within the table', () => {
  expect(spanInSight(200, 30, 0, 300)).toEqual({ start: 0, end: 16 })
  expect(spanInSight(200, 30, 3000, 300)).toEqual({ start: 94, end: 116 })
  expect(spanInSight(200, 30, 5700, 300)).toEqual({ start: 184, end: 200 })
  expect(spanInSight(5, 30, 900, 300)).toEqual({ start: 5, end: 5 })
})

test('a cell in sight stays where it is, one outside is brought to the nearer edge', () => {
  expect(scrollTo(3, 30, 0, 300)).toBe(0)
  expect(scrollTo(12, 30, 0, 300)).toBe(90)
  expect(scrollTo(2, 30, 300, 300)).toBe(60)
})
