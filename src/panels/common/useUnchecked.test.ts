import { expect, test } from 'vitest'
import { leftInWords } from './useUnchecked.ts'

test('what has not run is named, with one full stop at the end', () => {
  expect(leftInWords(['Messages get stuck.', 'Topics arrive twice.'])).toBe(
    '2 checks have not run: Messages get stuck; Topics arrive twice.',
  )
  expect(leftInWords(['Messages get stuck.'])).toBe('1 check has not run: Messages get stuck.')
})
