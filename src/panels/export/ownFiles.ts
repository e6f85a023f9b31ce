import type { ReturnedFile } from '@meshwright/model/read'
import type { CodeLine, CodeSpan } from '../../ui/index.ts'
import { counted } from '../common/words.ts'
import { highlightXml } from '../common/xml/highlightXml.ts'

/** What stands for lines that are left out. */
const GAP: CodeSpan = { text: '…', kind: 'faint' }

/** Files with changes first, new ones last of them. */
export function orderFiles(files: readonly ReturnedFile[]): {
  readonly changed: readonly ReturnedFile[]
  readonly same: readonly ReturnedFile[]
} {
  const of = (state: ReturnedFile['state']) => files.filter((file) => file.state === state)
  return { changed: [...of('changed'), ...of('new')], same: of('same') }
}

/** `1 connector, +2 −1`, `new`, `unchanged` */
export function changeOf({ state, connectors, added, removed }: ReturnedFile): string {
  if (state === 'same') return 'unchanged'
  if (state === 'new') return 'new'
  const lines = [added > 0 && `+${added}`, removed > 0 && `−${removed}`].filter(Boolean).join(' ')
  const what = connectors > 0 ? counted(connectors, 'connector') : 'changed'
  return lines === '' ? what : `${what}, ${lines}`
}

/** The changed lines with those around them, as they are shown. Each run is coloured by itself. */
export function codeLines(file: ReturnedFile): readonly CodeLine[] {
  const runs: string[][] = [[]]
  for (const { kind, text } of file.lines) {
    if (kind === 'gap') runs.push([])
    else runs.at(-1)?.push(text)
  }
  const spans = runs.flatMap((run, index) => [
    ...(index > 0 ? [[GAP]] : []),
    ...(run.length > 0 ? highlightXml(run.join('\n')) : []),
  ])
  return file.lines.map(({ kind, number }, index) => ({
    id: `${file.path} ${index}`,
    spans: spans[index] ?? '',
    ...(number === undefined ? {} : { number }),
    ...(kind === 'added' || kind === 'removed' ? { change: kind } : {}),
  }))
}
