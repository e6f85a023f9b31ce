import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldMiddle } from './foldMiddle.ts'

test('a long host keeps its front and its port', () => {
  const parts = foldMiddle('b-8d1e0f7a-1111-2222-3333.mq.eu-west-1.example.com:61617', 20)
  expect(parts).toEqual({
    start: 'b-8d1e0f7a-1',
    middle: '111-2222-3333.mq.eu-west-1.example.c',
    end: 'om:61617',
  })
})

test('a text that is only a little too long is left whole', () => {
  expect(foldMiddle('abcdefgh', 6)).toEqual({ start: 'abcdefgh', middle: '', end: '' })
})

test('nothing is lost, and what is seen is never longer than asked', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.integer({ min: 6, max: 40 }),
      (text, most) => {
        const { start, middle, end } = foldMiddle(text, most)
        expect(start + middle + end).toBe(text)
        expect(middle === '' || Array.from(start + end).length === most).toBe(true)
      },
    ),
  )
})
