import { parseDestination, type Destination } from '@meshwright/model'
import { expect, test } from 'vitest'
import { filtersInWords, tryFilters } from './tryFilters.ts'

const to = (text: string): Destination => parseDestination(text) as Destination

test('without lists everything crosses on demand', () => {
  expect(tryFilters({}, false, to('orders.eu'))).toEqual({
    crosses: true,
    reason: 'queue://orders.eu crosses where a consumer wants it: nothing excludes it.',
  })
})

test('excluded comes before static and dynamic', () => {
  const filters = { excluded: [to('orders.>')], static: [to('orders.eu')], dynamic: [to('orders.eu')] }
  expect(tryFilters(filters, false, to('orders.eu'))).toEqual({
    crosses: false,
    list: 'excluded',
    entry: to('orders.>'),
    reason: 'queue://orders.eu is excluded by queue orders.>.',
  })
})

test('static crosses although the dynamic list does not hold it', () => {
  const filters = { static: [to('orders.eu')], dynamic: [to('billing.>')] }
  expect(tryFilters(filters, false, to('orders.eu'))).toMatchObject({ crosses: true, list: 'static' })
})

test('a dynamic list lets its own cross and nothing else', () => {
  const filters = { dynamic: [to('orders.>')] }
  expect(tryFilters(filters, false, to('orders'))).toMatchObject({ crosses: true, entry: to('orders.>') })
  expect(tryFilters(filters, false, to('billing')).reason).toBe(
    'queue://billing is not dynamically included.',
  )
})

test('an entry of the other kind is named as the reason', () => {
  expect(tryFilters({ dynamic: [to('orders.>')] }, false, to('topic://orders.eu')).reason).toBe(
    'topic://orders.eu is not dynamically included: queue orders.> speaks of queues alone.',
  )
})

test('a pattern wider than every entry is not heard', () => {
  expect(tryFilters({ dynamic: [to('orders.eu')] }, false, to('orders.>'))).toEqual({
    crosses: false,
    reason: 'queue://orders.> is wider than queue orders.eu, so a consumer on it is not heard.',
  })
})

test('a static bridge forwards static entries alone', () => {
  expect(tryFilters({ static: [to('a')] }, true, to('b')).crosses).toBe(false)
  expect(tryFilters({ static: [to('a')] }, true, to('a')).crosses).toBe(true)
})

test('advisories cross only where they are statically included', () => {
  const advisory = to('topic://ActiveMQ.Advisory.Connection')
  expect(tryFilters({}, false, advisory).crosses).toBe(false)
  expect(tryFilters({ static: [advisory] }, false, advisory).crosses).toBe(true)
})

test.each([
  [{}, false, 'Everything crosses'],
  [{ dynamic: [to('orders.>')] }, false, 'Only orders.>'],
  [{ dynamic: [to('a'), to('b')], excluded: [to('c')] }, false, 'Only 2 entries, without c'],
  [{ excluded: [to('topic://>')] }, false, 'All but >'],
  [{ static: [to('a')] }, false, 'Everything, a always'],
  [{ static: [to('a')] }, true, 'Only a, always'],
  [{}, true, 'Nothing crosses'],
])('lists are told in a few words: %j', (filters, staticBridge, words) => {
  expect(filtersInWords(filters, staticBridge)).toBe(words)
})
