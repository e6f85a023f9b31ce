import { EMPTY_DOCUMENT, type Document } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from 'vitest'
import { elementIdOf, placeEdit, resizeEdit, selectionAfter } from './fromFlow.ts'

const DOCUMENT: Document = {
  ...EMPTY_DOCUMENT,
  design: sketch('region one: a, b; c = a'),
  layout: {
    brokers: { b1: { x: 20, y: 60 }, b2: { x: 220, y: 60 }, b3: { x: 600, y: 0 } },
    regions: { r1: { x: 0, y: 0, width: 400, height: 200 } },
    notes: {},
  },
}

test('heads of regions and legs of connectors stand for their element', () => {
  expect(['b1', 'r1', 'r1:head', 'c4', 'c4>b2', 'nonsense'].map(elementIdOf)).toEqual([
    'b1',
    'r1',
    'r1',
    'c4',
    'c4',
    undefined,
  ])
})

test('the selection follows the drawing, and stays the same list where nothing changed', () => {
  const selection = ['b1', 'c1'] as const
  expect(selectionAfter(selection, [{ type: 'select', id: 'b1', selected: true }])).toBe(selection)
  expect(
    selectionAfter(selection, [
      { type: 'select', id: 'b1', selected: false },
      { type: 'select', id: 'r1:head', selected: true },
    ]),
  ).toEqual(['c1', 'r1'])
})

test('a dragged card lands on the grid', () => {
  expect(placeEdit(DOCUMENT, [{ type: 'position', id: 'b3', position: { x: 633, y: 14 } }])).toEqual({
    type: 'place',
    brokers: { b3: { x: 630, y: 10 } },
    regions: {},
    notes: {},
  })
})

test('a region takes its brokers along in one edit', () => {
  expect(placeEdit(DOCUMENT, [{ type: 'position', id: 'r1:head', position: { x: 100, y: 50 } }])).toEqual({
    type: 'place',
    brokers: { b1: { x: 120, y: 110 }, b2: { x: 320, y: 110 } },
    regions: { r1: { x: 100, y: 50, width: 400, height: 200 } },
    notes: {},
  })
})

test('a broker that is dragged together with its region moves once', () => {
  const edit = placeEdit(DOCUMENT, [
    { type: 'position', id: 'r1:head', position: { x: 100, y: 50 } },
    { type: 'position', id: 'b1', position: { x: 120, y: 110 } },
  ])
  expect(edit?.brokers?.b1).toEqual({ x: 120, y: 110 })
})

test('where nothing moves there is no edit', () => {
  expect(placeEdit(DOCUMENT, [{ type: 'position', id: 'b3', position: { x: 601, y: 2 } }])).toBeUndefined()
  expect(placeEdit(DOCUMENT, [{ type: 'select', id: 'b3', selected: true }])).toBeUndefined()
})

test('a region never gets smaller than what it holds', () => {
  const edit = resizeEdit(DOCUMENT, [
    { type: 'dimensions', id: 'r1', resizing: true, dimensions: { width: 100, height: 80 } },
  ])
  expect(edit?.regions?.r1).toEqual({ x: 0, y: 0, width: 378, height: 122 })
})

test('what React Flow only measures is no change', () => {
  expect(
    resizeEdit(DOCUMENT, [{ type: 'dimensions', id: 'r1', dimensions: { width: 10, height: 10 } }]),
  ).toBeUndefined()
})
