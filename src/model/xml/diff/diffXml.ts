import type { Design } from '../../design/design.ts'
import type { BrokerId } from '../../design/ids.ts'
import { networkOf, type Network } from '../../network/network.ts'
import { hostLabels } from '../../targets/hostLabels.ts'
import { diffLines } from './diffLines.ts'
import { fileNames } from '../fileNames.ts'
import { writeConfiguration } from '../writeConfiguration.ts'
import { spanAt, type LineSpan, type WrittenXml } from '../written.ts'

/** One line of a comparison. Numbers are lines of the two files, the first is 1. */
export interface ChangedLine {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
  readonly before?: number
  readonly after?: number
  /** What the line shows. */
  readonly span?: LineSpan
}

/** How one broker's file changes. */
export interface FileDiff {
  readonly broker: BrokerId
  /** The name of the file, after the change; before it, where the broker goes. */
  readonly path: string
  readonly added: number
  readonly removed: number
  /** Every line of both files, the common ones once. */
  readonly lines: readonly ChangedLine[]
}

/**
 * What a change does to the brokers' files, line by line: only files that differ, in the order of the brokers. A pair
 * is shown by the file of its first instance. Brokers that a change cannot touch are not written at all.
 */
export function diffXml(before: Design, after: Design): readonly FileDiff[] {
  if (before === after) return []
  const [left, right] = [networkOf(before), networkOf(after)]
  const gone = before.brokers.filter(({ id }) => !right.broker(id))
  return [...after.brokers, ...gone].flatMap(({ id }) => {
    if (sameBeginnings(left, right, id)) return []
    return diffFile(id, left, right) ?? []
  })
}

function diffFile(id: BrokerId, left: Network, right: Network): FileDiff | undefined {
  const before = writeConfiguration(left, id)
  const after = writeConfiguration(right, id)
  if (before?.text === after?.text) return undefined
  const [old, now] = [linesOf(before), linesOf(after)]
  const lines = diffLines(old, now).map((change): ChangedLine => {
    if (change.kind === 'removed') {
      return {
        kind: 'removed',
        text: old[change.before] ?? '',
        before: change.before + 1,
        ...spanned(before, change.before + 1),
      }
    }
    const text = now[change.after] ?? ''
    const place = { after: change.after + 1, ...spanned(after, change.after + 1) }
    return change.kind === 'added'
      ? { kind: 'added', text, ...place }
      : { kind: 'same', text, before: change.before + 1, ...place }
  })
  const count = (kind: ChangedLine['kind']) => lines.filter((line) => line.kind === kind).length
  const names = fileNames(right.design).get(id) ?? fileNames(left.design).get(id)
  return {
    broker: id,
    path: names?.configurations[0] ?? '',
    added: count('added'),
    removed: count('removed'),
    lines,
  }
}

function linesOf(written: WrittenXml | undefined): readonly string[] {
  return written ? written.text.replace(/\n$/, '').split('\n') : []
}

function spanned(written: WrittenXml | undefined, line: number): { readonly span?: LineSpan } {
  const span = written && spanAt(written.lines, line)
  return span ? { span } : {}
}

/** Tells whether everything that goes into a broker's file is the same object, so that the file must be the same too. */
function sameBeginnings(left: Network, right: Network, id: BrokerId): boolean {
  const [a, b] = [left.design, right.design]
  if (a.target !== b.target || a.engine !== b.engine || a.bridgeUser !== b.bridgeUser) return false
  const [old, now] = [left.declaredOn(id), right.declaredOn(id)]
  if (old.length !== now.length || !old.every((connector, index) => connector === now[index])) return false
  const touched = new Set([id, ...now.flatMap(({ to, alsoTo = [] }) => [to, ...alsoTo])])
  const [oldNames, names] = [fileNames(a).get(id), fileNames(b).get(id)]
  if (oldNames?.base !== names?.base) return false
  return [...touched].every(
    (broker) =>
      left.broker(broker) === right.broker(broker) &&
      left.region(left.broker(broker)?.region) === right.region(right.broker(broker)?.region) &&
      hostLabels(a).get(broker) === hostLabels(b).get(broker),
  )
}
