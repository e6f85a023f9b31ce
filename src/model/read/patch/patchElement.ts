import type { XmlElement as WrittenElement, XmlNode } from '../../xml/tree/node.ts'
import { attributeSpans } from '../text/startTag.ts'
import { escapeAttribute, indentAt, lineEndOf, removal, type TextEdit } from '../text/textEdits.ts'
import type { XmlElement } from '../text/xmlTree.ts'

/** How a file writes its elements, so that what is added looks like what is there. */
export interface Style {
  readonly lineEnd: string
  /** One step of indent. */
  readonly unit: string
  readonly quote: string
  /** `amq:` or nothing. */
  readonly prefix: string
  /** A blank before `/>`. */
  readonly blank: string
  /** Each attribute on a line of its own, this much further in than its element. */
  readonly spread?: string
}

/** The style of a file, as the elements around a place show it. */
export function styleOf(text: string, near: XmlElement, parent: XmlElement | undefined): Style {
  const own = indentAt(text, near.start) ?? ''
  const outer = parent ? (indentAt(text, parent.start) ?? '') : ''
  const child = near.children[0] && indentAt(text, near.children[0].start)
  const unit =
    child !== undefined && child.startsWith(own) && child.length > own.length
      ? child.slice(own.length)
      : own.startsWith(outer) && own.length > outer.length
        ? own.slice(outer.length)
        : own.includes('\t')
          ? '\t'
          : '  '
  const spans = attributeSpans(text, near)
  const spread = spreadOf(text, near)
  return {
    lineEnd: lineEndOf(text),
    unit,
    quote: spans[0]?.quote ?? '"',
    prefix: near.name.slice(0, near.name.length - near.local.length),
    blank: near.selfClosing && /\s\/>$/.test(text.slice(near.start, near.opened)) ? ' ' : '',
    ...(spread === undefined ? {} : { spread }),
  }
}

/** What stands before each attribute that begins a line, beyond the element's own indent; `undefined` where they share lines. */
function spreadOf(text: string, element: XmlElement): string | undefined {
  const spans = attributeSpans(text, element)
  const own = indentAt(text, element.start) ?? ''
  const last = spans.at(-1)
  if (!last || spans.length < 2) return undefined
  const indents = spans.slice(1).map(({ start }) => indentAt(text, start))
  const [first] = indents
  if (first === undefined || indents.some((indent) => indent === undefined)) return undefined
  return first.startsWith(own) ? first.slice(own.length) : first
}

/**
 * Brings the attributes of an element from one state to another: those that differ are replaced, taken out or added, and
 * nothing else of the tag is touched.
 */
