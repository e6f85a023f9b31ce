import { expect, test } from 'vitest'
import { beginsFilledIn, isFilledIn, withoutMarks } from './filledIn.ts'
import { hostTrouble } from './addressTrouble.ts'

test.each(['${x}', 'a-#{y}', 'h-&y;', '{{ hostvars[h]["ip"] }}', '{% if x %}', 'h-<%= @name %>'])(
  '%s is filled in before a broker reads it',
  (text) => {
    expect(isFilledIn(text)).toBe(true)
    expect(hostTrouble(text)).toBeUndefined()
    expect(withoutMarks(text)).not.toMatch(/[{}<>%&]/)
  },
)

test.each(['my_host', 'a&amp;', 'a b', '{x}', '<x>', '%>'])('%s is not', (text) => {
  expect(isFilledIn(text)).toBe(false)
  expect(hostTrouble(text)).toBeDefined()
})

test('what begins with such a part is told from what only holds one', () => {
  expect(['${x}:(a)', '{{ x }}', '<%= x %>'].map(beginsFilledIn)).toEqual([true, true, true])
  expect(['static:(${x})', '{x}', ''].map(beginsFilledIn)).toEqual([false, false, false])
})
