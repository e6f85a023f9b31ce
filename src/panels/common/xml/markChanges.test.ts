import { array, assert, constantFrom, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import type { CodeLine } from '../../../ui/index.ts'
import { highlightXml } from './highlightXml.ts'
import { markChanges } from './markChanges.ts'

const line = (text: string, change?: 'added' | 'removed'): CodeLine => ({
  id: `${change} ${text}`,
  spans: highlightXml(text)[0] ?? text,
  ...(change ? { change } : {}),
})
const spansOf = ({ spans }: CodeLine) => (typeof spans === 'string' ? [{ text: spans }] : spans)
const textOf = (each: CodeLine) =>
  spansOf(each)
    .map(({ text }) => text)
    .join('')
const markedIn = (each: CodeLine | undefined) =>
  each &&
  spansOf(each)
    .filter((span) => 'mark' in span && span.mark)
    .map(({ text }) => text)
    .join('')

const LONG = `<networkConnector name="a" uri="static:(tcp://${'h'.repeat(90)}.example:61616)"`

test.each([
  ['an attribute at the end', `${LONG}/>`, `${LONG} networkTTL="2"/>`, '', ' networkTTL="2"'],
  ['an attribute that went', `${LONG} bogus="1"/>`, `${LONG}/>`, ' bogus="1"', ''],
  ['a value, as a whole word', `${LONG} networkTTL="12"/>`, `${LONG} networkTTL="13"/>`, '12', '13'],
])('%s is what is marked of a line', (_, before, after, removed, added) => {
  const [one, two] = markChanges([line(before, 'removed'), line(after, 'added')])
  expect([markedIn(one), markedIn(two)]).toEqual([removed, added])
})

test('lines that have little in common are not marked, nor lines that stay', () => {
  const lines = [
    line('<a/>'),
    line('<one two="3"/>', 'removed'),
    line('uri="static:()"', 'added'),
    line('<b/>'),
  ]
  expect(markChanges(lines)).toEqual(lines)
})

test('nothing of a line is ever lost or moved by marking it', () => {
  const word = constantFrom('<a ', 'x="1"', ' ', 'networkTTL="2"', '/>', '"', "uri='static:(b)'", '-->')
  const text = array(word, { maxLength: 8 }).map((words) => words.join(''))
  assert(
    property(array(tuple(text, constantFrom('added' as const, 'removed' as const))), (rows) => {
      const lines = rows.map(([words, change]) => line(words, change))
      expect(markChanges(lines).map(textOf)).toEqual(lines.map(textOf))
    }),
  )
})
