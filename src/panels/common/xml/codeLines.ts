import type { ReturnedFile } from '@meshwright/model/read'
import type { CodeLine, CodeSpan } from '../../../ui/index.ts'
import { highlightXml } from './highlightXml.ts'
import { markChanges } from './markChanges.ts'

/** What stands for lines that are left out. */
const GAP: CodeSpan = { text: '…', kind: 'faint' }

/** The changed lines with those around them, and what differs in them marked. Each run is coloured by itself. */
export function codeLines(file: Pick<ReturnedFile, 'path' | 'lines'>): readonly CodeLine[] {
  const runs: string[][] = [[]]
  for (const { kind, text } of file.lines) {
    if (kind === 'gap') runs.push([])
    else runs.at(-1)?.push(text)
  }
  const spans = runs.flatMap((run, index) => [
    ...(index > 0 ? [[GAP]] : []),
    ...(run.length > 0 ? highlightXml(run.join('\n')) : []),
  ])
  const lines = file.lines.map(({ kind, number }, index): CodeLine => ({
    id: `${file.path} ${index}`,
    spans: spans[index] ?? '',
    ...(number === undefined ? {} : { number }),
    ...(kind === 'added' || kind === 'removed' ? { change: kind } : {}),
  }))
  return markChanges(lines)
}
