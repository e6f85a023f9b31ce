import { expect, test } from 'vitest'
import { nextSorting, sortRows } from './sortRows.ts'

const by = (rows: readonly (string | number | undefined)[], direction: 'ascending' | 'descending') =>
  sortRows(rows, (row) => row, direction)

test('numbers in names count as numbers, and capitals do not matter', () => {
  expect(by(['b10', 'B2', 'a'], 'ascending')).toEqual(['a', 'B2', 'b10'])
})

test('what is not there stands last in both directions', () => {
  expect(by([undefined, 2, 1], 'ascending')).toEqual([1, 2, undefined])
  expect(by([undefined, 2, 1], 'descending')).toEqual([2, 1, undefined])
})

test('a head is pressed up, down and back to the order of the drawing', () => {
  const up = nextSorting(undefined, 'name')
  const down = nextSorting(up, 'name')
  expect([up, down, nextSorting(down, 'name')]).toEqual([
    { column: 'name', direction: 'ascending' },
    { column: 'name', direction: 'descending' },
    undefined,
  ])
  expect(nextSorting(down, 'ttl')).toEqual({ column: 'ttl', direction: 'ascending' })
})
