import type { Connector } from '../../design/design.ts'
import { DESTINATION_LISTS } from '../../dialects/network-connector.ts'
import type { Network } from '../../network/network.ts'
import { Notes } from '../../xml/notes.ts'
import { connectorElement } from '../../xml/parts/connectorElement.ts'
import { element as newElement, type XmlElement as WrittenElement } from '../../xml/tree/node.ts'
import type { SourceBroker, SourceConnector } from '../source/source.ts'
import { ownProperties } from '../text/ownProperties.ts'
import { escapeText, indentAt, lineEndOf, removal, type TextEdit } from '../text/textEdits.ts'
import type { XmlElement } from '../text/xmlTree.ts'
import { appendChildren, patchAttributes, patchList, styleOf, type Style } from './patchElement.ts'

/** Tells why something of the design is not written, at a line of the file. */
export type Say = (message: string, line?: number) => void

const PASSWORD_OF: Readonly<Record<string, string>> = {
  password: 'userName',
  remotePassword: 'remoteUserName',
}

/** What changed of a connector, in its element: attributes, the text inside it, its lists of destinations. */
export function patchConnector(
  text: string,
  source: SourceConnector,
  before: Network,
  old: Connector,
  after: Network,
  now: Connector,
  say: Say,
): readonly TextEdit[] {
  const [was, is] = [connectorElement(before, old, new Notes()), connectorElement(after, now, new Notes())]
  if (JSON.stringify(was) === JSON.stringify(is)) return []
  const style = styleOf(text, source.element, source.element.parent)
  const [from, to] = [valuesOf(was), valuesOf(is)]
  for (const [password, user] of Object.entries(PASSWORD_OF)) {
    // A password in the file belongs to its user; it is never replaced by another and never moved.
    if (source.element.attributes.has(password) && to.has(password) && from.get(user) !== to.get(user)) {
      say(
        `The user of connector ${now.name ?? 'without a name'} changed, and its password in the file did not. Change it by hand.`,
        source.line,
      )
    }
    if (from.has(password) && to.has(password)) to.set(password, from.get(password) ?? '')
  }
  const edits = [
    ...patchProperties(text, source.element, from, to),
    ...patchAddressInside(text, source, from, to, say),
    ...patchAttributes(text, source.element, from, to),
  ]
  const fresh: WrittenElement[] = []
  for (const { xml } of Object.values(DESTINATION_LISTS)) {
    const [left, right] = [childOf(was, xml), childOf(is, xml)]
    if (JSON.stringify(left?.children) === JSON.stringify(right?.children)) continue
    const list = source.element.children.findLast(({ local }) => local === xml)
    if (list) edits.push(...patchList(text, list, left, right, style))
    else if (right) fresh.push(right)
  }
  return [...edits, ...appendChildren(text, source.element, fresh, style)]
}

/** What stands in the text of the element changes there, since it counts more than an attribute of its name. */
function patchProperties(
  text: string,
  element: XmlElement,
  from: Map<string, string>,
  to: Map<string, string>,
): readonly TextEdit[] {
  return ownProperties(text, element).flatMap(({ name, start, end, valueStart }) => {
    const [was, is] = [from.get(name), to.get(name)]
    if (was === undefined) return []
    to.delete(name)
    from.delete(name)
    if (was === is) return []
    return is === undefined ? [removal(text, start, end)] : [{ start: valueStart, end, text: escapeText(is) }]
  })
}

/** An address that an element inside the connector gives: that of a channel changes there, any other not at all. */
function patchAddressInside(
  text: string,
  { element, uri, line }: SourceConnector,
  from: Map<string, string>,
  to: Map<string, string>,
  say: Say,
): readonly TextEdit[] {
  if (uri === undefined || element.attributes.has('uri') || !from.has('uri')) return []
  const [before, after] = [new Map([['uri', from.get('uri') ?? '']]), new Map([['uri', to.get('uri') ?? '']])]
  from.delete('uri')
  to.delete('uri')
  if (before.get('uri') === after.get('uri')) return []
  const channel = element.children.find(({ local }) => local === 'networkChannel')
  if (channel) return patchAttributes(text, channel, before, after)
  say(
    'The address of a connector stands in an element inside it, which is not rewritten. Change it by hand.',
    line,
  )
  return []
}

function valuesOf(written: WrittenElement): Map<string, string> {
  return new Map(written.attributes.map(({ name, value }) => [name, value]))
}

function childOf(written: WrittenElement, name: string): WrittenElement | undefined {
  return written.children.find(
    (child): child is WrittenElement => !('comment' in child) && child.name === name,
  )
}

/** Puts new connectors behind the last one that lives, into the container, or with a container into the broker. */
export function addConnectors(
  text: string,
  origin: SourceBroker,
  fresh: readonly WrittenElement[],
  gone: ReadonlySet<XmlElement>,
): readonly TextEdit[] {
  if (fresh.length === 0) return []
  const { container, element: broker } = origin
  const sibling = origin.connectors.at(-1)?.element
  if (container) {
    const style = sibling ? styleOf(text, sibling, container) : containerStyle(text, container)
    return appendChildren(text, container, fresh, style, gone)
  }
  if (!broker) return []
  const [first] = broker.children
  const style = first
    ? { ...styleOf(text, first, broker), lineEnd: lineEndOf(text) }
    : containerStyle(text, broker)
  const whole = newElement('networkConnectors', {}, fresh)
  if (!first) return appendChildren(text, broker, [whole], style)
  const indent = indentAt(text, first.start) ?? style.unit
  const { spread: _, ...plain } = style
  const written = appendChildren(text, { ...broker, children: [] }, [whole], plain)[0]?.text.trim() ?? ''
  return [{ start: first.start, end: first.start, text: `${written}${style.lineEnd}${indent}` }]
}

function containerStyle(
  text: string,
  container: { readonly name: string; readonly local: string; readonly start: number },
): Style {
  const own = indentAt(text, container.start) ?? ''
  return {
    lineEnd: lineEndOf(text),
    unit: own.includes('\t') ? '\t' : own.length % 4 === 0 && own !== '' ? '    ' : '  ',
    quote: '"',
    prefix: container.name.slice(0, container.name.length - container.local.length),
    blank: '',
  }
}
