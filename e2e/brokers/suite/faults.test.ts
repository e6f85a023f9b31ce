import { expect, test } from 'vitest'
import { checksThatSaySo, faults, notShown } from './faults.ts'

test('every check that speaks of brokers that do not start or connectors that do not connect is run on real brokers', () => {
  const accounted = [...faults.map(({ check }) => check), ...Object.keys(notShown)]
  expect(accounted.toSorted()).toEqual(
    checksThatSaySo()
      .map(({ id }) => id)
      .toSorted(),
  )
})

test('what is not run says why, in a sentence', () => {
  for (const reason of Object.values(notShown)) expect(reason).toMatch(/^[A-Z].*\.$/)
})
