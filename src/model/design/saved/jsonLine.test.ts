import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonLine } from './jsonLine.ts'

test.each([
  ['{\n "a": 1\n "b": 2\n}', 3],
  ['{\n "a": [1,\n 2,]\n}', 3],
  ['{\n "a": tru\n}', 2],
  ['{ "a":\n\n', 1],
  ['{}\n{}', 2],
  ['[1\n}', 2],
  ['{"a": "un\nclosed"}', 1],
  ['{"a": 01}', 1],
  ["{\n'a': 1}", 2],
])('the line of the fault in %j is %i', (text, line) => {
  expect(jsonLine(text)).toBe(line)
})

test('what parses has no fault before its last line', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const pretty = JSON.stringify(JSON.parse(text), null, 1)
      expect(jsonLine(pretty)).toBe(pretty.split('\n').length)
      expect(jsonLine(`${pretty}\n?`)).toBe(pretty.split('\n').length + 1)
    }),
  )
})
