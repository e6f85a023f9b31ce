import { expect, test } from 'vitest'
import { suggest } from './suggest.ts'

const names = (typed: string, ...values: string[]) =>
  suggest(
    values.map((value) => ({ value })),
    typed,
  ).map(({ value }) => value)

test('beginnings come first, then beginnings of parts, then the rest', () => {
  expect(names('pay', 'repay', 'eu.payments', 'payments', 'orders')).toEqual([
    'payments',
    'eu.payments',
    'repay',
  ])
})

test('the detail is found too, last', () => {
  const regions = [
    { value: 'eu-west-1', detail: 'Ireland' },
    { value: 'ireland.orders', detail: undefined },
  ]
  expect(suggest(regions, 'ireland').map(({ value }) => value)).toEqual(['ireland.orders', 'eu-west-1'])
})

test('nothing typed finds everything, in the order given', () => {
  expect(names('  ', 'b', 'a')).toEqual(['b', 'a'])
})
