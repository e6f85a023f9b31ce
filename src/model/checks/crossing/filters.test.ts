import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesName } from '../../network/wildcards.ts'
import { covers, intersection, sharedKinds } from './filters.ts'
import { sketch } from '../sketch.ts'

const part = fc.constantFrom('a', 'b')
const name = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'))
const pattern = fc
  .tuple(fc.array(fc.oneof(part, fc.constant('*')), { maxLength: 3 }), fc.boolean())
  .map(([parts, open]) => (open || parts.length === 0 ? [...parts, '>'] : parts).join('.'))
const queue = (text: string) => ({ kind: 'queue', name: text }) as const

test('a name is in the intersection of two patterns where it is in both', () => {
  fc.assert(
    fc.property(pattern, pattern, name, (a, b, one) => {
      const both = intersection(queue(a), queue(b))
      expect(both !== undefined && matchesName(both.name, one)).toBe(
        matchesName(a, one) && matchesName(b, one),
      )
    }),
    { numRuns: 500 },
  )
})

test('a pattern covers another where it has every name of it', () => {
  const names: string[] = []
  const grow = (parts: readonly string[]) => {
    if (parts.length > 0) names.push(parts.join('.'))
    // Two parts more than any pattern has, with a word that no pattern holds.
    if (parts.length < 5) for (const next of ['a', 'b', 'z']) grow([...parts, next])
  }
  grow([])
  fc.assert(
    fc.property(pattern, pattern, (wide, narrow) => {
      const all = names.every((one) => !matchesName(narrow, one) || matchesName(wide, one))
      expect({ wide, narrow, covers: covers(queue(wide), queue(narrow)) }).toEqual({
        wide,
        narrow,
        covers: all,
      })
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['a -> b; a -> b { name=two }', ['queue', 'topic']],
  ['a -> b { excluded=topic://> }; a -> b { name=two excluded=queue://> }', []],
  ['a -> b { dynamic=queue://orders.> }; a -> b { name=two dynamic=queue://orders.eu }', ['queue']],
  ['a -> b { dynamic=queue://orders.> }; a -> b { name=two excluded=queue://orders.> }', []],
  ['a -> b { staticBridge=true static=queue://x }; a -> b { name=two excluded=topic://> }', ['queue']],
])('%s share %j', (text, kinds) => {
  const [one, two] = sketch(text).connectors
  expect(one && two && sharedKinds(one, two)).toEqual(kinds)
})
