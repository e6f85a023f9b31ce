import { loopback } from '../source/addresses.ts'
import type { SourceBroker } from '../source/source.ts'

/** Brokers by what they are called: only those of one name may be a pair that nobody lists. */
export class Namesakes {
  readonly #brokers: readonly SourceBroker[]
  readonly #folders: readonly string[]
  readonly #alike = new Map<string, number[]>()

  constructor(brokers: readonly SourceBroker[], paths: readonly string[]) {
    this.#brokers = brokers
    this.#folders = brokers.map(({ file }) => (paths[file] ?? '').replace(/[^\\/]*$/, ''))
    for (const index of brokers.keys()) push(this.#alike, this.#keyOf(index), index)
  }

  #keyOf(index: number): string {
    const { identity, brokerName = '', group } = this.#brokers[index] ?? {}
    return JSON.stringify([identity?.broker ?? brokerName, group])
  }

  /** Brokers of one name that may belong together, two by two: all of a few, and of many those of one store or folder. */
  couples(): readonly Couple[] {
    return [...this.#alike.values()].flatMap((alike) => {
      if (alike.length <= FEW) return everyTwo(alike)
      const closer = new Map<string, number[]>()
      for (const index of alike) {
        const { store, identity } = this.#brokers[index] ?? {}
        push(closer, `folder ${this.#folders[index]}`, index)
        if (store !== undefined) push(closer, `store ${store}`, index)
        if (identity?.broker !== undefined) push(closer, 'identity', index)
      }
      return [...closer.values()].flatMap((list) => everyTwo(list.slice(0, FEW)))
    })
  }

  /**
   * Whether two of one name are worth a question. Of more than two in one place each has its name from the same copy; and
   * two that listen on one port of `localhost` are two versions of one file.
   */
  mayBePair(a: number, b: number): boolean {
    const alike = this.#alike.get(this.#keyOf(a)) ?? []
    const inFolder = alike.filter((index) => this.#folders[index] === this.#folders[a])
    const isTwo = alike.length === 2 || (inFolder.length === 2 && inFolder.includes(b))
    return isTwo && !this.#sharesLoopback(a, b)
  }

  #sharesLoopback(a: number, b: number): boolean {
    const [left, right] = [a, b].map((index) =>
      (this.#brokers[index]?.listeners ?? []).filter(({ openWire }) => openWire),
    )
    if (!left || !right || ![...left, ...right].every(({ host }) => loopback(host))) return false
    return left.some(({ port }) => port !== undefined && right.some((other) => other.port === port))
  }
}

/** Two brokers by their places in the list, the earlier first. */
export type Couple = readonly [number, number]

/** More brokers of one name than these are compared by store and folder alone. */
const FEW = 12

function push<K>(lists: Map<K, number[]>, key: K, index: number): void {
  const list = lists.get(key)
  if (list) list.push(index)
  else lists.set(key, [index])
}

function everyTwo(list: readonly number[]): readonly Couple[] {
  return list.flatMap((a, at) => list.slice(at + 1).map((b): Couple => [a, b]))
}

/** Two brokers as a couple; none where one is not known, or both are the same. */
export function couple(a: number | undefined, b: number | undefined): readonly Couple[] {
  if (a === undefined || b === undefined || a < 0 || b < 0 || a === b) return []
  return [a < b ? [a, b] : [b, a]]
}

/** Each couple once, in the order of the files. */
export function distinct(couples: readonly Couple[]): readonly Couple[] {
  const known = new Map(couples.map((each) => [each.join(' '), each]))
  return [...known.values()].toSorted((left, right) => left[0] - right[0] || left[1] - right[1])
}
