import { expect, test } from 'vitest'
import { withExtra } from './withExtra.ts'

test('an attribute that is set again stays in its place', () => {
  expect(Object.entries(withExtra({ a: '1', b: '2' }, 'a', '3') ?? {})).toEqual([
    ['a', '3'],
    ['b', '2'],
  ])
})

test('the last one taken out leaves none', () => {
  expect(withExtra({ a: '1', b: '2' }, 'a', undefined)).toEqual({ b: '2' })
  expect(withExtra({ a: '1' }, 'a', undefined)).toBeNull()
})
