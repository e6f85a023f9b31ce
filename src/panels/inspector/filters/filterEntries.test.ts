import { describe, expect, test } from 'vitest'
import { entryTrouble, matchesInWords, readEntry, splitComposite } from './filterEntries.ts'

const queue = (name: string) => ({ kind: 'queue', name }) as const

describe('reading an entry', () => {
  test('a name takes the kind that is chosen, a written kind wins', () => {
    expect(readEntry(' orders.> ', 'topic')).toEqual({ kind: 'topic', name: 'orders.>' })
    expect(readEntry('queue://orders.>', 'topic')).toEqual(queue('orders.>'))
  })
  test('nothing typed is no entry', () => {
    expect(readEntry('   ', 'queue')).toBeUndefined()
  })
})

test.each([
  ['orders', 'The queue orders alone.'],
  ['orders.>', 'orders and everything below.'],
  ['>', 'Every queue.'],
  ['*', 'Every queue whose name has a single part.'],
  ['*.*', 'Every queue whose name has 2 parts.'],
  ['*.>', 'Every queue with at least one part in its name.'],
  ['orders.*', 'Everything one part below orders.'],
  ['orders.*.eu', 'orders.*.eu, with any word in place of each *.'],
])('%s is told as: %s', (name, words) => {
  expect(matchesInWords(queue(name))).toBe(words)
})

test.each([
  ['', 'An entry without a name'],
  ['a,b', 'A comma does not make two entries'],
  [' a', 'A blank at the start'],
  ['a..b', 'Two dots in a row'],
  ['a.>.b', '> stands for the rest'],
  ['ord*', '* and > stand for whole parts'],
])('"%s" is told to be: %s', (name, start) => {
  expect(entryTrouble(queue(name), [])).toMatch(new RegExp(`^${start.replace(/[*>]/g, String.raw`\$&`)}`))
})

test('an entry that stands beside its like is told to be there twice', () => {
  expect(entryTrouble(queue('a'), [queue('a')])).toBe('This entry is there twice.')
  expect(entryTrouble(queue('a'), [{ kind: 'topic', name: 'a' }])).toBeUndefined()
})

test('a comma list falls into entries, each with its own kind', () => {
  expect(splitComposite(queue('a, topic://b,'))).toEqual([queue('a'), { kind: 'topic', name: 'b' }])
  expect(splitComposite(queue('a'))).toBeUndefined()
})
