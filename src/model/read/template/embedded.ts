import { decode, encode, type Decoded } from '../text/encoding.ts'
import { fromBase64, toBase64 } from '../text/base64.ts'
import type { TemplateNode, TemplateScalar } from './templateNode.ts'
import { applyTextEdits, lineEndOf, type TextEdit } from '../text/textEdits.ts'

/** A stretch of a text that was put together: where it came from, if it can be changed there. */
interface Piece {
  readonly from: number
  readonly to: number
  /** Absent: a reference, or what stands between joined parts. */
  readonly scalar?: TemplateScalar
  /** Which character of the scalar is the first of the stretch. */
  readonly offset: number
}

/** The text that CloudFormation would make of a value, and where each part of it stands. */
export interface EmbeddedText {
  readonly text: string
  readonly pieces: readonly Piece[]
  /** The text was base64 in this scalar. */
  readonly coded?: { readonly scalar: TemplateScalar; readonly decoded: Decoded }
}

/** What a reference comes to; `before`: the text that it stands behind. `undefined` where it stays as `${…}`. */
export type Fill = (reference: string, before: string) => string | undefined

const NOTHING_KNOWN: Fill = () => undefined

/** XML out of a value: as it is, or base64. `undefined` where there is none. */
export function embeddedIn(node: TemplateNode, fill: Fill = NOTHING_KNOWN): EmbeddedText | undefined {
  const found = textOf(node, fill)
  if (!found) return undefined
  if (/^\s*(<|\uFEFF)/.test(found.text)) return found
  const [piece] = found.pieces
  const bytes = fromBase64(found.text)
  if (!bytes || !piece?.scalar || found.pieces.length > 1) return undefined
  const decoded = decode(bytes)
  if (!/^\s*</.test(decoded.text)) return undefined
  return { text: decoded.text, pieces: [], coded: { scalar: piece.scalar, decoded } }
}

function textOf(node: TemplateNode, fill: Fill, before = ''): EmbeddedText | undefined {
  if (node.tag === undefined) {
    if (node.kind === 'scalar') return ofScalar(node)
    const [only] = node.kind === 'map' ? node.entries : []
    return only ? called(only[0].replace(/^Fn::/, ''), only[1], fill, before) : undefined
  }
  const { tag, ...rest } = node
  return called(tag, rest, fill, before)
}

/** A function of CloudFormation; what only AWS knows stays as `${…}`. */
function called(name: string, argument: TemplateNode, fill: Fill, before: string): EmbeddedText | undefined {
  const items = argument.kind === 'list' ? argument.items : []
  const reference = (key: string) => fixed(fill(key, before) ?? `\${${key}}`)
  switch (name) {
    case 'Base64':
      return textOf(argument, fill, before)
    case 'Sub': {
      if (argument.kind === 'scalar') return substituted(argument, new Map(), fill, before)
      const [template, own] = items
      if (template?.kind !== 'scalar') return undefined
      return substituted(template, own?.kind === 'map' ? new Map(own.entries) : new Map(), fill, before)
    }
    case 'Join': {
      const [between, parts] = items
      if (between?.kind !== 'scalar' || !parts) return undefined
      // A list that a resource has: its addresses one behind the other.
      if (parts.kind !== 'list' || parts.tag !== undefined) return textOf(parts, fill, before)
      let text = before
      const texts = parts.items.map((part) => {
        const each = textOf(part, fill, text) ?? fixed('')
        text += each.text + between.value
        return each
      })
      return joined(texts, between.value)
    }
    case 'Select': {
      const [index, from] = items
      const key = from && attributeOf(from)
      if (key !== undefined && index?.kind === 'scalar') {
        const one = fill(`${key}[${index.value}]`, before)
        return fixed(one ?? `\${${key}}`)
      }
      return from && fixed(textOf(from, fill, before)?.text ?? '')
    }
    case 'GetAtt':
      return reference(dotted(argument))
    case 'Ref':
      return argument.kind === 'scalar' ? reference(argument.value) : undefined
    default:
      return undefined
  }
}

/** `Hub.OpenWireEndpoints` of a node that gets an attribute. */
function attributeOf(node: TemplateNode): string | undefined {
  if (node.tag === 'GetAtt') return dotted(node)
  const [only] = node.kind === 'map' ? node.entries : []
  return only?.[0] === 'Fn::GetAtt' ? dotted(only[1]) : undefined
}

function dotted(argument: TemplateNode): string {
  if (argument.kind === 'scalar') return argument.value
  const items = argument.kind === 'list' ? argument.items : []
  return items.map((item) => (item.kind === 'scalar' ? item.value : '')).join('.')
}

