import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sizeAfterDrag, sizeAfterKey, type Grows } from './resizeStep.ts'

const limits = { min: 100, max: 400 }

test('the arrow that points where the panel grows makes it larger', () => {
  expect(sizeAfterKey(200, 'ArrowLeft', false, 'left', limits)).toBe(216)
  expect(sizeAfterKey(200, 'ArrowUp', true, 'up', limits)).toBe(264)
  expect(sizeAfterKey(200, 'ArrowRight', false, 'left', limits)).toBe(184)
})

test('keys across the handle, and other keys, are left to the page', () => {
  expect(sizeAfterKey(200, 'ArrowUp', false, 'left', limits)).toBeUndefined()
  expect(sizeAfterKey(200, 'a', false, 'left', limits)).toBeUndefined()
})

test('Home and End go to the limits', () => {
  expect([
    sizeAfterKey(200, 'Home', false, 'up', limits),
    sizeAfterKey(200, 'End', false, 'up', limits),
  ]).toEqual([100, 400])
})

test('a panel at the right grows when its edge is dragged to the left', () => {
  expect(sizeAfterDrag(300, { x: -40, y: 9 }, 'left', limits)).toBe(340)
})

test('no drag leaves the limits', () => {
  const ways = fc.constantFrom<Grows>('left', 'right', 'up', 'down')
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: -5000, max: 5000 }), ways, (by, grows) => {
      const size = sizeAfterDrag(200, { x: by, y: by }, grows, limits)
      expect(size >= limits.min && size <= limits.max).toBe(true)
    }),
  )
})
