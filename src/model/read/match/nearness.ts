import { COMMON, foldersShared, nameOfFile, wordsOf } from '../source/fileWords.ts'
import type { SourceBroker } from '../source/source.ts'

/** How near two brokers stand, as the places and names of their files show. More is nearer. */
export interface Nearness {
  /** 2: they are in one file. Else how their files are called: 1 alike up to a number, 0 otherwise. */
  readonly kin: 0 | 1 | 2
  /** Steps from one folder to the other; none within a folder. */
  readonly steps: number
  /** How much of the files' and the brokers' names is the same, from 0 to 2. */
  readonly alike: number
}

/** Words by which files and brokers are compared. */
interface Named {
  readonly path: string
  readonly depth: number
  readonly file: readonly string[]
  readonly broker: readonly string[]
}

/** Compares brokers by their files: those of one network lie together and are called alike. */
export class Neighbours {
  readonly #named: readonly Named[]

  constructor(brokers: readonly SourceBroker[], paths: readonly string[]) {
    this.#named = brokers.map(({ file, brokerName = '' }) => {
      const path = paths[file] ?? ''
      return {
        path,
        depth: path.split(/[\\/]/).length - 1,
        file: lettersOf(nameOfFile(path)),
        broker: lettersOf(brokerName),
      }
    })
  }

  /** The likeliest first; of those that are as likely, the nearest to one broker. */
  sorted<T extends { readonly index: number; readonly score: number }>(
    to: number,
    list: readonly T[],
  ): readonly T[] {
    const known = new Map<number, Nearness>()
    const nearness = (index: number) => {
      const found = known.get(index) ?? this.compare(to, index)
      known.set(index, found)
      return found
    }
    return list.toSorted((a, b) => b.score - a.score || byNearness(nearness(a.index), nearness(b.index)))
  }

  compare(a: number, b: number): Nearness {
    const [left, right] = [this.#named[a], this.#named[b]]
    if (!left || !right) return { kin: 0, steps: 0, alike: 0 }
    const shared = commonFolders(left, right)
    const file = overlap(left.file, right.file)
    return {
      kin: left.path === right.path ? 2 : file === 1 || counterparts(left.file, right.file) ? 1 : 0,
      steps: left.depth + right.depth - 2 * shared,
      alike: file + overlap(left.broker, right.broker),
    }
  }
}

/** Which of two is nearer, for sorting the nearest first. */
export function byNearness(a: Nearness, b: Nearness): number {
  return rank(b.kin === 2) - rank(a.kin === 2) || a.steps - b.steps || b.kin - a.kin || b.alike - a.alike
}

/** Tells whether nobody who reads the files would hesitate between the two. */
export function isPlainlyNearer(a: Nearness, b: Nearness): boolean {
  if (rank(a.kin === 2) !== rank(b.kin === 2)) return a.kin === 2
  return a.steps === b.steps ? a.kin > b.kin : a.steps < b.steps
}

const rank = (is: boolean) => (is ? 1 : 0)

function commonFolders(a: Named, b: Named): number {
  const shared = foldersShared(a.path, b.path)
  // One more is counted for the same folder.
  return Math.min(shared, a.depth, b.depth)
}

/** Words without numbers and the one letter that counts like a number: `broker` of `broker1`, `brokerA` and `broker-1A`. */
function lettersOf(name: string): readonly string[] {
  return wordsOf(name)
    .flatMap((word) => word.split(/\p{N}+/u))
    .filter((word) => word.length > 1)
}

/** What the two ends of a link are often called. */
const ENDS: readonly (readonly [string, string])[] = [
  ['local', 'remote'],
  ['sender', 'receiver'],
  ['producer', 'consumer'],
  ['source', 'target'],
  ['hub', 'spoke'],
  ['core', 'edge'],
  ['central', 'site'],
  ['parent', 'child'],
  ['upstream', 'downstream'],
  ['master', 'slave'],
  ['primary', 'secondary'],
  ['inner', 'outer'],
  ['internal', 'external'],
  ['left', 'right'],
  ['first', 'second'],
  ['one', 'two'],
  ['east', 'west'],
  ['north', 'south'],
]

const OTHER_END: ReadonlyMap<string, string> = new Map(
  ENDS.flatMap(([a, b]) => [
    [a, b],
    [b, a],
  ]),
)

/** From 0, nothing shared, to 1, the same words; the other end of a link is half of it. */
function overlap(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 1
  const shares = a.map((word) => (b.includes(word) ? 1 : b.includes(OTHER_END.get(word) ?? '') ? 0.5 : 0))
  return (2 * shares.reduce<number>((sum, share) => sum + share, 0)) / (a.length + b.length)
}

/**
 * `sender` and `receiver`, `localBroker-authn` and `remoteBroker-authn`: one word differs, which is the other end of a
 * link, or stands beside a telling word that both share.
 */
function counterparts(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false
  const [at, ...more] = a.flatMap((word, index) => (word === b[index] ? [] : [index]))
  if (at === undefined || more.length > 0) return false
  return OTHER_END.get(a[at] ?? '') === b[at] || a.some((word, index) => index !== at && !COMMON.has(word))
}
