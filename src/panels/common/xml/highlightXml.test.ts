import { array, assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'
import { highlightXml } from './highlightXml.ts'

const brief = (text: string) =>
  highlightXml(text).map((line) => line.map(({ text: piece, kind }) => (kind ? `${kind}:${piece}` : piece)))

test('names, attributes and values are told apart', () => {
  expect(brief('<networkConnector name="a" duplex=\'true\'/>')).toEqual([
    [
      'faint:<',
      'name:networkConnector',
      ' ',
      'key:name',
      'faint:=',
      'value:"a"',
      ' ',
      'key:duplex',
      'faint:=',
      "value:'true'",
      'faint:/>',
    ],
  ])
})

test('a tag, a value and a comment go on in the next line', () => {
  expect(brief('<a b="1\n2"\n c="3"><!-- x\ny -->text')).toEqual([
    ['faint:<', 'name:a', ' ', 'key:b', 'faint:=', 'value:"1'],
    ['value:2"'],
    [' ', 'key:c', 'faint:=', 'value:"3"', 'faint:>', 'note:<!-- x'],
    ['note:y -->', 'text'],
  ])
})

test('a value that looks like a tag is a value', () => {
  expect(brief('<queue physicalName="a.>"/>')[0]).toContain('value:"a.>"')
})

test('a long value is folded, a short one is not', () => {
  const [line] = highlightXml('<a uri="static:(ssl://b-1.mq.eu-west-1.amazonaws.com:61617)" b="1"/>', {
    foldAt: 20,
  })
  expect(line?.filter(({ foldAt }) => foldAt !== undefined)).toHaveLength(1)
})

test('whatever the text is, the spans joined are the text', () => {
  const pieces = constantFrom(
    '<',
    '>',
    '/',
    '"',
    "'",
    '=',
    '<!--',
    '-->',
    '<?',
    '?>',
    'a',
    ' ',
    '\n',
    '&amp;',
    '😀',
  )
  assert(
    property(array(pieces, { maxLength: 60 }), (parts) => {
      const text = parts.join('')
      const joined = highlightXml(text).map((line) => line.map((span) => span.text).join(''))
      expect(joined.join('\n')).toBe(text)
    }),
  )
})
