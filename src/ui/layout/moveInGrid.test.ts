import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveInGrid } from './moveInGrid.ts'

const size = { rows: 20, columns: 5 }
const at = { row: 10, column: 2 }

test('arrows go one cell, Page keys eight rows, Home and End along the row', () => {
  const keys = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End']
  expect(keys.map((key) => moveInGrid(at, key, size))).toEqual([
    { row: 10, column: 3 },
    { row: 10, column: 1 },
    { row: 11, column: 2 },
    { row: 9, column: 2 },
    { row: 18, column: 2 },
    { row: 2, column: 2 },
    { row: 10, column: 0 },
    { row: 10, column: 4 },
  ])
})

test('with Ctrl, Home and End go to the corners', () => {
  expect(moveInGrid(at, 'Home', size, true)).toEqual({ row: 0, column: 0 })
  expect(moveInGrid(at, 'End', size, true)).toEqual({ row: 19, column: 4 })
})

test('other keys are left to the page', () => {
  expect(moveInGrid(at, 'x', size)).toBeUndefined()
})

test('no key leaves the grid', () => {
  const keys = fc.constantFrom('ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'End')
  fc.assert(
    fc.property(fc.array(keys, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (presses, rows) => {
      const end = presses.reduce((place, key) => moveInGrid(place, key, { rows, columns: 4 }) ?? place, {
        row: 0,
        column: 0,
      })
      expect(end.row >= 0 && end.row < rows && end.column >= 0 && end.column < 4).toBe(true)
    }),
  )
})
