import { EMPTY_DOCUMENT, type Edit } from '@meshwright/model'
import { expect, test } from 'vitest'
import { MOST_STEPS, record, redo, undo, type History } from './history.ts'

const START: History = { document: EMPTY_DOCUMENT, past: [], future: [] }
const rename = (name: string): Edit => ({ type: 'set-design', fields: { name } })

test('undo and redo lead to the same documents, by their names', () => {
  const one = record(START, rename('one'), 'rename to one')
  const two = record(one, rename('two'), 'rename to two')
  const back = undo(two)
  expect(back.document).toBe(one.document)
  expect(back.future.at(-1)?.label).toBe('rename to two')
  expect(redo(back).document).toBe(two.document)
  expect(redo(back).past.at(-1)?.label).toBe('rename to two')
})

test('edits of one gesture are one step, called what the last of them is called', () => {
  const first = record(START, rename('a'), 'move hub', 'drag 1')
  const last = record(first, rename('b'), 'move hub to eu-west-1', 'drag 1')
  expect(last.past).toHaveLength(1)
  expect(last.past[0]?.label).toBe('move hub to eu-west-1')
  expect(undo(last).document).toBe(START.document)
})

test('a gesture does not go on after it was undone', () => {
  const dragged = record(START, rename('a'), 'move', 'drag 1')
  const again = record(undo(dragged), rename('b'), 'move', 'drag 1')
  expect(again.past).toHaveLength(1)
  expect(undo(again).document).toBe(START.document)
})

test('an edit that changes nothing leaves no step', () => {
  expect(record(START, rename(EMPTY_DOCUMENT.design.name), 'nothing')).toBe(START)
})

test('a new edit ends what could be redone', () => {
  const undone = undo(record(START, rename('one'), 'one'))
  expect(record(undone, rename('two'), 'two').future).toEqual([])
})

test('the oldest steps go when there are too many', () => {
  let history = START
  for (let i = 0; i < MOST_STEPS + 20; i++) history = record(history, rename(`name ${i}`), `step ${i}`)
  expect(history.past).toHaveLength(MOST_STEPS)
  expect(history.past[0]?.label).toBe('step 20')
})
