import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffLines } from './diffLines.ts'

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 })

test('the changes lead from one text to the other', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const changes = diffLines(before, after)
      const old = changes.flatMap((change) => (change.kind === 'added' ? [] : [before[change.before]]))
      const now = changes.flatMap((change) => (change.kind === 'removed' ? [] : [after[change.after]]))
      expect(old).toEqual(before)
      expect(now).toEqual(after)
    }),
  )
})

test('lines that are the same stay', () => {
  fc.assert(
    fc.property(lines, (text) => {
      expect(diffLines(text, text).every(({ kind }) => kind === 'same')).toBe(true)
    }),
  )
})

test('a line put in between is one added line', () => {
  const kinds = diffLines(['a', 'b', 'c'], ['a', 'x', 'b', 'c']).map(({ kind }) => kind)
  expect(kinds).toEqual(['same', 'added', 'same', 'same'])
})

test('no shorter way is overlooked', () => {
  const changes = diffLines('a b c a b b a'.split(' '), 'c b a b a c'.split(' '))
  expect(changes.filter(({ kind }) => kind !== 'same')).toHaveLength(5)
})

test('very long texts that have nothing in common are replaced as a whole', () => {
  const before = Array.from({ length: 3000 }, (_, index) => `a${index}`)
  const after = Array.from({ length: 3000 }, (_, index) => `b${index}`)
  expect(diffLines(before, after)).toHaveLength(6000)
})
