import { expect, test } from 'vitest'
import { effectWords, reachEffectWords } from './useReachEffect.ts'

test.each([
  [{ better: 0, worse: 0, moreCopies: 0 }, 'nobody reaches more or less than before.'],
  [{ better: 10, worse: 0, moreCopies: 0 }, '10 pairs get better, none worse.'],
  [{ better: 1, worse: 2, moreCopies: 3 }, '1 pair gets better, 2 worse, 3 may get more copies.'],
  [{ better: 0, worse: 1, moreCopies: 0 }, 'no pair gets better, 1 worse.'],
])('%j is told as: %s', (compared, words) => {
  expect(effectWords(compared)).toBe(words)
})

test('what a change does to the other kind is said where it hurts', () => {
  const better = { better: 2, worse: 0, moreCopies: 0 }
  const hurt = { better: 0, worse: 0, moreCopies: 1 }
  const orders = { kind: 'queue', name: 'orders' } as const
  expect(reachEffectWords({ own: better, other: better }, orders)).toHaveLength(1)
  expect(reachEffectWords({ own: better, other: hurt }, orders)).toEqual([
    'For queue://orders: 2 pairs get better, none worse.',
    'For topics: no pair gets better, none worse, 1 may get more copies.',
  ])
})
