/** One replacement in a text. Insertions have the same start and end. */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Applies replacements that do not overlap; those at one place in the order in which they were given. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let at = 0
  for (const { start, end, text: replacement } of edits.toSorted(
    (a, b) => a.start - b.start || a.end - b.end,
  )) {
    if (start < at) continue
    result += text.slice(at, start) + replacement
    at = end
  }
  return result + text.slice(at)
}

/** The line end that a text uses first; a line feed where it has none. */
export function lineEndOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
}

/** The blanks before a place, if nothing else stands before it on its line. */
export function indentAt(text: string, position: number): string | undefined {
  let start = position
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--
  const before = text[start - 1]
  return start === 0 || before === '\n' || before === '\r' ? text.slice(start, position) : undefined
}

/** Takes a stretch out, and its whole lines where it has them for itself. */
export function removal(text: string, start: number, end: number): TextEdit {
  const indent = indentAt(text, start)
  if (indent === undefined) return { start, end, text: '' }
  const rest = /^[ \t]*(\r\n|\r|\n|$)/.exec(text.slice(end, end + 1000))
  return rest
    ? { start: start - indent.length, end: end + rest[0].length, text: '' }
    : { start, end, text: '' }
}

/** A value as it stands between quotes. */
export function escapeAttribute(value: string, quote: string): string {
  return value
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/\t/g, '&#9;')
    .replace(/\n/g, '&#10;')
    .replace(/\r/g, '&#13;')
    .replaceAll(quote, quote === '"' ? '&quot;' : '&apos;')
}

/** A value of a property in the text of an element. */
export function escapeText(value: string): string {
  return value
    .replace(/\\/g, '\\\\')
    .replace(/[\r\n]+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
}
