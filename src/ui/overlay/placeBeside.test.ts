import { assert, constantFrom, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { placeBeside } from './placeBeside.ts'

const WINDOW = { width: 1000, height: 600 }
const ANCHOR = { left: 400, top: 300, width: 40, height: 20 }
const WISH = { side: 'bottom', align: 'center', gap: 6 } as const

test('it lies on the wished side, in the middle of its anchor', () => {
  expect(placeBeside(ANCHOR, { width: 100, height: 24 }, WINDOW, WISH)).toEqual({ left: 370, top: 326 })
  expect(placeBeside(ANCHOR, { width: 100, height: 24 }, WINDOW, { ...WISH, side: 'left' })).toEqual({
    left: 294,
    top: 298,
  })
})

test('where the wished side has no room it lies on the opposite one', () => {
  const low = { ...ANCHOR, top: 575 }
  expect(placeBeside(low, { width: 100, height: 24 }, WINDOW, WISH).top).toBe(545)
})

test('at the edge of the window it is pushed back in', () => {
  const right = { ...ANCHOR, left: 980, width: 20 }
  expect(placeBeside(right, { width: 100, height: 24 }, WINDOW, WISH).left).toBe(892)
})

test('what fits into the window never lies over its edge, and never over its anchor where there is room above or below', () => {
  const length = integer({ min: 1, max: 200 })
  assert(
    property(
      record({
        left: integer({ min: 0, max: 800 }),
        top: integer({ min: 0, max: 400 }),
        width: length,
        height: length,
      }),
      record({ width: length, height: integer({ min: 1, max: 80 }) }),
      constantFrom('top', 'bottom'),
      constantFrom('start', 'center', 'end'),
      (anchor, size, side, align) => {
        const { left, top } = placeBeside(anchor, size, WINDOW, { side, align, gap: 6 })
        expect(left).toBeGreaterThanOrEqual(8)
        expect(top).toBeGreaterThanOrEqual(8)
        expect(left + size.width).toBeLessThanOrEqual(WINDOW.width - 8)
        expect(top + size.height).toBeLessThanOrEqual(WINDOW.height - 8)
        const below = WINDOW.height - anchor.top - anchor.height
        const hasRoom = Math.max(anchor.top, below) >= size.height + 14
        const isBeside = top >= anchor.top + anchor.height || top + size.height <= anchor.top
        expect(isBeside || !hasRoom).toBe(true)
      },
    ),
  )
})
