import {
  range,
  scalar,
  tagged,
  withTag,
  type TemplateList,
  type TemplateMap,
  type TemplateNode,
  type TemplateScalar,
} from './templateNode.ts'

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
    if (first === '|' || first === '>') return withTag(this.#blockText(parent), tag)
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
    if (first === '"') return this.#double()
    if (first === "'") return this.#single()
    return this.#plain(parent)
  }

  #flow(): TemplateNode {
    const at = this.#at
    const opener = this.#text[at]
    if (opener === '"') return this.#double()
    if (opener === "'") return this.#single()
    if (opener !== '{' && opener !== '[') return this.#plainInFlow()
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

  #plainInFlow(): TemplateScalar {
    const at = this.#at
    const pattern = /[^,[\]{}\r\n:]|:(?=[^\s,[\]{}])/y
    pattern.lastIndex = at
    while (pattern.exec(this.#text)) this.#at = pattern.lastIndex
    const value = this.#text.slice(at, this.#at).trimEnd()
    return scalar(value, 'plain', range(at, value.length), at)
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

  #single(): TemplateScalar {
    const at = this.#at++
    let value = ''
    const places: number[] = []
    for (; this.#at < this.#text.length; this.#at++) {
      const character = this.#text[this.#at] ?? ''
      if (character === "'") {
        if (this.#text[this.#at + 1] !== "'") break
        places.push(this.#at++)
        value += "'"
        continue
      }
      if (this.#fold(character, places)) value += this.#folded
      else {
        places.push(this.#at)
        value += character
      }
    }
    const end = this.#at++
    return { kind: 'scalar', value, style: 'single', places: [...places, end], indent: '', at }
  }

  #double(): TemplateScalar {
    const at = this.#at++
    let value = ''
    const places: number[] = []
    for (; this.#at < this.#text.length; this.#at++) {
      const character = this.#text[this.#at] ?? ''
      if (character === '"') break
      if (character !== '\\') {
        if (this.#fold(character, places)) value += this.#folded
        else {
          places.push(this.#at)
          value += character
        }
        continue
      }
      const escape = /\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|\r?\n[ \t]*|[^])/y
      escape.lastIndex = this.#at
      const code = escape.exec(this.#text)?.[1] ?? ''
      if (!/^\r?\n/.test(code)) {
        places.push(this.#at)
        value += /^[ux]./.test(code)
          ? String.fromCharCode(Number.parseInt(code.slice(1), 16))
          : (ESCAPES[code] ?? code)
      }
      this.#at += code.length
    }
    const end = this.#at++
    return { kind: 'scalar', value, style: 'double', places: [...places, end], indent: '', at }
  }

  #folded = ''

  /** A line end in quotes is a blank, and empty lines are line ends. */
  #fold(character: string, places: number[]): boolean {
    if (character !== '\n' && character !== '\r') return false
    const blanks = /(?:\r\n|\r|\n)[ \t]*((?:(?:\r\n|\r|\n)[ \t]*)*)/y
    blanks.lastIndex = this.#at
    const match = blanks.exec(this.#text)
    const empty = match?.[1]?.match(/\r\n|\r|\n/g)?.length ?? 0
    this.#folded = empty === 0 ? ' ' : '\n'.repeat(empty)
    for (let i = 0; i < this.#folded.length; i++) places.push(this.#at)
    this.#at += (match?.[0].length ?? 1) - 1
    return true
  }

  /** `|` or `>`. Folded lines stay apart, which is the same in XML. */
  #blockText(parent: number): TemplateScalar {
    const at = this.#at
    const header = /[|>]([+-]?)(\d?)([+-]?)[^\r\n]*/y
    header.lastIndex = at
    const match = header.exec(this.#text)
    this.#at = header.lastIndex
    let depth = match?.[2] ? Math.max(parent, 0) + Number(match[2]) : undefined
    const characters: string[] = []
    const places: number[] = []
    let end = this.#at
    const line = /(\r\n|\r|\n)([ ]*)([^\r\n]*)/y
    for (;;) {
      line.lastIndex = this.#at
      const found = line.exec(this.#text)
      if (!found) break
      const [whole, , blanks = '', content = ''] = found
      const start = found.index + (found[1]?.length ?? 0)
      if (content !== '') {
        depth ??= blanks.length
        if (blanks.length < depth || blanks.length <= parent) break
        const own = this.#text.slice(start + depth, found.index + whole.length)
        for (let i = 0; i < own.length; i++) places.push(start + depth + i)
        characters.push(own)
      }
      this.#at = found.index + whole.length
      places.push(this.#at)
      characters.push('\n')
      end = this.#at
    }
    return {
      kind: 'scalar',
      value: characters.join(''),
      style: 'block',
      places: [...places, end],
      indent: ' '.repeat(depth ?? 0),
      at,
    }
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

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '0': '\0' }
