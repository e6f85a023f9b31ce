import type { Design } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { diffXml } from '@meshwright/model/xml'
import { expect, test } from 'vitest'
import type { CodeLine } from '../../../ui/index.ts'
import { changeCounts, changedLines } from './changedLines.ts'

const before = sketch('hub = a; hub = b')
const after: Design = {
  ...before,
  connectors: before.connectors.map((each) =>
    each.id === 'c2' ? { ...each, settings: { ...each.settings, networkTtl: 2 } } : each,
  ),
}

test('the added line stands below the connector it belongs to, and nothing of the others is shown', () => {
  const [file] = diffXml(before, after)
  if (!file) throw new Error('a line changes')
  expect(changedLines(file).map(textOf)).toEqual([
    '<networkConnector name="hub-to-b" …',
    '+   networkTTL="2"',
  ])
})

test('a line of the broker itself stands below its neighbour', () => {
  const changed: Design = {
    ...before,
    brokers: before.brokers.map((each) =>
      each.name === 'hub' ? { ...each, settings: { advisorySupport: false } } : each,
    ),
  }
  const [file] = diffXml(before, changed)
  if (!file) throw new Error('a line changes')
  const texts = changedLines(file).map(textOf)
  expect(texts.some((text) => text.startsWith('+') && text.includes('advisorySupport="false"'))).toBe(true)
  expect(texts[0]).toMatch(/ …$/)
})

test('numbers are those of the file as it is now', () => {
  const [file] = diffXml(before, after)
  if (!file) throw new Error('a line changes')
  const [head] = changedLines(file)
  expect(file.lines.find(({ before: number }) => number === head?.number)?.text.trim()).toBe(
    '<networkConnector',
  )
})

test('a file says how many lines it gains and loses', () => {
  expect(changeCounts({ added: 3, removed: 0 })).toBe('+3')
  expect(changeCounts({ added: 1, removed: 2 })).toBe('+1 -2')
})

function textOf({ spans, change }: CodeLine): string {
  const text = typeof spans === 'string' ? spans : spans.map((span) => span.text).join('')
  return change === undefined ? text : `${change === 'added' ? '+' : '-'} ${text}`
}
