import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlap } from './geometry.ts'
import { createNearby } from './nearby.ts'

const box = fc.record({
  x: fc.integer({ min: -900, max: 900 }),
  y: fc.integer({ min: -900, max: 900 }),
  width: fc.integer({ min: 1, max: 450 }),
  height: fc.integer({ min: 1, max: 450 }),
})

test('who is near is told as if each box were looked at', () => {
  fc.assert(
    fc.property(
      fc.array(box, { maxLength: 12 }),
      box,
      fc.integer({ min: 0, max: 60 }),
      (boxes, asked, space) => {
        expect(createNearby(boxes).isNear(asked, space)).toBe(
          boxes.some((other) => overlap(asked, other, space)),
        )
      },
    ),
  )
})
