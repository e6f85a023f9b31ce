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
  const pattern = /([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gy
  let at = element.start + 1 + element.name.length
  while (at < element.opened) {
    const blank = /\s*/y
    blank.lastIndex = at
    blank.exec(text)
    pattern.lastIndex = blank.lastIndex
    const match = pattern.exec(text)
    if (!match || pattern.lastIndex > element.opened) break
    const value = match[2] ?? match[3] ?? ''
    const end = pattern.lastIndex
    spans.push({
      name: match[1] ?? '',
      start: match.index,
      end,
      valueStart: end - 1 - value.length,
      valueEnd: end - 1,
      quote: match[2] === undefined ? "'" : '"',
    })
    at = end
  }
  return spans
}
