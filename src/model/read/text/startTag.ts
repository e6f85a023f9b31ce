import { hideMarks } from './templateMarks.ts'
import type { XmlElement } from './xmlTree.ts'

/** Where an attribute stands in the text. */
export interface AttributeSpan {
  readonly name: string
  readonly start: number
  /** Behind the closing quote. */
  readonly end: number
  readonly valueStart: number
  readonly valueEnd: number
  readonly quote: string
}

/** The attributes of an element's start tag, in the order in which they are written. */
export function attributeSpans(
  text: string,
  element: Pick<XmlElement, 'start' | 'opened' | 'name'>,
): AttributeSpan[] {
  const spans: AttributeSpan[] = []
  const tag = hideMarks(text.slice(element.start, element.opened))
  const pattern = /([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gy
  let at = 1 + element.name.length
  while (at < tag.length) {
    const blank = /\s*/y
    blank.lastIndex = at
    blank.exec(tag)
    pattern.lastIndex = blank.lastIndex
    const match = pattern.exec(tag)
    if (!match || pattern.lastIndex > tag.length) break
    const value = match[2] ?? match[3] ?? ''
    const end = element.start + pattern.lastIndex
    spans.push({
      name: match[1] ?? '',
      start: element.start + match.index,
      end,
      valueStart: end - 1 - value.length,
      valueEnd: end - 1,
      quote: match[2] === undefined ? "'" : '"',
    })
    at = pattern.lastIndex
  }
  return spans
}
