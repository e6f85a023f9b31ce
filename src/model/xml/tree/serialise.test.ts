import * as fc from 'fast-check'
import { XmlDocument, XmlElement } from 'libxml2-wasm'
import { expect, test } from 'vitest'
import { arbitraryText } from '../../fixtures/arbitraryText.ts'
import { comment, element } from './node.ts'
import { serialise } from './serialise.ts'

const HEADLESS = { declaration: false }

test('an element stands on one line, or has one attribute a line where it wants that', () => {
  const inner = { ...element('b', { x: '1', y: '2' }, [element('c')]), spread: true }
  expect(serialise([element('a', { k: 'v', w: 'z' }, [inner])], HEADLESS).text).toBe(
    '<a k="v" w="z">\n  <b\n    x="1"\n    y="2"\n  >\n    <c/>\n  </b>\n</a>\n',
  )
})

test('an element that is spread but has no attributes stands on one line', () => {
  expect(serialise([{ ...element('a'), spread: true }], HEADLESS).text).toBe('<a/>\n')
})

test('any text that XML can carry reads back from an attribute as what it was', () => {
  fc.assert(
    fc.property(arbitraryText('free'), fc.boolean(), (value, spread) => {
      const { text } = serialise([{ ...element('a', { value, other: value }), spread }], HEADLESS)
      const document = XmlDocument.fromString(text)
      const read = ['value', 'other'].map((name) => document.root.attr(name)?.value)
      document.dispose()
      expect(read).toEqual([value, value])
    }),
  )
})

test('tabs, line ends and ampersands are written as references', () => {
  const value = 'a\tb\nc\rd & &lt; &#65; &other;'
  const { text } = serialise([element('a', { value })], HEADLESS)
  expect(text).toBe('<a value="a&#9;b&#10;c&#13;d &amp; &amp;lt; &amp;#65; &amp;other;"/>\n')
})

test('a character that XML cannot carry is replaced, and the first one is told', () => {
  const about = { element: 'b1', attribute: 'x' } as const
  const node = { name: 'a', attributes: [{ name: 'x', value: 'l\u0001m\ud800n\uffff', about }], children: [] }
  const { text, unwritable } = serialise([node], HEADLESS)
  expect(text).toBe('<a x="l\ufffdm\ufffdn\ufffd"/>\n')
  expect(unwritable).toEqual({ character: '\u0001', about })
})

test('any text may stand in a comment', () => {
  fc.assert(
    fc.property(arbitraryText('hostile'), (value) => {
      const document = XmlDocument.fromString(serialise([comment(value), element('a')], HEADLESS).text)
      const isElement = document.root instanceof XmlElement
      document.dispose()
      expect(isElement).toBe(true)
    }),
  )
})
