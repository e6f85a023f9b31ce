import { hostLabel } from '../../targets/hostLabels.ts'
import { COMMON, plain, tailsOf, wordsOf, type HostWords } from '../source/fileWords.ts'
import type { SourceBroker } from '../source/source.ts'

/** More brokers than these that have a port or a word are not told from one another by it. */
const MOST_ALIKE = 100

/** By what brokers may be found, so that an address is compared with few of them and not with all. */
export class BrokerIndex {
  readonly #ports = new Map<number, number[]>()
  readonly #words = new Map<string, number[]>()
  /** Whole names, numbers and ends of names: what a connector's name calls a broker by. */
  readonly #called = new Map<string, number[]>()
  /** Hosts, broker ids and the names that stand in made-up hosts. */
  readonly #known = new Map<string, number[]>()

  constructor(brokers: readonly SourceBroker[], names: readonly (readonly string[])[]) {
    for (const [index, broker] of brokers.entries()) {
      const { identity, listeners, amazon, brokerName, fallback } = broker
      for (const { port, host, openWire } of listeners) {
        if (!openWire) continue
        if (port !== undefined) add(this.#ports, port, index)
        if (host !== '') add(this.#known, `host ${host.toLowerCase()}`, index)
      }
      if (identity?.host !== undefined) add(this.#known, `host ${identity.host.toLowerCase()}`, index)
      const id = identity?.id ?? amazon?.brokerId
      if (id !== undefined) add(this.#known, `id ${id}`, index)
      add(this.#known, `label ${hostLabel(identity?.broker ?? brokerName ?? fallback)}`, index)
      for (const name of names[index] ?? []) {
        add(this.#known, `label ${hostLabel(name)}`, index)
        const words = wordsOf(name)
        for (const word of words) add(this.#words, word, index)
        add(this.#called, plain(name), index)
        for (const tail of tailsOf(words)) if (!COMMON.has(tail)) add(this.#called, tail, index)
        const number = /(\d+)$/.exec(name)?.[1]
        if (number !== undefined) add(this.#called, `# ${Number(number)}`, index)
      }
    }
  }

  onPort(port: number | undefined): readonly number[] {
    return (port === undefined ? undefined : this.#ports.get(port))?.slice(0, MOST_ALIKE) ?? []
  }

  /** Brokers that have a host, a broker id or a label of a made-up host. */
  known(kind: 'host' | 'id' | 'label', what: string): readonly number[] {
    return this.#known.get(`${kind} ${what}`) ?? []
  }

  /** Brokers that a plain word names by their whole name, their number or the end of their name. */
  called(word: string): readonly number[] {
    const number = /^\d+$/.test(word) ? (this.#called.get(`# ${Number(word)}`) ?? []) : []
    return [...(this.#called.get(word) ?? []), ...number]
  }

  /** Brokers that a plain word may name at all. */
  named(word: string): readonly number[] {
    return [...this.called(word), ...this.#telling(word)]
  }

  /** Brokers that the words of a host may name. */
  namedByHost({ plain: whole, words, stem }: HostWords): readonly number[] {
    return [...whole, ...(stem === undefined ? [] : [stem]), ...words].flatMap((word) => this.named(word))
  }

  #telling(word: string): readonly number[] {
    const found = this.#words.get(word) ?? []
    return found.length > MOST_ALIKE ? [] : found
  }
}

function add<K>(lists: Map<K, number[]>, key: K, index: number): void {
  const list = lists.get(key)
  if (!list) lists.set(key, [index])
  else if (list.at(-1) !== index) list.push(index)
}
