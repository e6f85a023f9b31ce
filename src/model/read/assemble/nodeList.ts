import type { BrokerId } from '../../design/ids.ts'
import { uniqueName } from '../../design/edits/names.ts'
import { groupPrefix } from '../match/names.ts'
import type { Remote } from '../source/addresses.ts'
import type { SourceBroker } from '../source/source.ts'
import { impliedBroker } from './brokerOf.ts'
import type { Node } from './node.ts'

/** The brokers of a design on their way: those that files describe, and those that stand for what no file describes. */
export class NodeList {
  readonly #all: Node[] = []
  readonly #of = new Map<number, Node>()
  readonly #outside = new Map<string, Node>()
  readonly #names = new Set<string>()
  #count = 0

  get all(): readonly Node[] {
    return this.#all
  }

  /** The broker of the design that a broker of the files became, by its place among them. */
  of(index: number): Node | undefined {
    return this.#of.get(index)
  }

  /** Takes a broker of the files in; with `partner`, as the other instance of that one's pair. */
  describe(index: number, broker: SourceBroker, name: string, partner: number | undefined): void {
    const known = partner === undefined ? undefined : this.#of.get(partner)
    // Counted for a second instance too: ids follow the files, whatever becomes of them.
    const id = this.#nextId()
    if (known) {
      this.#of.set(index, known)
      known.sources.push(broker)
      known.pair = true
      return
    }
    const node: Node = { id, sources: [broker], name, reached: [], pair: broker.pair === true }
    this.#all.push(node)
    this.#names.add(name)
    this.#of.set(index, node)
  }

  hasOutside(key: string): boolean {
    return this.#outside.has(key)
  }

  /** A broker that no file describes, by the places where it is reached. */
  external(key: string, name: string, places: readonly Remote[]): Node {
    const known = this.#outside.get(key)
    if (known) return known
    const node: Node = {
      id: this.#nextId(),
      sources: [],
      name: this.#freeName(name),
      external: true,
      reached: [...places],
      pair: places.length >= 2 || places.some(({ amazon }) => amazon?.instance === 2),
    }
    this.#all.push(node)
    for (const place of places) this.#outside.set(place.key, node)
    this.#outside.set(key, node)
    return node
  }

  /** A broker that only connectors' names speak of: a guide shows no file for it. */
  implied(key: string, name: string, from: SourceBroker | undefined): Node {
    const known = this.#outside.get(key)
    if (known) return known
    const source = impliedBroker(name, from)
    const node: Node = {
      id: this.#nextId(),
      sources: [source],
      name: this.#freeName(from?.group === undefined ? name : `${groupPrefix(from.group)}-${name}`),
      reached: [],
      pair: false,
    }
    this.#all.push(node)
    this.#outside.set(key, node)
    return node
  }

  #nextId(): BrokerId {
    this.#count++
    return `b${this.#count}`
  }

  #freeName(wanted: string): string {
    const name = this.#names.has(wanted) ? uniqueName(wanted, this.#names) : wanted
    this.#names.add(name)
    return name
  }
}
