import { groupName, isNamed, keyOf, nameOfRemote, titleOf, whyUnknown } from '../match/names.ts'
import { EXTERNAL, takenToLead } from '../match/questions.ts'
import type { Guess } from '../reading.ts'
import { namesOf } from '../match/score.ts'
import type { Destinations, Remote } from '../source/addresses.ts'
import { endsInName, plain, type Ends } from '../source/fileWords.ts'
import type { SourceBroker, SourceConnector } from '../source/source.ts'
import { addPlace, withoutStandbys, type Node } from './node.ts'
import type { NodeList } from './nodeList.ts'

/** Says what could not be taken as it stands, at the line of its connector. */
export type Tell = (source: SourceConnector, code: string, message: string) => void

/** Whose a place is, by its number among the files' brokers; -1 for a broker that no file describes. */
export type Owner = (remote: Remote) => number | undefined

/** What was answered of an earlier reading, and what brokers are called in answers. */
export interface Answered {
  readonly paths: readonly string[]
  readonly answers: Readonly<Record<string, string>>
}

/** A connector that leads where its name says. */
export interface LeadGuess {
  readonly source: SourceConnector
  readonly guess: Omit<Guess, 'at'>
}

/** Which brokers connectors lead to. */
export class RemoteNodes {
  readonly #found: readonly SourceBroker[]
  readonly #nodes: NodeList
  readonly #tell: Tell
  readonly #answered: Answered
  /** Connectors whose address says nothing, and whose name does. */
  readonly guesses: LeadGuess[] = []

  constructor(found: readonly SourceBroker[], nodes: NodeList, answered: Answered, tell: Tell) {
    this.#found = found
    this.#nodes = nodes
    this.#answered = answered
    this.#tell = tell
  }

