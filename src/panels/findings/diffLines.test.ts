import { networkOf, type Design } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { diffXml } from '@meshwright/model/xml'
import { expect, test } from 'vitest'
import { changeCounts, changedLines } from './diffLines.ts'

const before = sketch('hub = a; hub = b')
const after: Design = {
  ...before,
  connectors: before.connectors.map((each) =>
    each.id === 'c2' ? { ...each, settings: { ...each.settings, networkTtl: 2 } } : each,
  ),
}

test('the added line stands under the connector it belongs to, and nothing of the others is shown', () => {
  const [file] = diffXml(before, after)
  if (!file) throw new Error('a line changes')
  const lines = changedLines(file)
  const texts = lines.map(
    ({ spans, change }) =>
      `${change === 'added' ? '+' : ''}${typeof spans === 'string' ? spans : spans.map(({ text }) => text).join('')}`,
  )
  expect(texts.some((text) => text.includes('name="hub-to-a"'))).toBe(false)
  expect(texts.filter((text) => text.startsWith('+'))).toEqual([expect.stringContaining('networkTTL="2"')])
  expect(texts.findIndex((text) => text.startsWith('<networkConnector'))).toBeLessThan(
    texts.findIndex((text) => text.startsWith('+')),
  )
  expect(networkOf(after).design.connectors).toHaveLength(2)
})

test('a file says how many lines it gains and loses', () => {
  expect(changeCounts({ added: 3, removed: 0 })).toBe('+3')
  expect(changeCounts({ added: 1, removed: 2 })).toBe('+1 -2')
})
