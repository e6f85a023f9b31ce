import { EMPTY_DOCUMENT, type Document } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { describe, expect, test } from 'vitest'
import { applyFixes } from './applyFixes.ts'

const COUNT = 120
const text = Array.from({ length: COUNT }, (_, index) => `a${index} = b${index} { networkTTL=0 }`).join('; ')
const MANY: Document = { ...EMPTY_DOCUMENT, design: sketch(text) }

function withoutReach({ design }: Document): readonly string[] {
  return design.connectors.flatMap(({ id, settings }) => (settings.networkTtl === 0 ? [id] : []))
}

describe('fixes that have nothing to do with each other', () => {
  test('are applied many at a time', () => {
    let asked = 0
    const { document, applied, left } = applyFixes(MANY, ['ttl-zero'], () => ++asked > 0)
    expect([applied.length, left.length, withoutReach(document).length]).toEqual([COUNT, 0, 0])
    expect(asked).toBeLessThan(20)
  })

  test('are passed over alone where one of them cannot be kept', () => {
    const kept = withoutReach(MANY)[77] ?? ''
    const { document, applied, refused } = applyFixes(MANY, ['ttl-zero'], (fixed) =>
      withoutReach(fixed).includes(kept),
    )
    expect([applied.length, refused.length]).toEqual([COUNT - 1, 1])
    expect(withoutReach(document)).toEqual([kept])
  })
})
