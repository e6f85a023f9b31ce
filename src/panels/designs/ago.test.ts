import { expect, test } from 'vitest'
import { ago } from './ago.ts'

const NOW = Date.UTC(2026, 10, 22, 12)

test.each([
  [20, 'just now'],
  [120, '2 minutes ago'],
  [3 * 3600, '3 hours ago'],
  [26 * 3600, 'yesterday'],
  [4 * 86_400, '4 days ago'],
  [30 * 86_400, 'Oct 23, 2026'],
])('%i seconds ago is: %s', (seconds, words) => {
  expect(ago(NOW - seconds * 1000, NOW)).toBe(words)
})

test('a clock that was set back does not speak of the future', () => {
  expect(ago(NOW + 5000, NOW)).toBe('just now')
})
