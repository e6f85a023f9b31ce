import { expect, test } from 'vitest'
import { findByTyping, moveInList } from './listMoves.ts'

const rows = [
  { label: 'Amazon MQ 5.19' },
  { label: 'Amazon MQ 5.18', disabled: true },
  { label: 'ActiveMQ 6.1' },
  { label: 'Broker' },
]

test('arrows pass over what is disabled and stop at the ends', () => {
  expect(moveInList(rows, 0, 'ArrowDown')).toBe(2)
  expect(moveInList(rows, 2, 'ArrowUp')).toBe(0)
  expect(moveInList(rows, 3, 'ArrowDown')).toBe(3)
  expect(moveInList(rows, 0, 'ArrowUp')).toBe(0)
})

test('without an active row, down begins at the top and up at the bottom', () => {
  expect(moveInList(rows, -1, 'ArrowDown')).toBe(0)
  expect(moveInList(rows, -1, 'ArrowUp')).toBe(3)
})

test('Home, End and the Page keys land on rows that can be chosen', () => {
  expect(['Home', 'End', 'PageDown', 'PageUp'].map((key) => moveInList(rows, 2, key))).toEqual([0, 3, 3, 0])
})

test('a list with nothing to choose has nowhere to go', () => {
  const none = [{ label: 'a', disabled: true }]
  expect(['ArrowDown', 'Home', 'End', 'x'].map((key) => moveInList(none, -1, key))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('typing finds by the beginning, whatever the case, and skips what is disabled', () => {
  expect(findByTyping(rows, 0, 'BR')).toBe(3)
  expect(findByTyping(rows, 0, 'amazon mq 5.18')).toBeUndefined()
  expect(findByTyping(rows, 0, 'x')).toBeUndefined()
})

test('the same letter again goes on to the next row with it', () => {
  expect(findByTyping(rows, 0, 'a')).toBe(2)
  expect(findByTyping(rows, 2, 'aa')).toBe(0)
})

test('a word typed on stays on the row it has found', () => {
  expect(findByTyping(rows, 2, 'act')).toBe(2)
})
