import { describe, expect, test } from 'vitest'
import { isPattern, matchesName, overlaps } from './wildcards.ts'

/** Filter, what a consumer listens to or a message is sent to, and whether a broker takes it. */
const MEASURED: readonly (readonly [string, string, boolean])[] = [
  ['A.>', 'A.B', true],
  ['A.>', 'A', true],
  ['A.>', 'A.>', true],
  ['A.>', '*.B', true],
  ['A.*', 'A.>', true],
  ['>', 'A.>', true],
  ['A.B', 'A.>', false],
  ['A.>', '>', false],
  ['A.*', 'A', false],
  ['A.*', 'A.B.C', false],
  ['*.B', 'A.B', true],
  ['A.>.>', 'A.B', true],
]

test.each(MEASURED)('%s takes %s: %s (measured on 5.17.2)', (pattern, name, isTaken) => {
  expect(matchesName(pattern, name)).toBe(isTaken)
})

test('a > in the middle of a name is an ordinary part', () => {
  expect(isPattern('A.>.B')).toBe(false)
  expect(matchesName('A.>.B', 'A.C.B')).toBe(false)
  expect(isPattern('A.>')).toBe(true)
  expect(isPattern('*.B')).toBe(true)
})

function both(a: string, b: string): boolean {
  return overlaps({ kind: 'queue', name: a }, { kind: 'queue', name: b })
}

describe('two patterns', () => {
  test('overlap where some name fits both', () => {
    expect(both('A.*', '*.B')).toBe(true)
    expect(both('A.>', 'A')).toBe(true)
    expect(both('A.>', 'B.>')).toBe(false)
    expect(both('A.*', 'A.B.C')).toBe(false)
  })

  test('of different kinds never do', () => {
    expect(overlaps({ kind: 'queue', name: '>' }, { kind: 'topic', name: '>' })).toBe(false)
  })
})
