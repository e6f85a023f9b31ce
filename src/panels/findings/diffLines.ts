import type { ChangedLine, FileDiff } from '@meshwright/model/xml'
import type { CodeLine } from '../../ui/index.ts'
import { highlightXml } from '../xml/highlightXml.ts'

/** Unchanged lines that are shown around a change. */
const AROUND = 1

/**
 * The lines of a file that change, with the line that opens the element they belong to; what lies between is left out.
 * Numbers are those of the file as it is now.
 */
export function changedLines(diff: FileDiff): readonly CodeLine[] {
  const wanted = new Set<number>()
  diff.lines.forEach((line, index) => {
    if (line.kind === 'same') return
    for (let near = index - AROUND; near <= index + AROUND; near++) if (diff.lines[near]) wanted.add(near)
    const head = headOf(diff.lines, index)
    if (head !== undefined) wanted.add(head)
  })
  const spans = highlightXml(diff.lines.map(({ text }) => text).join('\n'), { foldAt: 40 })
  const kept = [...wanted].toSorted((a, b) => a - b)
  const indent = Math.min(...kept.map((index) => diff.lines[index]?.text.search(/\S|$/) ?? 0))
  return kept.flatMap((index, at): CodeLine[] => {
    const line = diff.lines[index]
    if (!line) return []
    const gap = at > 0 && index - (kept[at - 1] ?? index) > 1
    const shown: CodeLine = {
      id: `${diff.broker} ${index}`,
      spans: withoutIndent(spans[index] ?? [], indent),
      ...(line.before === undefined ? {} : { number: line.before }),
      ...(line.kind === 'same' ? {} : { change: line.kind }),
    }
    return gap
      ? [{ id: `${diff.broker} before ${index}`, spans: [{ text: '⋯', kind: 'faint' }] }, shown]
      : [shown]
  })
}

/** `hub.xml +3`, `ledger.xml +1 -2` */
export function changeCounts({ added, removed }: Pick<FileDiff, 'added' | 'removed'>): string {
  return [added > 0 && `+${added}`, removed > 0 && `-${removed}`].filter(Boolean).join(' ')
}

/** The line that opens the element a changed line belongs to: the nearest one above that begins with a tag of a name. */
function headOf(lines: readonly ChangedLine[], index: number): number | undefined {
  const element = lines[index]?.span?.element
  for (let at = index - 1; at >= 0; at--) {
    const line = lines[at]
    if (!line || line.kind !== 'same') continue
    if (line.span?.element !== element) return undefined
    if (/^\s*<networkConnector\b|^\s*<broker\b/.test(line.text)) return at
  }
  return undefined
}

function withoutIndent(spans: CodeLine['spans'], indent: number): CodeLine['spans'] {
  if (typeof spans === 'string') return spans.slice(indent)
  let left = indent
  return spans.flatMap((span) => {
    const cut = Math.min(left, span.text.length)
    left -= cut
    const text = span.text.slice(cut)
    return text === '' ? [] : [{ ...span, text }]
  })
}
