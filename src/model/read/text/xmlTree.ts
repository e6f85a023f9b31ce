import { SaxesParser } from 'saxes'
import { hideMarks, showMarks } from './templateMarks.ts'

/** An element, and where it stands in the text. */
export interface XmlElement {
  /** As written, prefix included: `amq:broker`. */
  readonly name: string
  readonly local: string
  /** The name space that its prefix stands for; empty where there is none. */
  readonly namespace: string
  /** Values with references resolved, by name as written. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  readonly comments: readonly XmlComment[]
  /** Text directly inside that is not blank. */
  readonly texts: readonly XmlText[]
  readonly parent: XmlElement | undefined
  /** Where its `<` stands. */
  readonly start: number
  /** Behind the `>` of its start tag. */
  readonly opened: number
  /** Where its end tag begins; the same as `opened` where it has none. */
  closing: number
  /** Behind its last character. */
  end: number
  readonly selfClosing: boolean
  /** First line is 1. */
  readonly line: number
}

export interface XmlText {
  readonly text: string
  readonly line: number
}

export interface XmlComment {
  readonly text: string
  readonly line: number
  readonly start: number
}

export interface XmlFault {
  readonly message: string
  readonly line: number
}

export interface XmlTree {
  /** What stands at the top: one element in a well-formed document, others where it is none. */
  readonly roots: readonly XmlElement[]
  readonly comments: readonly XmlComment[]
  /** The first few places where the text is not well-formed. */
  readonly faults: readonly XmlFault[]
  /** There is a document type declaration; with declarations of its own in brackets, none of which is followed. */
  readonly doctype?: 'plain' | 'own'
}

const MOST_FAULTS = 20
/** With more, it is no XML, and what follows is not worth the time. */
const TOO_MANY_FAULTS = 2000
/** Deeper than any configuration; beyond it elements are left out, so that walking the tree is always safe. */
const DEEPEST = 200
/** Only somebody who means harm goes on: the rest is not read. */
const TOO_DEEP = 20_000
/** More than the configurations of a thousand brokers have: a file of many more is one that is to fill the memory. */
const MOST_ELEMENTS = 1_000_000
/** More than any element has; what is beyond them in a hostile file would only take time. */
const MOST_ATTRIBUTES = 1000
const NOTHING: readonly never[] = []

/** An element that is still being read. Most have nothing of some kind, so lists are made when they are first needed. */
type Open = { -readonly [Key in keyof XmlElement]: XmlElement[Key] }

/**
 * Reads XML and keeps every position. External entities and document types are never loaded, entities that a document
 * declares are never expanded. What is not well-formed is a fault, and reading goes on behind it. Never throws.
 *
 * @param offset - Where the text begins in the file that it is a part of; added to every position.
 * @param line - The line on which it begins there, or what tells the line of each of its places.
 */