export function patchAttributes(
  text: string,
  element: XmlElement,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly TextEdit[] {
  const spans = new Map(attributeSpans(text, element).map((span) => [span.name, span]))
  const edits: TextEdit[] = []
  const added: string[] = []
  for (const [name, value] of after) {
    if (before.get(name) === value) continue
    const span = spans.get(name)
    if (span)
      edits.push({ start: span.valueStart, end: span.valueEnd, text: escapeAttribute(value, span.quote) })
    else added.push(name)
  }
  for (const name of before.keys()) {
    const span = spans.get(name)
    if (after.has(name) || !span) continue
    const blanks = /\s*$/.exec(text.slice(element.start, span.start))?.[0].length ?? 0
    edits.push({ start: span.start - blanks, end: span.end, text: '' })
  }
  if (added.length > 0) edits.push(insertion(text, element, added, after))
  return edits
}

function insertion(
  text: string,
  element: XmlElement,
  names: readonly string[],
  values: ReadonlyMap<string, string>,
): TextEdit {
  const spans = attributeSpans(text, element)
  const last = spans.at(-1)
  const quote = last?.quote ?? '"'
  const spread = spreadOf(text, element)
  const gap = spread === undefined ? ' ' : `${lineEndOf(text)}${indentAt(text, element.start) ?? ''}${spread}`
  const written = names.map(
    (name) => `${name}=${quote}${escapeAttribute(values.get(name) ?? '', quote)}${quote}`,
  )
  // Where the tag ends on the line of its last attribute, a new line before that one leaves it as it is.
  if (spread !== undefined && last && !/^\s*[\r\n]/.test(text.slice(last.end, last.end + 200))) {
    return { start: last.start, end: last.start, text: written.map((each) => each + gap).join('') }
  }
  const at = last?.end ?? element.start + 1 + element.name.length
  return { start: at, end: at, text: written.map((each) => gap + each).join('') }
}

/** Writes a node in a file's style; the first line without indent, the last without line end. */
export function writeInStyle(node: XmlNode, indent: string, style: Style): string {
  if ('comment' in node) return `<!--${node.comment}-->`
  const name = style.prefix + node.name
  const inner = indent + style.unit
  const gap = style.spread !== undefined && node.spread ? `${style.lineEnd}${indent}${style.spread}` : ' '
  const first = style.spread !== undefined && node.spread && node.attributes.length > 1 ? gap : ' '
  const attributes = node.attributes
    .map(
      (attribute, index) =>
        `${index === 0 ? first : gap}${attribute.name}=${style.quote}${escapeAttribute(attribute.value, style.quote)}${style.quote}`,
    )
    .join('')
  if (node.children.length === 0) return `<${name}${attributes}${style.blank}/>`
  const children = node.children.map(
    (child) => `${style.lineEnd}${inner}${writeInStyle(child, inner, style)}`,
  )
  return `<${name}${attributes}>${children.join('')}${style.lineEnd}${indent}</${name}>`
}

/** Puts new elements in behind the last child of a container that stays, or into an empty one. */
export function appendChildren(
  text: string,
  container: XmlElement,
  nodes: readonly WrittenElement[],
  style: Style,
  gone: ReadonlySet<XmlElement> = new Set(),
): readonly TextEdit[] {
  if (nodes.length === 0) return []
  const own = indentAt(text, container.start) ?? ''
  const last = container.children.findLast((child) => !gone.has(child)) ?? container.children.at(-1)
  const indent = (last && indentAt(text, last.start)) ?? own + style.unit
  const like = last ? { ...style, quote: attributeSpans(text, last)[0]?.quote ?? style.quote } : style
  const written = nodes.map((node) => `${style.lineEnd}${indent}${writeInStyle(node, indent, like)}`).join('')
  if (last && !gone.has(last)) {
    const at = last.end + commentBehind(text, last.end)
    return [{ start: at, end: at, text: written }]
  }
  if (last) return [{ start: container.opened, end: container.opened, text: written }]
  if (container.selfClosing) {
    const tag = text.slice(container.start, container.opened)
    const cut = /\s*\/>$/.exec(tag)?.[0].length ?? 2
    return [
      {
        start: container.opened - cut,
        end: container.opened,
        text: `>${written}${style.lineEnd}${own}</${container.name}>`,
      },
    ]
  }
  // Comments and blanks inside stay; what is new goes before the end tag.
  const content = text.slice(container.opened, container.closing)
  const trailing = /(\r\n|\r|\n)[ \t]*$/.exec(content)?.[0].length
  const at = container.closing - (trailing ?? 0)
  return [{ start: at, end: at, text: trailing === undefined ? `${written}${style.lineEnd}${own}` : written }]
}

/** The length of what a person wrote behind an element on its line: that stays with it. */
function commentBehind(text: string, position: number): number {
  return (
    /^[ \t]*<!--[^\r\n]*?-->(?=[ \t]*(?:[\r\n]|$))/.exec(text.slice(position, position + 500))?.[0].length ??
    0
  )
}

/**
 * Brings a list of destinations from one state to another: entries that went are taken out, new ones are added behind the
 * last, and a list that is new or empties comes or goes as a whole.
 */
export function patchList(
  text: string,
  list: XmlElement,
  before: WrittenElement | undefined,
  after: WrittenElement | undefined,
  style: Style,
): readonly TextEdit[] {
  if (!after) return [removal(text, list.start, list.end)]
  const old = (before?.children ?? []).map(keyOfNode)
  const now = after.children.map(keyOfNode)
  const gone = count(old, now)
  const edits: TextEdit[] = []
  const removed = new Set<XmlElement>()
  for (const child of list.children) {
    const key = `${child.local} ${child.attributes.get('physicalName') ?? ''}`
    const left = gone.get(key) ?? 0
    if (left === 0) continue
    gone.set(key, left - 1)
    removed.add(child)
    edits.push(removal(text, child.start, child.end))
  }
  const fresh = count(now, old)
  const nodes = after.children.filter((node): node is WrittenElement => {
    const left = fresh.get(keyOfNode(node)) ?? 0
    if (left > 0) fresh.set(keyOfNode(node), left - 1)
    return left > 0 && !('comment' in node)
  })
  return [...edits, ...appendChildren(text, list, nodes, style, removed)]
}

function keyOfNode(node: XmlNode): string {
  if ('comment' in node) return ''
  return `${node.name} ${node.attributes.find(({ name }) => name === 'physicalName')?.value ?? ''}`
}

/** How often each entry is in the first list beyond the second. */
function count(first: readonly string[], second: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of first) counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const key of second) if (counts.has(key)) counts.set(key, Math.max(0, (counts.get(key) ?? 0) - 1))
  return counts
}
