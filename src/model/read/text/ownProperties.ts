import type { XmlElement } from './xmlTree.ts'

/** A property in the text of an element: `duplex = true` on a line of its own. */
export interface PropertySpan {
  readonly name: string
  /** Where its line begins to say something. */
  readonly start: number
  /** Behind its value. */
  readonly end: number
  readonly valueStart: number
}

/**
 * The properties in the text that stands directly inside an element, as ActiveMQ takes them: what is in its children and
 * comments is none of its own.
 *
 * @source xbean-spring XBeanNamespaceHandler.addContentProperty: the text is loaded as java.util.Properties
 */
export function ownProperties(
  text: string,
  { opened, closing, children, comments }: XmlElement,
): readonly PropertySpan[] {
  const others = [
    ...children.map(({ start, end }) => ({ start, end })),
    ...comments.map(({ start, text: inside }) => ({ start, end: start + inside.length + '<!---->'.length })),
  ].toSorted((a, b) => a.start - b.start)
  const found: PropertySpan[] = []
  let at = opened
  for (const { start, end } of [...others, { start: closing, end: closing }]) {
    for (const match of text
      .slice(at, start)
      .matchAll(/^[ \t]*([\w.-]{1,100}[ \t]*[=:][ \t]*)([^\r\n]*)$/gm)) {
      const [whole, head = '', value = ''] = match
      const from = at + match.index + whole.length - head.length - value.length
      found.push({
        name: /^[\w.-]+/.exec(head)?.[0] ?? '',
        start: from,
        end: from + head.length + value.trimEnd().length,
        valueStart: from + head.length,
      })
    }
    at = end
  }
  return found
}
