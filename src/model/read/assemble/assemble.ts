import type { Broker, Connector, Design } from '../../design/design.ts'
import type { ConnectorId } from '../../design/ids.ts'
import { uniqueName } from '../../design/names.ts'
import type { Problem } from '../../outcome.ts'
import { destinationsOf, type Destinations, type Remote } from '../source/addresses.ts'
import { endsInName, plain } from '../source/fileWords.ts'
import { brokerOf, impliedBroker } from './brokerOf.ts'
import { designOf } from './designOf.ts'
import { matchPlaces, namesOf, type Use } from '../match/match.ts'
import {
  groupName,
  groupPrefix,
  isNamed,
  keyOf,
  nameOfRemote,
  namesFor,
  titleOf,
  whichBroker,
  whyUnknown,
} from '../match/names.ts'
import { withoutStandbys, type Node } from './node.ts'
import { pairUp } from '../match/pairs.ts'
import type { Question } from '../reading.ts'
import { twinOf } from '../match/twin.ts'
import type { Origins, SourceBroker, SourceConnector } from '../source/source.ts'
import { workedOut } from './workedOut.ts'

export interface Assembled {
  readonly design: Design
  readonly origins: Origins
  readonly questions: readonly Question[]
  readonly problems: readonly Problem[]
}

/** Puts brokers of files together into one design: whose address is whose, which two are one, who is not described. */
export function assemble(
  found: readonly SourceBroker[],
  paths: readonly string[],
  answers: Readonly<Record<string, string>>,
  title: string,
): Assembled {
  return new Assembly(found, paths, answers).build(title)
}

class Assembly {
  readonly #found: readonly SourceBroker[]
  readonly #paths: readonly string[]
  readonly #answers: Readonly<Record<string, string>>
  readonly #problems: Problem[] = []
  readonly #questions: Question[] = []
  readonly #nodes: Node[] = []
  readonly #nodeOf = new Map<number, Node>()
  readonly #outside = new Map<string, Node>()
  readonly #names = new Set<string>()
  #count = 0

  constructor(
    found: readonly SourceBroker[],
    paths: readonly string[],
    answers: Readonly<Record<string, string>>,
  ) {
    this.#found = found
    this.#paths = paths
    this.#answers = answers
  }

  build(title: string): Assembled {
    const leads = this.#found.map(({ connectors }) => connectors.map(({ uri }) => destinationsOf(uri)))
    const uses = this.#found.flatMap((broker, by) =>
      broker.connectors.flatMap((connector, index) =>
        (leads[by]?.[index]?.places ?? []).flat().map((remote): Use => ({ by, connector, remote })),
      ),
    )
    const matches = matchPlaces(this.#found, uses)
    const owner = (remote: Remote) => this.#answered(remote.key) ?? matches.get(remote.key)?.candidates[0]
    const listed = leads
      .flat()
      .flatMap(({ places }) => places.filter((together) => together.length === 2))
      .map((together) => together.map(owner))
    const pairs = pairUp(this.#found, listed, this.#answers)
    this.#makeNodes(pairs.partner)
    for (const index of pairs.further) {
      const { file = 0, line = 0 } = this.#found[index] ?? {}
      this.#problems.push({
        code: 'third-instance',
        message: `${this.#nodeOf.get(index)?.name ?? ''} has more than two instances on one store, and a pair here has two. This file stands as a broker of its own; leave it out, since it is never active beside the others.`,
        ...(this.#paths[file] === undefined ? {} : { file: this.#paths[file] }),
        line,
      })
    }
    this.#questions.push(...pairs.questions.map((question) => this.#withIds(question)))
    const connectors = this.#connectors(leads, owner)
    const brokers = this.#nodes.map((node) => brokerOf(node))
    for (const [key, match] of matches) {
      const [first, second] = match.candidates.map((index) => this.#nodeOf.get(index))
      if (!match.asked || (match.tied && first === second)) continue
      const own = uses.filter(({ remote }) => remote.key === key)
      if (own[0]) this.#ask(key, own[0].remote, match.candidates, own, connectors.ids)
    }
    return this.#finish(title, brokers, connectors)
  }

  #answered(key: string): number | undefined {
    const answer = this.#answers[`remote:${key}`]
    if (answer === undefined || answer === 'external') return answer === undefined ? undefined : -1
    const index = this.#found.findIndex((broker) => keyOf(broker, this.#paths) === answer)
    return index < 0 ? undefined : index
  }

  #makeNodes(partner: ReadonlyMap<number, number>): void {
    const names = namesFor(this.#found, this.#paths, this.#problems)
    for (const [index, broker] of this.#found.entries()) {
      const first = partner.get(index)
      const known = first === undefined ? undefined : this.#nodeOf.get(first)
      this.#count++
      if (known) {
        this.#nodeOf.set(index, known)
        ;(known.sources as SourceBroker[]).push(broker)
        known.pair = true
        continue
      }
      const node: Node = {
        id: `b${this.#count}`,
        sources: [broker],
        name: names[index] ?? broker.fallback,
        reached: [],
        pair: broker.pair === true,
      }
      this.#nodes.push(node)
      this.#names.add(node.name)
      this.#nodeOf.set(index, node)
    }
  }

