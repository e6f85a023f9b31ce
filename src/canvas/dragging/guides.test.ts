import { snap, type Box } from '@meshwright/model'
import { expect, test } from 'vitest'
import { guidesFor } from './guides.ts'

const card = (x: number, y: number): Box => ({ x, y, width: 150, height: 50 })
const pair = (x: number, y: number): Box => ({ x, y, width: 210, height: 100 })
const guide = (box: Box, others: readonly Box[], reach = 12) => guidesFor(box, others, reach, snap)

test('a card near the row of another is pulled into it, and one line says so', () => {
  const { shift, guides } = guide(card(400, 9), [card(0, 0)])
  expect(shift.y).toBe(-9)
  expect(guides).toEqual([{ kind: 'line', from: { x: -8, y: 25 }, to: { x: 558, y: 25 } }])
})

test('a card out of reach goes where the hand wants, on the grid', () => {
  expect(guide(card(402, 33), [card(0, 0)])).toEqual({ shift: { x: -2, y: -3 }, guides: [] })
})

test('cards of unlike size stand middle to middle, or share an edge', () => {
  expect(guide(card(400, 22), [pair(0, 0)]).guides).toMatchObject([{ kind: 'line', from: { y: 50 } }])
  expect(guide(card(400, 2), [pair(0, 0)]).guides).toMatchObject([{ kind: 'line', from: { y: 0 } }])
  expect(guide(card(400, 52), [pair(0, 0)]).guides).toMatchObject([{ kind: 'line', from: { y: 100 } }])
})

test('a card finds the gap that two others keep, on either side of them and in the middle', () => {
  const row = [card(0, 0), card(250, 0)]
  const gaps = (x: number, others = row) =>
    guide(card(x, 0), others).guides.filter(({ kind }) => kind === 'gap')
  expect(guide(card(508, 0), row).shift.x).toBe(-8)
  expect(gaps(508)).toEqual([
    { kind: 'gap', from: { x: 150, y: 25 }, to: { x: 250, y: 25 } },
    { kind: 'gap', from: { x: 400, y: 25 }, to: { x: 500, y: 25 } },
  ])
  expect(gaps(-245)).toHaveLength(2)
  expect(gaps(205, [card(0, 0), card(400, 0)])).toHaveLength(2)
  expect(gaps(600)).toEqual([])
})
