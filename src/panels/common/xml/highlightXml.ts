import type { CodeSpan } from '../../../ui/index.ts'

type Kind = NonNullable<CodeSpan['kind']>

/** Where the reader of the text is at the end of a line: comments, tags and values may go on in the next. */
type Mode = 'text' | 'tag' | 'comment' | 'instruction' | 'double' | 'single'

/** Longest value that is shown whole; what is longer is folded in its middle. */
const FOLD_AT = 64

/**
 * Colours XML line by line: element names, attributes, values, comments. The spans of a line, joined, are the line.
 * Text that is no XML comes out as it is, without colour: nothing is ever lost.
 */
export function highlightXml(
  text: string,
  options: { readonly foldAt?: number } = {},
): readonly (readonly CodeSpan[])[] {
  const foldAt = options.foldAt ?? FOLD_AT
  let mode: Mode = 'text'
  return text.split('\n').map((line) => {
    const spans: CodeSpan[] = []
    const take = (piece: string, kind?: Kind) => {
      if (piece === '') return
      spans.push({
        text: piece,
        ...(kind === undefined ? {} : { kind }),
        ...(kind === 'value' && piece.length > foldAt ? { foldAt } : {}),
      })
    }
    let at = 0
    while (at < line.length) {
      const rest = line.slice(at)
      const { pieces, length, next } = STEPS[mode](rest)
      for (const [piece, kind] of pieces) take(piece, kind)
      at += length
      mode = next
    }
    return spans
  })
}

interface Step {
  readonly pieces: readonly (readonly [string, Kind?])[]
  readonly length: number
  readonly next: Mode
}

const STEPS: Readonly<Record<Mode, (rest: string) => Step>> = {
  text(rest) {
    if (rest.startsWith('<!--')) return until(rest, '-->', 'note', 'comment')
    if (rest.startsWith('<?')) return until(rest, '?>', 'faint', 'instruction')
    const tag = /^(<\/?)([^\s/>"'=<]*)/.exec(rest)
    if (tag)
      return step(
        [
          [tag[1] ?? '', 'faint'],
          [tag[2] ?? '', 'name'],
        ],
        tag[0].length,
        'tag',
      )
    const plain = /^[^<]+/.exec(rest)?.[0] ?? rest
    return step([[plain]], plain.length, 'text')
  },
  tag(rest) {
    const close = /^\/?>/.exec(rest)
    if (close) return step([[close[0], 'faint']], close[0].length, 'text')
    const key = /^([^\s=/>"']+)(\s*=)?/.exec(rest)
    if (key)
      return step(
        [
          [key[1] ?? '', 'key'],
          [key[2] ?? '', 'faint'],
        ],
        key[0].length,
        'tag',
      )
    if (rest.startsWith('"')) return until(rest, '"', 'value', 'double', 'tag', 1)
    if (rest.startsWith("'")) return until(rest, "'", 'value', 'single', 'tag', 1)
    const other = /^\s+|^./.exec(rest)?.[0] ?? rest
    return step([[other]], other.length, 'tag')
  },
  comment: (rest) => until(rest, '-->', 'note', 'comment'),
  instruction: (rest) => until(rest, '?>', 'faint', 'instruction'),
  double: (rest) => until(rest, '"', 'value', 'double', 'tag'),
  single: (rest) => until(rest, "'", 'value', 'single', 'tag'),
}

function step(pieces: Step['pieces'], length: number, next: Mode): Step {
  return { pieces, length, next }
}

/** Everything up to and with `end`, in one colour; without it the rest of the line, and the mode goes on. */
function until(rest: string, end: string, kind: Kind, mode: Mode, next: Mode = 'text', from = 0): Step {
  const found = rest.indexOf(end, from)
  if (found < 0) return step([[rest, kind]], rest.length, mode)
  const length = found + end.length
  return step([[rest.slice(0, length), kind]], length, next)
}
