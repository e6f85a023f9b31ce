import {
  scalar,
  tagged,
  withTag,
  type TemplateList,
  type TemplateMap,
  type TemplateNode,
  type TemplateScalar,
} from './templateNode.ts'
import { blockText, doubleQuoted, plainInBrackets, singleQuoted, type ReadText } from './templateTexts.ts'

/**
 * Reads JSON, and YAML as CloudFormation templates are written in it: maps and lists by indent or in brackets, plain,
 * quoted and block texts, short forms of functions (`!Sub`). Anchors, several documents and keys that are no texts are
 * left aside. Every character of a text keeps its place, so that it can be changed where it stands. Never throws.
 *
 * @source YAML 1.2.2, chapters 6 to 8
 */
export function readTemplateTree(text: string): TemplateNode | undefined {
  return new Parser(text).document()
}

const DEEPEST = 100

class Parser {
  readonly #text: string
  #at = 0
  #depth = 0

  constructor(text: string) {
    this.#text = text
  }

  document(): TemplateNode | undefined {
    if (this.#text.startsWith('\uFEFF')) this.#at = 1
    const start = /^(?:%[^\n]*\n)*---[ \t]*(?=\r?\n)/m.exec(this.#text.slice(0, 2000))
    if (start && this.#text.slice(0, start.index).trim() === '') this.#at = start.index + start[0].length
    return this.#value(-1, false)
  }

  /** What stands behind a key, a dash or the beginning. `parent`: the column of what it belongs to. */
  #value(parent: number, inLine: boolean): TemplateNode {
    const from = this.#at
    this.#blanks()
    let tag = this.#tag()
    if (this.#lineEnds()) {
      const next = this.#nextContent()
      const column = this.#column(next)
      const dash = this.#isDash(next)
      if (next >= this.#text.length || column < parent || (column === parent && !dash)) {
        return {
          kind: 'scalar',
          value: '',
          style: 'plain',
          places: [from],
          indent: '',
          at: from,
          ...tagged(tag),
        }
      }
      this.#at = next
      tag = tag ?? this.#tag()
      if (this.#lineEnds()) return withTag(this.#value(parent, false), tag)
      return withTag(this.#block(), tag)
    }
    const first = this.#text[this.#at]
    if (first === '|' || first === '>')
      return withTag(this.#take(blockText(this.#text, this.#at, parent)), tag)
    if (inLine || parent < 0) return withTag(this.#block(), tag)
    return withTag(this.#inLine(parent), tag)
  }

  /** A map, a list or a text that begins here and goes on in lines of this column. */
  #block(): TemplateNode {
    const at = this.#at
    const column = this.#column(at)
    if (++this.#depth > DEEPEST) return this.#rest()
    const node = this.#isDash(at)
      ? this.#list(column)
      : this.#keyEnd(at) === undefined
        ? this.#inLine(column - 1)
        : this.#map(column)
    this.#depth--
    return node
  }

  #list(column: number): TemplateList {
    const at = this.#at
    const items: TemplateNode[] = []
    for (
      let next = this.#at;
      this.#isDash(next) && this.#column(next) === column;
      next = this.#nextContent()
    ) {
      this.#at = next + 1
      items.push(this.#value(column, true))
    }
    return { kind: 'list', items, at }
  }

  #map(column: number): TemplateMap {
    const at = this.#at
    const entries: [string, TemplateNode][] = []
    for (
      let next = this.#at;
      next < this.#text.length && this.#column(next) === column;
      next = this.#nextContent()
    ) {
      const end = this.#keyEnd(next)
      if (end === undefined || this.#isDash(next)) break
      const key = this.#text
        .slice(next, end)
        .trim()
        .replace(/^(["'])(.*)\1$/s, '$2')
      this.#at = end + 1
      entries.push([key, this.#value(column, false)])
    }
    return { kind: 'map', entries, at }
  }

  /** A value in one line, or in brackets or quotes that may go on. */
  #inLine(parent: number): TemplateNode {
    const first = this.#text[this.#at]
    if (first === '{' || first === '[') return this.#flow()
    if (first === '"') return this.#take(doubleQuoted(this.#text, this.#at))
    if (first === "'") return this.#take(singleQuoted(this.#text, this.#at))
    return this.#plain(parent)
  }

  #flow(): TemplateNode {
    const at = this.#at
    const opener = this.#text[at]
    if (opener === '"') return this.#take(doubleQuoted(this.#text, this.#at))
    if (opener === "'") return this.#take(singleQuoted(this.#text, this.#at))
    if (opener !== '{' && opener !== '[') return this.#take(plainInBrackets(this.#text, this.#at))
    if (++this.#depth > DEEPEST) return this.#rest()
    const closer = opener === '{' ? '}' : ']'
    const items: TemplateNode[] = []
    const entries: [string, TemplateNode][] = []
    this.#at++
    for (;;) {
      this.#anyBlanks()
      const next = this.#text[this.#at]
      if (next === undefined) break
      if (next === closer) {
        this.#at++
        break
      }
      if (next === ',') {
        this.#at++
        continue
      }
      const before = this.#at
      const item = this.#flowItem()
      this.#anyBlanks()
      if (opener === '{') {
        const key = item.kind === 'scalar' ? item.value : ''
        let value: TemplateNode = {
          kind: 'scalar',
          value: '',
          style: 'plain',
          places: [this.#at],
          indent: '',
          at: this.#at,
        }
        if (this.#text[this.#at] === ':') {
          this.#at++
          this.#anyBlanks()
          value = this.#flowItem()
        }
        entries.push([key, value])
      } else items.push(item)
      if (this.#at === before) this.#at++
    }
    this.#depth--
    return opener === '{' ? { kind: 'map', entries, at } : { kind: 'list', items, at }
  }

  #flowItem(): TemplateNode {
    const tag = this.#tag()
    this.#anyBlanks()
    return withTag(this.#flow(), tag)
  }

  #plain(parent: number): TemplateScalar {
    const at = this.#at
    let value = ''
    const places: number[] = []
    for (;;) {
      const line = /[^\r\n]*/y
      line.lastIndex = this.#at
      const content = (line.exec(this.#text)?.[0] ?? '').replace(/(^|\s)#.*$/, '').trimEnd()
      for (let i = 0; i < content.length; i++) places.push(this.#at + i)
      value += content
      this.#at += content.length
      const next = this.#nextContent()
      // A text goes on in lines that are further in.
      if (next >= this.#text.length || this.#column(next) <= parent || this.#keyEnd(next) !== undefined) break
      value += ' '
      places.push(this.#at)
      this.#at = next
    }
    return { kind: 'scalar', value, style: 'plain', places: [...places, this.#at], indent: '', at }
  }

  #take({ node, end }: ReadText): TemplateScalar {
    this.#at = end
    return node
  }

  #rest(): TemplateScalar {
    const at = this.#at
    this.#at = this.#text.length
    return scalar('', 'plain', [], at)
  }

  #tag(): string | undefined {
    let tag: string | undefined
    for (;;) {
      const pattern = /(?:!([\w:.<>!-]*)|&[\w-]+)(?=[\s,[{"']|$)[ \t]*/y
      pattern.lastIndex = this.#at
      const match = pattern.exec(this.#text)
      if (!match) return tag
      tag = match[1] ?? tag
      this.#at = pattern.lastIndex
    }
  }

  #blanks(): void {
    while (this.#text[this.#at] === ' ' || this.#text[this.#at] === '\t') this.#at++
  }

  /** Blanks, line ends and comments between brackets. */
  #anyBlanks(): void {
    const pattern = /(?:\s|(?<=\s)#[^\r\n]*)*/y
    pattern.lastIndex = this.#at
    pattern.exec(this.#text)
    this.#at = pattern.lastIndex
  }

  #lineEnds(): boolean {
    const next = this.#text[this.#at]
    return (
      next === undefined ||
      next === '\n' ||
      next === '\r' ||
      (next === '#' && /\s/.test(this.#text[this.#at - 1] ?? ' '))
    )
  }

  /** The first character of the next line with something in it. */
  #nextContent(): number {
    const pattern = /[^\r\n]*(?:(?:\r\n|\r|\n)[ \t]*(?:#[^\r\n]*)?)*/y
    pattern.lastIndex = this.#at
    pattern.exec(this.#text)
    const at = pattern.lastIndex
    // The last line may be a comment without an end.
    return this.#text[at] === '\n' || this.#text[at] === '\r' ? this.#text.length : at
  }

  #column(position: number): number {
    return (
      position -
      Math.max(this.#text.lastIndexOf('\n', position - 1), this.#text.lastIndexOf('\r', position - 1)) -
      1
    )
  }

  #isDash(position: number): boolean {
    return this.#text[position] === '-' && /^(\s|$)/.test(this.#text[position + 1] ?? '')
  }

  /** Where the colon of a key stands that begins here; `undefined` where none does. */
  #keyEnd(position: number): number | undefined {
    const pattern =
      /(?:"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'|[^\s"'[\]{},#&*!|>%@`-][^\r\n:#]*?(?::+[^\s:#][^\r\n:#]*?)*|-[^\s:][^\r\n:]*?)[ \t]*:(?=\s|$)/y
    pattern.lastIndex = position
    const match = pattern.exec(this.#text)
    return match ? pattern.lastIndex - 1 : undefined
  }
}
