import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TemplateNode, TemplateScalar } from './templateNode.ts'
import { readTemplateTree } from './templateTree.ts'

const scalarsOf = (node: TemplateNode | undefined): readonly TemplateScalar[] => {
  if (!node) return []
  if (node.kind === 'scalar') return [node]
  if (node.kind === 'list') return node.items.flatMap((item) => scalarsOf(item))
  return node.entries.flatMap(([, value]) => scalarsOf(value))
}

test.each([`- "`, `- '`, `Data: "cut`, `a:\n- b: 'cut`, `{ a: "`])(
  'a quote that the file ends in is read to the end: %s',
  (text) => {
    expect(scalarsOf(readTemplateTree(text)).at(-1)?.value).toMatch(/^(cut)?$/)
  },
)

test('escapes, doubled quotes and folded lines give the texts that YAML says', () => {
  const text = String.raw`[ "a\n\u0041\x42\"", 'it''s', plain ]`
  expect(scalarsOf(readTemplateTree(text)).map(({ value }) => value)).toEqual(['a\nAB"', "it's", 'plain'])
  expect(scalarsOf(readTemplateTree('a: "one\n  two\n\n  three \\\n  four"'))[0]?.value).toBe(
    'one two\nthree four',
  )
})

const PIECES = "a|b: |- |\n|\n  |\n    |\r\n|\"|'|''|\\n|\\|\\\n |\\u0041|>-|{|}|[|]|,|:|#| # c|!Sub |é|x y"
  .split('|')
  .concat('|', '|2')

test('whatever is in it, reading ends, and every character of a text has its place in the file', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }), (pieces) => {
      const text = pieces.join('')
      for (const { value, places } of scalarsOf(readTemplateTree(text))) {
        expect(places).toHaveLength(value.length + 1)
        for (const place of places) {
          expect(place).toBeGreaterThanOrEqual(0)
          expect(place).toBeLessThanOrEqual(text.length)
        }
      }
    }),
    { numRuns: 2000 },
  )
})
