import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { folded } from './fold.ts'

test('a name that fits is whole, and a longer one keeps both its ends', () => {
  expect(folded('hub', 90, 13)).toBe('hub')
  const long = '118-christian-posta-jms-tester-broker_A1'
  expect(folded(long, 90, 13)).toMatch(/^118-ch?…k?er_A1$/)
  expect(folded(long, 1000, 13)).toBe(long)
})

test('[law] a folded name is never longer, and never less than can be read', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 0, max: 300 }), (name, width) => {
      const text = folded(name, width, 13)
      expect(Array.from(text).length).toBeLessThanOrEqual(Math.max(Array.from(name).length, 7))
      expect(Array.from(text).length).toBeGreaterThanOrEqual(Math.min(Array.from(name).length, 6))
    }),
  )
})
