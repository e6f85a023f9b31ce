import { create } from 'xmlbuilder2'
import { cleaned, firstUnwritable } from './characters.ts'
import type { About, XmlElement, XmlNode } from './node.ts'
import type { LineSpan } from '../written.ts'

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
 * and not others.
 */
export function serialise(nodes: readonly XmlNode[], options: { readonly declaration: boolean }): Serialised {
  const texts = new AttributeTexts()
  const document = create({ version: '1.0', encoding: 'UTF-8' })
  for (const node of nodes) build(document, node, texts)
  const built = document.end({ prettyPrint: true, wellFormed: true, headless: !options.declaration })
  const layout = new Layout(built.split('\n'))
  if (options.declaration) layout.copy()
  for (const node of nodes) layout.write(node, 0)
  const { text, lines } = layout.finish()
  return { text, lines, ...(texts.unwritable ? { unwritable: texts.unwritable } : {}) }
}

function build(parent: Builder, node: XmlNode, texts: AttributeTexts): void {
  if ('comment' in node) {
    parent.com(cleaned(node.comment))
    return
  }
  const made = parent.ele(node.name)
  for (const { name, value, namespace, about } of node.attributes) {
    const text = texts.escape(value, about ?? node.about)
    if (namespace === undefined) made.att(name, text)
    else made.att(namespace, name, text)
  }
  for (const child of node.children) build(made, child, texts)
}

/** Lays built lines out, and keeps count of which of them show what. */
class Layout {
  readonly #built: readonly string[]
  readonly #written: string[] = []
  readonly #spans: LineSpan[] = []
  #next = 0

  constructor(built: readonly string[]) {
    this.#built = built
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
      this.#written.push(line)
      return
    }
    const indent = INDENT.repeat(depth)
    const pairs = [...line.matchAll(/ ([^\s"=]+="[^"]*")/g)].map(([, pair]) => pair ?? '')
    if (pairs.length !== node.attributes.length) {
      throw new Error(`The start of ${node.name} could not be laid out. It is a fault of Meshwright itself.`)
    }
    this.#written.push(`${indent}<${node.name}`)
    node.attributes.forEach(({ about }, index) => {
      this.#written.push(`${indent}${INDENT}${pairs[index] ?? ''}`)
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
 * Prepares values of attributes for xmlbuilder2, which escapes `<`, `>` and `"` but takes `&lt;`, `&#9;` and `&anything;`
 * in a value for references and writes them as they are, and writes tabs and line ends raw, which read back as blanks.
 * With every ampersand escaped beforehand, and references for white space, all of them read back as what they are.
 */
class AttributeTexts {
  unwritable: Serialised['unwritable']

  escape(value: string, about: About | undefined): string {
    const clean = cleaned(value)
    if (clean !== value) this.unwritable ??= { character: firstUnwritable(value) ?? '', about }
    return clean.replace(/&/g, '&amp;').replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
  }
}