  /** Every broker that a connector leads to; at least one, made up as an external broker where nobody knows. */
  of(by: number, source: SourceConnector, lead: Destinations, owner: Owner): readonly Node[] {
    const group = lead.group === undefined ? [] : this.#ofGroup(by, source, lead.scheme, lead.group)
    if (group.length > 0) return group
    if (lead.places.length === 0) return [this.#unknown(by, source, lead)]
    const nodes = lead.places.flatMap((together) => this.#ofOneBridge(together, source, owner))
    return withoutStandbys(nodes, lead.places)
  }

  /** All others that announce themselves in a group; nobody may, and then only a multicast one says no more. */
  #ofGroup(by: number, source: SourceConnector, scheme: string, group: string): readonly Node[] {
    const own = this.#nodes.of(by)
    const nodes = new Set<Node>()
    for (const [index, { listeners }] of this.#found.entries()) {
      const node = this.#nodes.of(index)
      if (node && node !== own && listeners.some((listener) => listener.group === group)) nodes.add(node)
    }
    if (nodes.size > 0 || scheme !== 'multicast') return [...nodes]
    this.#tell(
      source,
      'nobody-in-group',
      `${titleOf(source)} looks for brokers in the multicast group ${group}, and no file here announces one. An external broker stands for them.`,
    )
    return [this.#nodes.external(`group ${group}`, groupName(group), [])]
  }

  /** Whom places lead to that are tried for one bridge. */
  #ofOneBridge(together: readonly Remote[], source: SourceConnector, owner: Owner): readonly Node[] {
    const owners = together.map((remote) => {
      const index = owner(remote)
      const node = index === undefined || index < 0 ? undefined : this.#nodes.of(index)
      if (node) addPlace(node, remote)
      return node
    })
    const [first, ...others] = new Set(owners.filter((node) => node !== undefined))
    if (together.length < 2 || others.length > 0) {
      return together.map((remote, index) => owners[index] ?? this.#nobody([remote], source))
    }
    if (!first) return [this.#nobody(together, source)]
    // Several addresses of one broker: it is a pair, and the address that no file has is its other instance.
    first.pair = true
    for (const remote of together) addPlace(first, remote)
    return [first]
  }

  /** The external broker that stands for a place which no file describes. */
  #nobody(places: readonly Remote[], source: SourceConnector): Node {
    const [first] = places
    if (!first)
      throw new Error('An address without places was looked up. It is a fault of Meshwright itself.')
    const key = first.key
    const holder = first.holder === undefined ? undefined : this.#nodes.of(first.holder)?.name
    const name = nameOfRemote(first, holder)
    if (!this.#nodes.hasOutside(key)) {
      if (places.length > 2) {
        this.#tell(
          source,
          'third-instance',
          `${titleOf(source)} lists ${places.length} addresses of which one is used at a time. A pair here has two, so the others stand in its address alone.`,
        )
      }
      this.#tell(
        source,
        'no-such-broker',
        `${titleOf(source)} leads to ${first.text}, which no file here describes. It became the external broker ${name}; add its file, or merge it with the broker it is.`,
      )
    }
    return this.#nodes.external(key, name, places)
  }

  /** No address, or one that says nothing: the connector's name may. */
  #unknown(by: number, source: SourceConnector, lead: Destinations): Node {
    const wanted = endsInName(source.name).find(({ to }) => to !== undefined)?.to
    const cut = lead.unknown === 'cut'
    if (wanted !== undefined && (cut || lead.unknown === 'none')) {
      const node = this.#byName(by, source, cut)
      if (node) return node
    }
    this.#tell(
      source,
      'address-unknown',
      `${titleOf(source)} ${whyUnknown(lead)}. An external broker stands for where it leads.`,
    )
    const name = lead.unknown === 'discovery' ? `${lead.scheme}-brokers` : `remote-of-${source.name ?? 'NC'}`
    return this.#nodes.external(`unknown ${by} ${source.line} ${name}`, name, [])
  }

  /** Whom the name of a connector speaks of; `undefined` where it names nobody, or somebody answered that it is not so. */
  #byName(by: number, source: SourceConnector, cut: boolean): Node | undefined {
    const from = this.#found[by]
    const { paths, answers } = this.#answered
    const ends = endsInName(source.name)
    const peers = this.#found
      .map((broker, index) => ({ broker, index, value: keyOf(broker, paths) }))
      .filter(({ broker, index }) => index !== by && broker.group === from?.group)
    const hit = ends
      .flatMap(({ to }) =>
        peers.filter(({ broker }) => to !== undefined && namesOf(broker).some((name) => isNamed(name, to))),
      )
      .at(0)
    if (!hit && !cut) return undefined
    const named = hit ? { value: hit.value, node: this.#nodes.of(hit.index) } : this.#implied(from, ends)
    if (!named?.node) return undefined
    const key = `connector:${paths[source.file] ?? ''}:${source.line}:${source.name ?? ''}`
    const others = peers
      .filter(({ value, index }) => value !== named.value && this.#nodes.of(index) !== named.node)
      .slice(0, MOST_CHOICES)
      .map(({ index, value }) => ({ value, label: this.#nodes.of(index)?.name ?? '' }))
    this.guesses.push({
      source,
      guess: takenToLead(source, cut, key, [{ value: named.value, label: named.node.name }, ...others]),
    })
    const answer = answers[key]
    if (answer === EXTERNAL) return undefined
    const chosen = peers.find(({ value }) => value === answer)
    return (chosen && this.#nodes.of(chosen.index)) ?? named.node
  }

  /** The broker that a guide speaks of without showing its file. */
  #implied(from: SourceBroker | undefined, ends: readonly Ends[]) {
    const wanted = ends.find(({ to }) => to !== undefined)?.to
    if (wanted === undefined) return undefined
    const number = /(\d+)$/.exec(wanted)?.[1]
    const stem = /^(.*?)\d+$/.exec(from?.fallback ?? '')?.[1] ?? 'Broker'
    const name = number === undefined ? wanted : `${stem}${number}`
    return { value: 'by-name', node: this.#nodes.implied(`${from?.group ?? ''} ${plain(name)}`, name, from) }
  }
}

/** More brokers than these are no choice that anyone reads. */
const MOST_CHOICES = 100
