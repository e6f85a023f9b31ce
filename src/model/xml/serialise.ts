import { create } from 'xmlbuilder2'
import { cleaned, firstUnwritable } from './characters.ts'
import type { About, XmlElement, XmlNode } from './node.ts'
import type { LineSpan } from './written.ts'

export interface Serialised {
  readonly text: string
  readonly lines: readonly LineSpan[]
  /** The first character that XML cannot carry and that was replaced, with what it stood in. */
  readonly unwritable?: { readonly character: string; readonly about: About | undefined }
}

type Builder = ReturnType<typeof create>

const INDENT = '  '

/**
 * Turns nodes into text: a declaration where asked for, two blanks a level, one element a line, and one attribute a line
 * where an element wants it. The same nodes give the same text. Characters that XML cannot carry become U+FFFD.
 *
 * xmlbuilder2 writes each node on one line, and this lays the lines out again: it has no way to spread some elements
 * and not others, and it writes tabs and line ends in attributes as they are, which read back as blanks.
 */
export function serialise(nodes: readonly XmlNode[], options: { readonly declaration: boolean }): Serialised {
  const spaces = new Whitespace(nodes)
  const document = create({ version: '1.0', encoding: 'UTF-8' })
  for (const node of nodes) build(document, node, spaces)
  const built = document.end({ prettyPrint: true, wellFormed: true, headless: !options.declaration })
  const layout = new Layout(built.split('\n'), spaces)
  if (options.declaration) layout.copy()
  for (const node of nodes) layout.write(node, 0)
  const { text, lines } = layout.finish()
  return { text, lines, ...(spaces.unwritable ? { unwritable: spaces.unwritable } : {}) }
}

function build(parent: Builder, node: XmlNode, spaces: Whitespace): void {
  if ('comment' in node) {
    parent.com(cleaned(node.comment))
    return
  }
  const made = parent.ele(node.name)
  for (const { name, value, namespace, about } of node.attributes) {
    const hidden = spaces.hide(value, about ?? node.about)
    if (namespace === undefined) made.att(name, hidden)
    else made.att(namespace, name, hidden)
  }
  for (const child of node.children) build(made, child, spaces)
}

/** Lays built lines out, and keeps count of which of them show what. */
class Layout {
  readonly #built: readonly string[]
  readonly #spaces: Whitespace
  readonly #written: string[] = []
  readonly #spans: LineSpan[] = []
  #next = 0

  constructor(built: readonly string[], spaces: Whitespace) {
    this.#built = built
    this.#spaces = spaces
  }

  copy(): void {
    this.#written.push(this.#built[this.#next++] ?? '')
  }

  /** Takes the built lines of one node, in the order in which they were built. */
  write(node: XmlNode, depth: number): void {
    if ('comment' in node) {
      this.copy()
      const line = this.#written.length
      if (node.about) this.#spans.push({ from: line, to: line, ...node.about })
      return
    }
    const place = this.#spans.length
    const from = this.#written.length + 1
    this.#writeStart(node, depth)
    for (const child of node.children) this.write(child, depth + 1)
    if (node.children.length > 0) this.copy()
    if (node.about) this.#spans.splice(place, 0, { from, to: this.#written.length, ...node.about })
  }

  #writeStart(node: XmlElement, depth: number): void {
    const line = this.#built[this.#next++] ?? ''
    if (!node.spread || node.attributes.length === 0) {
      this.#written.push(this.#spaces.show(line))
      return
    }
    const indent = INDENT.repeat(depth)
    const pairs = [...line.matchAll(/ ([^\s"=]+="[^"]*")/g)].map(([, pair]) => pair ?? '')
    if (pairs.length !== node.attributes.length) {
      throw new Error(`The start of ${node.name} could not be laid out. It is a fault of Meshwright itself.`)
    }
    this.#written.push(`${indent}<${node.name}`)
    node.attributes.forEach(({ about }, index) => {
      this.#written.push(`${indent}${INDENT}${this.#spaces.show(pairs[index] ?? '')}`)
      if (about) this.#spans.push({ from: this.#written.length, to: this.#written.length, ...about })
    })
    this.#written.push(`${indent}${node.children.length > 0 ? '>' : '/>'}`)
  }

  finish(): { readonly text: string; readonly lines: readonly LineSpan[] } {
    if (this.#next !== this.#built.length) {
      throw new Error('Lines of XML were left over. It is a fault of Meshwright itself.')
    }
    return { text: `${this.#written.join('\n')}\n`, lines: this.#spans }
  }
}

/**
 * Carries tabs and line ends in attributes past xmlbuilder2: characters of private use that no value holds stand for
 * them until they are written as references, so that they read back as what they are.
 */
class Whitespace {
  readonly #stand: readonly (readonly [character: string, standIn: string, reference: string])[]
  unwritable: Serialised['unwritable']

  constructor(nodes: readonly XmlNode[]) {
    const used = new Set<string>()
    collectPrivate(nodes, used)
    const free: string[] = []
    for (let code = 0xe000; free.length < 3; code++) {
      const character = String.fromCodePoint(code)
      if (!used.has(character)) free.push(character)
    }
    const [tab = '', feed = '', carriage = ''] = free
    this.#stand = [
      ['\t', tab, '&#9;'],
      ['\n', feed, '&#10;'],
      ['\r', carriage, '&#13;'],
    ]
  }

  hide(value: string, about: About | undefined): string {
    const clean = cleaned(value)
    if (clean !== value) this.unwritable ??= { character: firstUnwritable(value) ?? '', about }
    return this.#stand.reduce((text, [character, standIn]) => text.replaceAll(character, standIn), clean)
  }

  show(line: string): string {
    return this.#stand.reduce((text, [, standIn, reference]) => text.replaceAll(standIn, reference), line)
  }
}

function collectPrivate(nodes: readonly XmlNode[], used: Set<string>): void {
  for (const node of nodes) {
    if ('comment' in node) continue
    for (const { value } of node.attributes) {
      for (const [character] of value.matchAll(/[\ue000-\uf8ff]/g)) used.add(character)
    }
    collectPrivate(node.children, used)
  }
}
