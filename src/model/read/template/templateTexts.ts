import { range, scalar, type TemplateScalar } from './templateNode.ts'

/** A text of a template, and where reading goes on behind it. */
export interface ReadText {
  readonly node: TemplateScalar
  readonly end: number
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '0': '\0' }

/** A plain text between brackets: it ends where a comma, a bracket or the colon of a key stands. */
export function plainInBrackets(text: string, at: number): ReadText {
  const pattern = /[^,[\]{}\r\n:]|:(?=[^\s,[\]{}])/y
  pattern.lastIndex = at
  let end = at
  while (pattern.exec(text)) end = pattern.lastIndex
  const value = text.slice(at, end).trimEnd()
  return { node: scalar(value, 'plain', range(at, value.length), at), end }
}

/** `'…'`, in which two quotes are one. */
export function singleQuoted(text: string, at: number): ReadText {
  return quoted(text, at, 'single', (here) =>
    text.startsWith("''", here) ? { value: "'", end: here + 2 } : undefined,
  )
}

/** `"…"` with its escapes. */
export function doubleQuoted(text: string, at: number): ReadText {
  return quoted(text, at, 'double', (here) => {
    if (text[here] !== '\\') return undefined
    const escape = /\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|\r?\n[ \t]*|[^])/y
    escape.lastIndex = here
    const code = escape.exec(text)?.[1] ?? ''
    const end = here + 1 + code.length
    // An escaped line end is nothing: the text goes on in the next line.
    if (/^\r?\n/.test(code)) return { value: '', end }
    const value = /^[ux]./.test(code)
      ? String.fromCharCode(Number.parseInt(code.slice(1), 16))
      : ESCAPES[code]
    return { value: value ?? code, end }
  })
}

/** What stands for something else inside of quotes: an escape, a doubled quote, line ends. */
interface Replaced {
  readonly value: string
  readonly end: number
}

function quoted(
  text: string,
  at: number,
  style: 'single' | 'double',
  escaped: (here: number) => Replaced | undefined,
): ReadText {
  const quote = text[at]
  const places: number[] = []
  let value = ''
  let here = at + 1
  while (here < text.length) {
    const replaced = escaped(here) ?? lineEnds(text, here)
    if (!replaced && text[here] === quote) break
    const { value: taken, end } = replaced ?? { value: text[here] ?? '', end: here + 1 }
    for (let i = 0; i < taken.length; i++) places.push(here)
    value += taken
    here = end
  }
  // A quote that nobody closes ends with the file; behind that, nothing would be found to go on with.
  const end = Math.min(here + 1, text.length)
  return { node: { kind: 'scalar', value, style, places: [...places, here], indent: '', at }, end }
}

/** A line end in quotes is a blank, and empty lines are line ends. */
function lineEnds(text: string, here: number): Replaced | undefined {
  const blanks = /(?:\r\n|\r|\n)[ \t]*((?:(?:\r\n|\r|\n)[ \t]*)*)/y
  blanks.lastIndex = here
  const match = blanks.exec(text)
  if (!match) return undefined
  const empty = match[1]?.match(/\r\n|\r|\n/g)?.length ?? 0
  return { value: empty === 0 ? ' ' : '\n'.repeat(empty), end: here + match[0].length }
}

/**
 * `|` or `>`, with the lines below it. Folded lines stay apart, which is the same in XML.
 *
 * @param parent - the column of what the text belongs to
 */
export function blockText(text: string, at: number, parent: number): ReadText {
  const header = /[|>]([+-]?)(\d?)([+-]?)[^\r\n]*/y
  header.lastIndex = at
  const match = header.exec(text)
  let depth = match?.[2] ? Math.max(parent, 0) + Number(match[2]) : undefined
  let end = header.lastIndex
  const characters: string[] = []
  const places: number[] = []
  const line = /(\r\n|\r|\n)([ ]*)([^\r\n]*)/y
  for (;;) {
    line.lastIndex = end
    const found = line.exec(text)
    if (!found) break
    const [whole, , blanks = '', content = ''] = found
    const start = found.index + (found[1]?.length ?? 0)
    if (content !== '') {
      depth ??= blanks.length
      if (blanks.length < depth || blanks.length <= parent) break
      const own = text.slice(start + depth, found.index + whole.length)
      for (let i = 0; i < own.length; i++) places.push(start + depth + i)
      characters.push(own)
    }
    end = found.index + whole.length
    places.push(end)
    characters.push('\n')
  }
  const value = characters.join('')
  const indent = ' '.repeat(depth ?? 0)
  return { node: { kind: 'scalar', value, style: 'block', places: [...places, end], indent, at }, end }
}
