import type { EngineVersion } from '../../dialects/engine.ts'
import { holdsExpression } from '../../targets/expression.ts'
import { resolve } from '../source/properties.ts'
import { attributeSpans } from '../text/startTag.ts'
import { applyTextEdits, escapeAttribute, removal, type TextEdit } from '../text/textEdits.ts'
import { findElements, readXmlTree, type XmlElement } from '../text/xmlTree.ts'
import { findUnfit, type Described, type Unfit } from './unfit.ts'

/** Taking one thing out can leave another: an empty list, a second entry. More rounds than that ever needs. */
const MOST_ROUNDS = 10

/** A configuration of which something was taken out, and what that was; placeholders that got their values aside. */
export interface Taken {
  readonly text: string
  /** Each thing and how it goes; nothing to be told of where a placeholder only got its value. */
  readonly items: readonly { readonly unfit?: Unfit; readonly edits: readonly TextEdit[] }[]
  readonly found: readonly Unfit[]
}

/**
 * Takes out of one broker's part of a text what Amazon MQ would remove or refuse, and its whole lines where it has them
 * for itself; nothing else is touched. An attribute whose placeholders are known gets its value instead.
 */
export function takeOut(
  text: string,
  part: Described,
  engine: EngineVersion,
  values: ReadonlyMap<string, string>,
): Taken {
  const items = findUnfit(part, 'amazon-mq', engine).map((unfit) => ({
    ...(valueFor(unfit, values) === undefined ? { unfit } : {}),
    edits: editOf(text, part.element, unfit, values),
  }))
  return {
    text: applyTextEdits(
      text,
      items.flatMap(({ edits }) => edits),
    ),
    items,
    found: items.flatMap(({ unfit }) => unfit ?? []),
  }
}

/** The same for a text that is one document, until nothing of the kind is left in it. */
export function takeOutAll(text: string, engine: EngineVersion, values: ReadonlyMap<string, string>): string {
  let current = text
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const [broker] = findElements(readXmlTree(current).roots, isBroker)
    if (!broker) break
    const next = takeOut(current, { element: broker, connectors: [] }, engine, values)
    const left = withoutEmpty(next.text)
    if (left === current) break
    current = left
  }
  return current
}

function editOf(
  text: string,
  broker: XmlElement | undefined,
  unfit: Unfit,
  values: ReadonlyMap<string, string>,
): readonly TextEdit[] {
  const { element, attribute, text: isText, what } = unfit
  if (isText) return textEdits(text, element)
  // What stands around the broker goes when its element is taken out of it; its name space is written then.
  if (
    what === 'broker@xmlns' ||
    (attribute === undefined && (element === broker || element === broker?.parent))
  )
    return []
  if (attribute === undefined) return [removal(text, element.start, element.end)]
  const span = attributeSpans(text, element).find(({ name }) => name === attribute)
  if (!span) return []
  // A transport connector without its one name is refused, so it goes as a whole.
  if (what === 'transportConnector@name') return [removal(text, element.start, element.end)]
  const value = valueFor(unfit, values)
  if (value !== undefined)
    return [{ start: span.valueStart, end: span.valueEnd, text: escapeAttribute(value, span.quote) }]
  const blanks = /\s*$/.exec(text.slice(element.start, span.start))?.[0].length ?? 0
  return [{ start: span.start - blanks, end: span.end, text: '' }]
}

/** What stands for an attribute that is only unfit for its placeholders, where all of them are known. */
function valueFor(
  { element, attribute, isExpression }: Unfit,
  values: ReadonlyMap<string, string>,
): string | undefined {
  const raw = attribute === undefined ? undefined : element.attributes.get(attribute)
  if (raw === undefined || !isExpression) return undefined
  const value = resolve(raw, values)
  return holdsExpression(value) ? undefined : value
}

/** The text directly inside an element, between its children and comments; lines that hold nothing else go whole. */
function textEdits(text: string, { opened, closing, children }: XmlElement): readonly TextEdit[] {
  const edits: TextEdit[] = []
  let at = opened
  const cut = (end: number) => {
    const markup = /<!--[^]*?-->|<\?[^]*?\?>/g
    const gap = text.slice(at, end)
    let from = 0
    for (const match of [...gap.matchAll(markup), { 0: '', index: gap.length }]) {
      const piece = gap.slice(from, match.index)
      if (piece.trim() !== '') {
        const start = at + from + piece.search(/\S/)
        edits.push(removal(text, start, start + piece.trim().length))
      }
      from = match.index + match[0].length
    }
  }
  for (const child of children) {
    cut(child.start)
    at = child.end
  }
  cut(closing)
  return edits
}

function isBroker({ local }: XmlElement): boolean {
  return local === 'broker'
}

/** Lists that hold nothing any more say nothing. */
const LISTS =
  /^(transportConnectors|networkConnectors|policyEntries|dispatchPolicy|deadLetterStrategy|destinations|(dynamicallyIncluded|staticallyIncluded|excluded|durable)Destinations)$/

function withoutEmpty(text: string): string {
  const [broker] = findElements(readXmlTree(text).roots, isBroker)
  if (!broker) return text
  const empty: XmlElement[] = []
  const walk = (element: XmlElement) => {
    for (const child of element.children) {
      const inner = child.selfClosing ? '' : text.slice(child.opened, child.closing)
      if (LISTS.test(child.local) && !child.selfClosing && inner.trim() === '') empty.push(child)
      else walk(child)
    }
  }
  walk(broker)
  return applyTextEdits(
    text,
    empty.map(({ start, end }) => removal(text, start, end)),
  )
}
