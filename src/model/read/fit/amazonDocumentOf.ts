import { CORE_NAMESPACE } from '../../xml/documents/amazonDocument.ts'
import { attributeSpans } from '../text/startTag.ts'
import { applyTextEdits, indentAt, lineEndOf, removal, type TextEdit } from '../text/textEdits.ts'
import type { XmlElement } from '../text/xmlTree.ts'

/**
 * A broker's element as a document of its own: without the beans around it, in the one name space that Amazon MQ takes,
 * in its own lines and style otherwise.
 *
 * @param comment - Goes before it: what the document has no other place for.
 */
export function amazonDocumentOf(text: string, broker: XmlElement, comment: string): string {
  const edits = [...namespaceEdits(text, broker)]
  const end = lineEndOf(text)
  const indent = indentAt(text, broker.start) ?? ''
  const own = applyTextEdits(text.slice(0, broker.end), edits).slice(broker.start)
  const declaration = /^\s*(<\?xml[^>]*\?>)/.exec(text)?.[1] ?? '<?xml version="1.0" encoding="UTF-8"?>'
  return [declaration, `<!--${comment}-->`, outdented(own, indent, end), ''].join(end)
}

/** Names without prefixes, and one declaration; elements of other name spaces go, since what declares them does. */
function* namespaceEdits(text: string, broker: XmlElement): Generator<TextEdit> {
  const all: XmlElement[] = []
  const foreign: XmlElement[] = []
  const walk = (element: XmlElement) => {
    if (element.namespace !== broker.namespace) return void foreign.push(element)
    all.push(element)
    for (const child of element.children) walk(child)
  }
  walk(broker)
  for (const { start, end } of foreign) yield removal(text, start, end)
  for (const element of all) {
    const { start, name, local, selfClosing, closing } = element
    // Blueprints call it so.
    const own = element === broker ? 'broker' : local
    if (name !== own) {
      yield { start: start + 1, end: start + 1 + name.length, text: own }
      if (!selfClosing) yield { start: closing + 2, end: closing + 2 + name.length, text: own }
    }
    for (const span of attributeSpans(text, element)) {
      if (!/^(xmlns(:|$)|xsi:)/.test(span.name)) continue
      const blanks = /\s*$/.exec(text.slice(element.start, span.start))?.[0].length ?? 0
      yield { start: span.start - blanks, end: span.end, text: '' }
    }
  }
  const at = broker.start + 1 + broker.name.length
  yield { start: at, end: at, text: ` xmlns="${CORE_NAMESPACE}"` }
}

/** Further left by the indent that all lines begin with, where all of them do. */
function outdented(text: string, indent: string, end: string): string {
  if (indent === '') return text
  const [first = '', ...lines] = text.split(end)
  if (lines.some((line) => line.trim() !== '' && !line.startsWith(indent))) return text
  return [first, ...lines.map((line) => line.slice(Math.min(indent.length, line.length)))].join(end)
}
