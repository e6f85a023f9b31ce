import { EMPTY_DOCUMENT } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeNear, grownFor, overlaps, regionAt } from './geometry.ts'

const document = {
  ...EMPTY_DOCUMENT,
  design: sketch('region outer: a; region inner'),
  layout: {
    brokers: { b1: { x: 0, y: 0 } },
    regions: { r1: { x: 0, y: 0, width: 400, height: 400 }, r2: { x: 100, y: 100, width: 100, height: 100 } },
    notes: {},
  },
}

test('of regions that lie over each other the smallest is meant', () => {
  expect(regionAt(document, { x: 150, y: 150 })).toBe('r2')
  expect(regionAt(document, { x: 50, y: 50 })).toBe('r1')
  expect(regionAt(document, { x: 500, y: 50 })).toBeUndefined()
})

test('a new card never covers another', () => {
  const size = { width: 148, height: 52 }
  fc.assert(
    fc.property(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 }), (x, y) => {
      const at = freeNear(document, { x, y }, size)
      expect(overlaps({ ...at, ...size }, { x: 0, y: 0, width: 148, height: 52 })).toBe(false)
    }),
  )
})

test('a region that already has room stays the same object', () => {
  const region = { x: 0, y: 0, width: 400, height: 400 }
  expect(grownFor(region, { x: 100, y: 100, width: 148, height: 52 })).toBe(region)
})
