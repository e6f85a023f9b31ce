import type { CodeLine, CodeSpan } from '../../../ui/index.ts'

/** Lines that share less of their text are two lines, not one that changed. */
const LEAST_SHARED = 0.5

/**
 * Marks what differs where a line is replaced by nearly the same line, so that an attribute at the end of a long line is
 * seen at once. Of lines that are removed and added one behind the other, the first is paired with the first.
 */
export function markChanges(lines: readonly CodeLine[]): readonly CodeLine[] {
  const marked = [...lines]
  for (let at = 0; at < lines.length;) {
    const added = endOf(lines, at, 'removed')
    const end = endOf(lines, added, 'added')
    for (let offset = 0; at + offset < added && added + offset < end; offset++) {
      const [before, after] = [lines[at + offset], lines[added + offset]]
      const changed = before && after && changedIn(textOf(before), textOf(after))
      if (!changed) continue
      marked[at + offset] = withMark(before, changed.from, changed.before)
      marked[added + offset] = withMark(after, changed.from, changed.after)
    }
    at = Math.max(end, at + 1)
  }
  return marked
}

function endOf(lines: readonly CodeLine[], from: number, change: CodeLine['change']): number {
  let end = from
  while (lines[end] && lines[end]?.change === change) end++
  return end
}

interface Changed {
  /** Where the two texts part, and where each meets the other again. */
  readonly from: number
  readonly before: number
  readonly after: number
}

/** The stretch in which two texts differ, in whole words; `undefined` where they have too little in common. */
function changedIn(before: string, after: string): Changed | undefined {
  const most = Math.min(before.length, after.length)
  let from = 0
  while (from < most && before[from] === after[from]) from++
  let same = 0
  while (same < most - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same++
  const shared = before.slice(0, from).trim().length + same
  if (shared < Math.min(before.trim().length, after.trim().length) * LEAST_SHARED) return undefined
  while (from > 0 && isInWord(before, from) && isInWord(after, from)) from--
  while (same > 0 && isInWord(before, before.length - same) && isInWord(after, after.length - same)) same--
  return { from, before: before.length - same, after: after.length - same }
}

/** Whether a place stands between two characters of one word. */
function isInWord(text: string, at: number): boolean {
  return /^[\w.-]{2}$/.test(text.slice(at - 1, at + 1))
}

function withMark(line: CodeLine, from: number, to: number): CodeLine {
  if (from >= to) return line
  let at = 0
  const spans = spansOf(line).flatMap((span): readonly CodeSpan[] => {
    const [start, end] = [at, at + span.text.length]
    at = end
    const cut = (first: number, last: number) =>
      span.text.slice(Math.max(first - start, 0), Math.max(last - start, 0))
    const { foldAt: _, ...whole } = span
    return [
      { ...span, text: cut(start, Math.min(from, end)) },
      // What changed is never folded away.
      { ...whole, text: cut(Math.max(from, start), Math.min(to, end)), mark: true as const },
      { ...span, text: cut(Math.max(to, start), end) },
    ].filter(({ text }) => text !== '')
  })
  return { ...line, spans }
}

function spansOf({ spans }: CodeLine): readonly CodeSpan[] {
  return typeof spans === 'string' ? [{ text: spans }] : spans
}

function textOf(line: CodeLine): string {
  return spansOf(line)
    .map(({ text }) => text)
    .join('')
}