function ofScalar(scalar: TemplateScalar): EmbeddedText {
  return { text: scalar.value, pieces: [{ from: 0, to: scalar.value.length, scalar, offset: 0 }] }
}

function fixed(text: string): EmbeddedText {
  return { text, pieces: [{ from: 0, to: text.length, offset: 0 }] }
}

function joined(parts: readonly EmbeddedText[], between: string): EmbeddedText {
  let text = ''
  const pieces: Piece[] = []
  for (const [index, part] of parts.entries()) {
    if (index > 0 && between !== '') {
      pieces.push({ from: text.length, to: text.length + between.length, offset: 0 })
      text += between
    }
    for (const piece of part.pieces)
      pieces.push({ ...piece, from: piece.from + text.length, to: piece.to + text.length })
    text += part.text
  }
  return { text, pieces }
}

function substituted(
  scalar: TemplateScalar,
  own: ReadonlyMap<string, TemplateNode>,
  fill: Fill,
  before: string,
): EmbeddedText {
  const parts: EmbeddedText[] = []
  let at = 0
  let text = before
  const slice = (to: number) => {
    if (to <= at) return
    text += scalar.value.slice(at, to)
    parts.push({ text: scalar.value.slice(at, to), pieces: [{ from: 0, to: to - at, scalar, offset: at }] })
  }
  for (const match of scalar.value.matchAll(/\$\{([^}]*)\}/g)) {
    const key = match[1] ?? ''
    const node = own.get(key)
    const lead = text + scalar.value.slice(at, match.index)
    const replaced = node ? textOf(node, fill, lead)?.text : fill(key.trim(), lead)
    if (replaced === undefined) continue
    slice(match.index)
    parts.push(fixed(replaced))
    text += replaced
    at = match.index + match[0].length
  }
  slice(scalar.value.length)
  return joined(parts, '')
}

/** Where a character of the text stands in the file. */
export function placeOf({ pieces, coded }: EmbeddedText, position: number): number | undefined {
  if (coded) return coded.scalar.at
  const piece = pieces.find(({ from, to, scalar }) => scalar && from <= position && position <= to)
  return piece?.scalar?.places[piece.offset + position - piece.from]
}

/** Brings changes of the text into the file, in the way in which each value is written there. */
export function writeEmbedded(
  { text, pieces, coded }: EmbeddedText,
  edits: readonly TextEdit[],
  file: string,
): readonly TextEdit[] | undefined {
  if (coded) {
    const { scalar, decoded } = coded
    const changed = applyTextEdits(text, edits)
    if (changed === text) return []
    const digits = toBase64(encode(changed, decoded))
    const [start, end] = [scalar.places[0] ?? scalar.at, scalar.places.at(-1) ?? scalar.at]
    return [{ start, end, text: wrappedLike(digits, scalar, file) }]
  }
  const written: TextEdit[] = []
  for (const edit of edits) {
    const piece = pieces.find(({ from, to, scalar }) => scalar && from <= edit.start && edit.end <= to)
    const scalar = piece?.scalar
    if (!piece || !scalar) return undefined
    const place = (position: number) => scalar.places[piece.offset + position - piece.from]
    const [start, end] = [place(edit.start), place(edit.end)]
    const replacement = writtenAs(scalar, edit.text, file)
    if (start === undefined || end === undefined || replacement === undefined) return undefined
    written.push({ start, end, text: replacement })
  }
  return written
}

/** A text as it must stand in a value of this style. */
function writtenAs({ style, indent }: TemplateScalar, text: string, file: string): string | undefined {
  switch (style) {
    case 'block':
      return text.replace(/\r\n|\r|\n/g, () => lineEndOf(file) + indent)
    case 'double':
      return JSON.stringify(text).slice(1, -1)
    case 'single':
      return text.replaceAll("'", "''").replace(/\s*[\r\n]+\s*/g, ' ')
    case 'plain':
      return /: |\s#/.test(text) ? undefined : text.replace(/\s*[\r\n]+\s*/g, ' ')
  }
}

/** Base64 in lines as long as those that were there. The end of a block's last line stays as it is. */
function wrappedLike(digits: string, scalar: TemplateScalar, file: string): string {
  const lines = scalar.value.split(/[\s]+/).filter((line) => line !== '')
  const [first = ''] = lines
  const between =
    scalar.style === 'double'
      ? String.raw`\n`
      : `${lineEndOf(file)}${scalar.style === 'block' ? scalar.indent : ''}`
  const last = scalar.style === 'double' && scalar.value.endsWith('\n') ? between : ''
  if (lines.length < 2) return digits + last
  const parts = digits.match(new RegExp(`.{1,${first.length}}`, 'g')) ?? []
  return parts.join(between) + last
}