export function readXmlTree(
  given: string,
  offset = 0,
  line: number | ((position: number) => number) = 1,
): XmlTree {
  const text = hideMarks(given)
  const parser = new SaxesParser({ xmlns: false, position: true })
  const roots: XmlElement[] = []
  const comments: XmlComment[] = []
  const faults: XmlFault[] = []
  const open: Open[] = []
  let tooDeep = 0
  let count = 0
  let seen = 0
  let start = 0
  let startLine = 1
  let doctype: 'plain' | 'own' | undefined
  const lineAt = typeof line === 'number' ? lineCounter(text, line) : line
  const here = () => parser.position

  parser.on('error', ({ message }) => {
    const late = /unmatched closing tag: (.*?)\.?$/.exec(message)?.[1]
    // Behind a stray end tag the parser knows no open element any more, but there are some here.
    if (late !== undefined && open.some(({ name }) => name === late)) {
      const closing = text.lastIndexOf('</', here() - 1)
      for (let name = ''; name !== late;) {
        const element = open.pop()
        shut(element, closing, late)
        name = element?.name ?? late
      }
      return
    }
    seen++
    if (seen > TOO_MANY_FAULTS) throw new TooManyFaults()
    if (faults.length >= MOST_FAULTS) return
    faults.push({ message: message.replace(/^\d+:\d+: /, '').replace(/\.$/, ''), line: lineAt(here()) })
  })
  parser.on('doctype', (content) => {
    doctype = content.includes('[') ? 'own' : 'plain'
  })
  parser.on('opentagstart', () => {
    start = text.lastIndexOf('<', here() - 2)
    startLine = lineAt(start)
  })
  parser.on('opentag', (tag) => {
    count++
    if (count > MOST_ELEMENTS) {
      faults.push({ message: `more than ${MOST_ELEMENTS.toLocaleString('en')} elements`, line: startLine })
      throw new TooManyFaults()
    }
    if (open.length >= DEEPEST) {
      tooDeep++
      if (tooDeep > TOO_DEEP) {
        faults.push({ message: 'too many elements inside one another', line: startLine })
        throw new TooManyFaults()
      }
      return
    }
    const parent = open.at(-1)
    const attributes = new Map<string, string>()
    let declares = parent === undefined
    for (const name in tag.attributes) {
      if (name.startsWith('xmlns')) declares = true
      if (attributes.size < MOST_ATTRIBUTES) attributes.set(name, showMarks(tag.attributes[name] ?? ''))
      else {
        faults.push({ message: `more than ${MOST_ATTRIBUTES} attributes in one element`, line: startLine })
        break
      }
    }
    const [prefix, local] = split(tag.name)
    const element: Open = {
      name: tag.name,
      local,
      namespace:
        !declares && parent && split(parent.name)[0] === prefix
          ? parent.namespace
          : namespaceOf(prefix, attributes, parent),
      attributes,
      children: NOTHING,
      comments: NOTHING,
      texts: NOTHING,
      parent,
      start: start + offset,
      opened: here() + offset,
      closing: here() + offset,
      end: here() + offset,
      selfClosing: tag.isSelfClosing,
      line: startLine,
    }
    if (!parent) roots.push(element)
    else if (parent.children === NOTHING) parent.children = [element]
    else (parent.children as XmlElement[]).push(element)
    open.push(element)
  })
  parser.on('closetag', (tag) => {
    if (tag.isSelfClosing) {
      if (tooDeep > 0) tooDeep--
      else open.pop()
      return
    }
    const closing = text.lastIndexOf('</', here() - 1)
    const own = text[closing + 2 + tag.name.length] === '>' && text.startsWith(tag.name, closing + 2)
    const named = own ? tag.name : (/^[^\s>]*/.exec(text.slice(closing + 2, closing + 300))?.[0] ?? '')
    // An end tag that belongs to nothing closes nothing here, though the parser lets it close everything.
    if (named !== tag.name && tooDeep === 0 && !open.some(({ name }) => name === named)) return
    if (tooDeep > 0) tooDeep--
    else shut(open.pop(), closing, named)
  })

  /** An element that is closed by the end tag of another one around it ends where that begins. */
  function shut(element: Open | undefined, closing: number, named: string): void {
    if (!element) return
    element.closing = closing + offset
    element.end = (named === element.name ? here() : closing) + offset
  }
  parser.on('comment', (content) => {
    const from = text.lastIndexOf('<!--', here() - 1)
    const comment = { text: showMarks(content), start: from + offset, line: lineAt(from) }
    const parent = open.at(-1)
    if (parent) parent.comments = added(parent.comments, comment)
    else comments.push(comment)
  })
  parser.on('text', (content) => {
    const parent = open.at(-1)
    if (!parent || !/\S/.test(content)) return
    parent.texts = added(parent.texts, { text: showMarks(clean(content)), line: lineAt(here()) })
  })
  try {
    parser.write(text)
    parser.close()
  } catch (error) {
    if (!(error instanceof TooManyFaults)) throw error
  }
  for (const element of open) {
    element.closing = text.length + offset
    element.end = text.length + offset
  }
  return { roots, comments, faults, ...(doctype ? { doctype } : {}) }
}

class TooManyFaults extends Error {}

function added<T>(list: readonly T[], item: T): readonly T[] {
  if (list === NOTHING) return [item]
  ;(list as T[]).push(item)
  return list
}

function clean(text: string): string {
  return text.slice(text.search(/\S/)).slice(0, 500).trimEnd()
}

/** Every element of a tree that a test takes, outer ones first; what is inside of one that was taken is not looked at. */
export function findElements(
  roots: readonly XmlElement[],
  takes: (element: XmlElement) => boolean,
): readonly XmlElement[] {
  const found: XmlElement[] = []
  const walk = (elements: readonly XmlElement[]) => {
    for (const element of elements) {
      if (takes(element)) found.push(element)
      else if (element.children.length > 0) walk(element.children)
    }
  }
  walk(roots)
  return found
}

export function childrenNamed(element: XmlElement | undefined, local: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.local === local) ?? []
}

/** The elements at the end of a path of local names. */
export function descend(element: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  return path.reduce<readonly XmlElement[]>(
    (found, local) => found.flatMap((each) => childrenNamed(each, local)),
    [element],
  )
}

/** Counts lines as an editor does: CR LF, LF and CR end one. It goes from the last position asked for, so near ones are cheap. */
export function lineCounter(text: string, first = 1): (position: number) => number {
  let at = 0
  let line = first
  let next = -1
  const ends = (i: number) => {
    const code = text.charCodeAt(i)
    return code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)
  }
  const plain = !text.includes('\r')
  return (position) => {
    if (plain && position >= at) {
      // Most files end their lines with a line feed, which is searched for much faster than counted.
      if (next < at) next = text.indexOf('\n', at)
      for (; next >= 0 && next < position; next = text.indexOf('\n', next + 1)) line++
      if (next < 0) next = text.length
      at = position
      return line
    }
    for (; at < position && at < text.length; at++) if (ends(at)) line++
    for (; at > position && at > 0; at--) if (ends(at - 1)) line--
    next = -1
    return line
  }
}

function split(name: string): readonly [string, string] {
  const colon = name.indexOf(':')
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)]
}

function namespaceOf(
  prefix: string,
  attributes: ReadonlyMap<string, string>,
  parent: XmlElement | undefined,
): string {
  const key = prefix === '' ? 'xmlns' : `xmlns:${prefix}`
  const own = attributes.get(key)
  if (own !== undefined) return own
  for (let at = parent; at; at = at.parent) {
    const value = at.attributes.get(key)
    if (value !== undefined) return value
  }
  return ''
}
