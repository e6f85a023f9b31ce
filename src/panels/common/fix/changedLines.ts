import type { ChangedLine, FileDiff } from '@meshwright/model/xml'
import type { CodeLine, CodeSpan } from '../../../ui/index.ts'
import { highlightXml } from '../xml/highlightXml.ts'
import { markChanges } from '../xml/markChanges.ts'

type Spans = readonly CodeSpan[]

/** What stands for lines that are left out. */
const LEFT_OUT: CodeSpan = { text: ' …', kind: 'faint' }

/**
 * The lines of a file that change, each run of them below one line that says whose they are: the element and its name.
 * Lines that belong to no connector stand between their neighbours instead. Numbers are those of the file as it is now.
 */
export function changedLines(diff: FileDiff): readonly CodeLine[] {
  const spans = highlightXml(diff.lines.map(({ text }) => text).join('\n'), { foldAt: 40 })
  const rows: CodeLine[] = []
  let head: number | undefined
  let last = -2
  diff.lines.forEach((line, index) => {
    if (line.kind === 'same') return
    const own = headOf(diff.lines, index)
    if (own === undefined ? index - last > 1 : own !== head) {
      rows.push(...(own === undefined ? contextRow(diff, spans, index - 1) : [headRow(diff, spans, own)]))
      head = own
    }
    rows.push({
      id: `${diff.broker} ${index}`,
      spans: indented(spans[index] ?? []),
      ...(line.before === undefined ? {} : { number: line.before }),
      change: line.kind,
    })
    last = index
  })
  return markChanges(rows)
}

/** `+3`, `+1 -2` */
export function changeCounts({ added, removed }: Pick<FileDiff, 'added' | 'removed'>): string {
  return [added > 0 && `+${added}`, removed > 0 && `-${removed}`].filter(Boolean).join(' ')
}

/** The line that opens the connector a changed line belongs to; `undefined` for lines of the broker itself. */
function headOf(lines: readonly ChangedLine[], index: number): number | undefined {
  const element = lines[index]?.span?.element
  if (!element?.startsWith('c')) return undefined
  for (let at = index; at >= 0; at--) {
    const line = lines[at]
    if (!line || line.span?.element !== element) return undefined
    if (line.kind === 'same' && /^\s*<networkConnector\b/.test(line.text)) return at
  }
  return undefined
}

/** `<networkConnector name="hub-to-billing" …`, whatever lines these stand on in the file. */
function headRow(diff: FileDiff, spans: readonly Spans[], at: number): CodeLine {
  const next = diff.lines[at + 1]
  const name =
    next?.kind === 'same' && /^\s*name=/.test(next.text)
      ? [{ text: ' ' }, ...trimmed(spans[at + 1] ?? [])]
      : []
  const line = diff.lines[at]
  return {
    id: `${diff.broker} head ${at}`,
    spans: [...trimmed(spans[at] ?? []), ...name, LEFT_OUT],
    ...(line?.before === undefined ? {} : { number: line.before }),
  }
}

function contextRow(diff: FileDiff, spans: readonly Spans[], at: number): readonly CodeLine[] {
  const line = diff.lines[at]
  if (!line) return []
  return [
    {
      id: `${diff.broker} context ${at}`,
      spans: [...trimmed(spans[at] ?? []), LEFT_OUT],
      ...(line.before === undefined ? {} : { number: line.before }),
    },
  ]
}

function indented(spans: Spans): Spans {
  return [{ text: '  ' }, ...trimmed(spans)]
}

/** The spans of a line without the blanks it begins with. */
function trimmed(spans: Spans): Spans {
  let isStart = true
  return spans.flatMap((span) => {
    const text = isStart ? span.text.trimStart() : span.text
    if (text !== '') isStart = false
    return text === '' ? [] : [{ ...span, text }]
  })
}