  #connectors(leads: readonly (readonly Destinations[])[], owner: (remote: Remote) => number | undefined) {
    const list: Connector[] = []
    const origins = new Map<ConnectorId, SourceConnector[]>()
    const ids = new Map<SourceConnector, ConnectorId>()
    let number = 0
    for (const [by, broker] of this.#found.entries()) {
      const from = this.#nodeOf.get(by)
      if (!from) continue
      for (const [index, source] of broker.connectors.entries()) {
        number++
        const lead = leads[by]?.[index] ?? { places: [], scheme: '', unknown: 'none' as const }
        const twin = from.sources[0] === broker ? undefined : twinOf(source, list, from.id, origins)
        if (twin) {
          origins.get(twin)?.push(source)
          ids.set(source, twin)
          continue
        }
        if (from.sources[0] !== broker && from.sources.length > 1) {
          this.#problem(
            source,
            'instances-differ',
            `${titleOf(source)} stands in one file of the pair ${from.name} alone. Both instances need the same connectors.`,
          )
        }
        const to = this.#remotes(by, source, lead, owner)
        const id: ConnectorId = `c${number}`
        const [first, ...more] = to
        if (!first) continue
        origins.set(id, [source])
        ids.set(source, id)
        list.push({
          id,
          ...(source.name === undefined ? {} : { name: source.name }),
          from: from.id,
          to: first.id,
          ...(more.length > 0 ? { alsoTo: more.map((node) => node.id) } : {}),
          settings: source.settings,
          filters: source.filters,
          ...(source.uri === undefined || lead.unknown === 'cut' ? {} : { uri: source.uri }),
          ...(Object.keys(source.extra).length > 0 ? { extra: source.extra } : {}),
        })
      }
    }
    return { list, origins, ids }
  }

  /** Every broker that a connector leads to; at least one, made up as an external broker where nobody knows. */
  #remotes(
    by: number,
    source: SourceConnector,
    lead: Destinations,
    owner: (remote: Remote) => number | undefined,
  ): readonly Node[] {
    if (lead.group !== undefined) {
      const others = this.#found.flatMap((broker, index) =>
        index !== by && broker.listeners.some(({ group }) => group === lead.group)
          ? [this.#nodeOf.get(index)]
          : [],
      )
      const nodes = [
        ...new Set(others.filter((node) => node !== undefined && node !== this.#nodeOf.get(by))),
      ] as Node[]
      if (nodes.length > 0) return nodes
      if (lead.scheme === 'multicast') {
        this.#problem(
          source,
          'nobody-in-group',
          `${titleOf(source)} looks for brokers in the multicast group ${lead.group}, and no file here announces one. An external broker stands for them.`,
        )
        return [this.#external(`group ${lead.group}`, groupName(lead.group), [])]
      }
    }
    if (lead.places.length === 0) return [this.#unknown(by, source, lead)]
    const nodes = lead.places.flatMap((together): readonly Node[] => {
      const owners = together.map((remote) => {
        const index = owner(remote)
        const node = index === undefined || index < 0 ? undefined : this.#nodeOf.get(index)
        if (node && !node.reached.some((other) => other.host === remote.host && other.port === remote.port)) {
          node.reached.push(remote)
        }
        return node
      })
      const known = [...new Set(owners.filter((node) => node !== undefined))]
      const [first] = known
      if (together.length >= 2 && known.length === 1 && first) {
        // Several addresses of one broker: it is a pair, and the address that no file has is its other instance.
        first.pair = true
        for (const remote of together) {
          if (!first.reached.some(({ host, port }) => host === remote.host && port === remote.port)) {
            first.reached.push(remote)
          }
        }
        return [first]
      }
      if (together.length >= 2 && known.length === 0) return [this.#nobody(together, source)]
      return together.map((remote, index) => owners[index] ?? this.#nobody([remote], source))
    })
    return withoutStandbys(nodes, lead.places)
  }

  /** The external broker that stands for a place which no file describes. */
  #nobody(places: readonly Remote[], source: SourceConnector): Node {
    const [first] = places
    if (!first)
      throw new Error('An address without places was looked up. It is a fault of Meshwright itself.')
    const key = first.key
    const name = nameOfRemote(first)
    if (!this.#outside.has(key)) {
      if (places.length > 2) {
        this.#problem(
          source,
          'third-instance',
          `${titleOf(source)} lists ${places.length} addresses of which one is used at a time. A pair here has two, so the others stand in its address alone.`,
        )
      }
      this.#problem(
        source,
        'no-such-broker',
        `${titleOf(source)} leads to ${first.text}, which no file here describes. It became the external broker ${name}; add its file, or merge it with the broker it is.`,
      )
    }
    return this.#external(key, name, places)
  }

  #freeName(wanted: string): string {
    const name = this.#names.has(wanted) ? uniqueName(wanted, this.#names) : wanted
    this.#names.add(name)
    return name
  }

  #external(key: string, name: string, places: readonly Remote[]): Node {
    const known = this.#outside.get(key)
    if (known) return known
    const node: Node = {
      id: `b${++this.#count}`,
      sources: [],
      name: this.#freeName(name),
      external: true,
      reached: [...places],
      pair: places.length >= 2 || places.some(({ amazon }) => amazon?.instance === 2),
    }
    this.#nodes.push(node)
    for (const place of places) this.#outside.set(place.key, node)
    this.#outside.set(key, node)
    return node
  }

  /** No address, or one that says nothing: the connector's name may. */
  #unknown(by: number, source: SourceConnector, lead: Destinations): Node {
    const from = this.#found[by]
    const ends = endsInName(source.name)
    const wanted = ends.find(({ to }) => to !== undefined)?.to
    const cut = lead.unknown === 'cut'
    if (wanted !== undefined && (cut || lead.unknown === 'none')) {
      const peers = this.#found
        .map((broker, index) => ({ broker, index }))
        .filter(({ broker, index }) => index !== by && broker.group === from?.group)
      for (const { to } of ends) {
        const hits = peers.filter(
          ({ broker }) => to !== undefined && namesOf(broker).some((name) => isNamed(name, to)),
        )
        const node = hits[0] && this.#nodeOf.get(hits[0].index)
        if (node) {
          this.#guessed(source, node.name, cut)
          return node
        }
      }
      if (cut) {
        const number = /(\d+)$/.exec(wanted)?.[1]
        const stem = /^(.*?)\d+$/.exec(from?.fallback ?? '')?.[1] ?? 'Broker'
        const name = number === undefined ? wanted : `${stem}${number}`
        const node = this.#implied(`${from?.group ?? ''} ${plain(name)}`, name, from)
        this.#guessed(source, node.name, cut)
        return node
      }
    }
    this.#problem(
      source,
      'address-unknown',
      `${titleOf(source)} ${whyUnknown(lead)}. An external broker stands for where it leads.`,
    )
    const name = lead.unknown === 'discovery' ? `${lead.scheme}-brokers` : `remote-of-${source.name ?? 'NC'}`
    return this.#external(`unknown ${by} ${source.line} ${name}`, name, [])
  }

  #guessed(source: SourceConnector, name: string, cut: boolean): void {
    this.#problem(
      source,
      'guessed-from-name',
      `The address of ${titleOf(source, 'connector')} ${cut ? 'is cut off' : 'is missing'}, so it was guessed from its name that it leads to ${name}. Fill in the address.`,
    )
  }

  /** A broker that only connectors' names speak of: a guide shows no file for it. */
  #implied(key: string, name: string, from: SourceBroker | undefined): Node {
    const known = this.#outside.get(key)
    if (known) return known
    const source = impliedBroker(name, from)
    const node: Node = {
      id: `b${++this.#count}`,
      sources: [source],
      name: this.#freeName(from?.group === undefined ? name : `${groupPrefix(from.group)}-${name}`),
      reached: [],
      pair: false,
    }
    this.#nodes.push(node)
    this.#outside.set(key, node)
    return node
  }

  #ask(
    key: string,
    remote: Remote,
    candidates: readonly number[],
    uses: readonly Use[],
    ids: ReadonlyMap<SourceConnector, ConnectorId>,
  ): void {
    const nodes = candidates.map((index) => this.#nodeOf.get(index))
    const choices = candidates
      .filter((_, place) => nodes.indexOf(nodes[place]) === place)
      .map((index) => ({
        value: keyOf(this.#found[index], this.#paths),
        label: this.#nodeOf.get(index)?.name ?? '',
      }))
    const at = uses.flatMap(({ connector }) => ids.get(connector) ?? [])
    this.#questions.push(whichBroker(key, remote, choices, at))
  }

  #withIds(question: Question & { readonly brokers: readonly number[] }): Question {
    const { brokers, ...rest } = question
    return { ...rest, at: [...new Set(brokers.flatMap((index) => this.#nodeOf.get(index)?.id ?? []))] }
  }

  #finish(
    title: string,
    brokers: readonly Broker[],
    connectors: {
      readonly list: readonly Connector[]
      readonly origins: Map<ConnectorId, SourceConnector[]>
    },
  ): Assembled {
    const { design, questions } = designOf(title, this.#nodes, brokers, connectors.list, this.#answers)
    this.#questions.push(...questions)
    return {
      design: { ...design, connectors: workedOut(design) },
      origins: {
        brokers: new Map(this.#nodes.map((node) => [node.id, node.sources.filter(({ file }) => file >= 0)])),
        connectors: connectors.origins,
      },
      questions: this.#questions,
      problems: this.#problems,
    }
  }

  #problem(source: SourceConnector, code: string, message: string): void {
    const file = this.#paths[source.file]
    this.#problems.push({ code, message, ...(file === undefined ? {} : { file }), line: source.line })
  }
}
