import { isBrokerId, isConnectorId } from '../../design/ids.ts'
import type { Design } from '../../design/design.ts'
import type { Problem } from '../../outcome.ts'
import { diffLines } from '../../xml/diff/diffLines.ts'
import { decode } from '../text/encoding.ts'
import { maskSecrets } from './maskSecrets.ts'
import { openBase64 } from './openBase64.ts'
import { fitFiles, type FitOptions } from '../fit/fitFiles.ts'
import { patchFiles } from './patchFile.ts'
import type { Reading } from '../reading.ts'

/** A changed line and what stands around it; numbers are those of the file before (removed, same) or after (added), absent inside of base64. */
export interface ShownLine {
  readonly kind: 'same' | 'added' | 'removed' | 'gap'
  readonly number?: number
  /** Passwords masked. */
  readonly text: string
}

/** A file as it would leave the page. */
export interface ReturnedFile {
  readonly path: string
  readonly bytes: Uint8Array
  /** `new`: a broker that no file describes. */
  readonly state: 'same' | 'changed' | 'new'
  /** Connectors in it that were added, removed or changed. */
  readonly connectors: number
  readonly added: number
  readonly removed: number
  /** Empty for files that are the same. */
  readonly lines: readonly ShownLine[]
}

export interface Returned {
  readonly files: readonly ReturnedFile[]
  /** What the design says and a file does not, and why. */
  readonly problems: readonly Problem[]
  /** What was left out of files for Amazon MQ, by the lines on which it stood. */
  readonly leftOut: readonly Problem[]
  /** What stays in files, and will be removed or refused where they go. */
  readonly stays: readonly Problem[]
}

/** Lines around a change that are shown with it. */
const AROUND = 2
/** Whole new files and rewritten ones are shown so far. */
const MOST_LINES = 400

/** `fitFiles`, with what changed in each file as it can be shown to a person. */
export function giveBack(reading: Reading, design: Design, options: FitOptions = {}): Returned {
  const { files, problems, leftOut, stays } = fitFiles(reading, design, options)
  const taken = new Set<string>()
  return {
    problems,
    leftOut,
    stays,
    files: files.map(({ path: own, bytes, changed, from: index = -1 }): ReturnedFile => {
      const old = reading.sources[index]?.bytes
      const path = freePath(own, taken)
      taken.add(path)
      if (!changed) return { path, bytes, state: 'same', connectors: 0, added: 0, removed: 0, lines: [] }
      const lines = changesIn(old ? decode(old).text : '', decode(bytes).text)
      return {
        path,
        bytes,
        state: old ? 'changed' : 'new',
        connectors: old ? changedConnectors(reading, design, index) : 0,
        added: lines.filter(({ kind }) => kind === 'added').length,
        removed: lines.filter(({ kind }) => kind === 'removed').length,
        lines: lines.slice(0, MOST_LINES),
      }
    }),
  }
}

/** What of its files would change from one state of a design to another: the lines that differ, in the files' own style. */
export function changesBetween(reading: Reading, before: Design, after: Design): readonly ReturnedFile[] {
  const count = reading.sources.length
  const [old, now] = [patchFiles(reading, before).files, patchFiles(reading, after).files]
  const kept = now.slice(0, count).map((file, index) => [old[index], file] as const)
  const fresh = now.slice(count).map((file) => {
    const former = old.slice(count).find(({ path }) => path === file.path)
    return [former, file] as const
  })
  return [...kept, ...fresh].flatMap(([former, { path, bytes }]): ReturnedFile[] => {
    if (former?.bytes === bytes) return []
    const lines = changesIn(former ? decode(former.bytes).text : '', decode(bytes).text)
    if (lines.length === 0) return []
    return [
      {
        path,
        bytes,
        state: former ? 'changed' : 'new',
        connectors: 0,
        added: lines.filter(({ kind }) => kind === 'added').length,
        removed: lines.filter(({ kind }) => kind === 'removed').length,
        lines: lines.slice(0, MOST_LINES),
      },
    ]
  })
}

/** Files of several imports may be called the same. */
function freePath(path: string, taken: ReadonlySet<string>): string {
  const [, stem = '', ending = ''] = /^(.*?)(\.[^./]*)?$/s.exec(path) ?? []
  let free = path
  for (let number = 2; taken.has(free); number++) free = `${stem} (${number})${ending}`
  return free
}

function changesIn(before: string, after: string): readonly ShownLine[] {
  const [old, now] = [openBase64(before), openBase64(after)]
  const [shownOld, shownNow] = [old, now].map(({ lines }) => maskSecrets(lines.join('\n')).split('\n'))
  const numbered = (number: number | undefined) => (number === undefined ? {} : { number })
  const changes = diffLines(old.lines, now.lines)
  const near = new Set<number>()
  changes.forEach(({ kind }, index) => {
    if (kind === 'same') return
    for (let at = index - AROUND; at <= index + AROUND; at++) near.add(at)
  })
  const lines: ShownLine[] = []
  changes.forEach((change, index) => {
    if (!near.has(index)) {
      if (lines.length > 0 && lines.at(-1)?.kind !== 'gap') lines.push({ kind: 'gap', text: '' })
      return
    }
    lines.push(
      change.kind === 'added'
        ? { kind: 'added', ...numbered(now.numbers[change.after]), text: shownNow?.[change.after] ?? '' }
        : {
            kind: change.kind,
            ...numbered(old.numbers[change.before]),
            text: shownOld?.[change.before] ?? '',
          },
    )
  })
  if (lines.at(-1)?.kind === 'gap') lines.pop()
  return lines
}

/** How many connectors of the brokers that a file describes are not as they were read. */
function changedConnectors(reading: Reading, design: Design, file: number): number {
  const { brokers, connectors } = reading.origins
  const owners = new Set<string>()
  for (const [id, sources] of brokers) {
    if (isBrokerId(id) && sources.some((source) => source.file === file)) owners.add(id)
  }
  const read = new Map(reading.document.design.connectors.map((each) => [each.id, each]))
  let count = 0
  for (const [id, sources] of connectors) {
    if (!isConnectorId(id) || !sources.some((source) => source.file === file)) continue
    const now = design.connectors.find((each) => each.id === id)
    if (JSON.stringify(now) !== JSON.stringify(read.get(id))) count++
  }
  return count + design.connectors.filter(({ id, from }) => owners.has(from) && !connectors.has(id)).length
}
