import type { Broker, Connector, Design } from '../../design/design.ts'
import type { ConnectorId } from '../../design/ids.ts'
import type { Problem } from '../../outcome.ts'
import { matchPlaces } from '../match/match.ts'
import { likeliest, type Match, type Use } from '../match/place.ts'
import { keyOf, namesFor, titleOf } from '../match/names.ts'
import { Neighbours } from '../match/nearness.ts'
import { pairUp } from '../match/pairs.ts'
import { nearestLoopbacks } from '../match/loopbacks.ts'
import { ownPlaceholders } from '../match/placeholders.ts'
import { EXTERNAL, takenFor, whichBroker, type Whose } from '../match/questions.ts'
import { namesOf } from '../match/score.ts'
import { twinOf } from '../match/twin.ts'
import type { Guess, Question } from '../reading.ts'
import { destinationsOf, type Destinations, type Remote } from '../source/addresses.ts'
import type { Origins, SourceBroker, SourceConnector } from '../source/source.ts'
import { brokerOf } from './brokerOf.ts'
import { designOf } from './designOf.ts'
import { NodeList } from './nodeList.ts'
import { RemoteNodes, type Owner } from './remoteNodes.ts'
import { workedOut } from './workedOut.ts'

/** More brokers than these are no choice that anyone reads. */
const MOST_CHOICES = 100

export interface Assembled {
  readonly design: Design
  readonly origins: Origins
  readonly questions: readonly Question[]
  readonly guesses: readonly Guess[]
  readonly problems: readonly Problem[]
}

/** Who leads to each place. */
function usesByKey(uses: readonly Use[]): ReadonlyMap<string, readonly Use[]> {
  const found = new Map<string, Use[]>()
  for (const use of uses) {
    const list = found.get(use.remote.key)
    if (list) list.push(use)
    else found.set(use.remote.key, [use])
  }
  return found
}

/** Of the places in one list that are asked about alike, whom the others follow: a list stands for one broker. */
function followedIn(
  leads: readonly (readonly Destinations[])[],
  matches: ReadonlyMap<string, Match>,
): ReadonlyMap<string, string> {
  const followed = new Map<string, string>()
  for (const [head, ...others] of leads.flat().flatMap(({ places }) => places)) {
    const first = matches.get(head?.key ?? '')
    if (!head || !first?.asked || first.tied) continue
    for (const { key } of others) {
      const match = matches.get(key)
      if (key === head.key || !match?.asked || match.tied || followed.has(head.key)) continue
      if (likeliest(match) === likeliest(first)) followed.set(key, head.key)
    }
  }
  return followed
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
  readonly #guesses: Guess[] = []
  readonly #nodes = new NodeList()
  readonly #remotes: RemoteNodes

  constructor(
    found: readonly SourceBroker[],
    paths: readonly string[],
    answers: Readonly<Record<string, string>>,
  ) {
    this.#found = found
    this.#paths = paths
    this.#answers = answers
    this.#remotes = new RemoteNodes(found, this.#nodes, { paths, answers }, (source, code, message) =>
      this.#problem(source, code, message),
    )
  }

  build(title: string): Assembled {
    const keyIn = (broker: SourceBroker | undefined) => keyOf(broker, this.#paths)
    const written = this.#found.map(({ connectors }) => connectors.map(({ uri }) => destinationsOf(uri)))
    const own = ownPlaceholders(this.#found, this.#found.map(namesOf), written, keyIn)
    const neighbours = new Neighbours(this.#found, this.#paths)
    const leads = nearestLoopbacks(this.#found, neighbours, own, keyIn)
    const uses = this.#found.flatMap((broker, by) =>
      broker.connectors.flatMap((connector, index) =>
        (leads[by]?.[index]?.places ?? []).flatMap((together) => {
          const list = together.length < 2 ? {} : { list: together.map(({ key }) => key).join(' ') }
          return together.map((remote): Use => ({ by, connector, remote, ...list }))
        }),
      ),
    )
    const matches = matchPlaces(this.#found, uses, neighbours)
    const followed = followedIn(leads, matches)
    const owner = (remote: Remote) =>
      this.#answered(remote.key) ??
      this.#answered(followed.get(remote.key) ?? remote.key) ??
      likeliest(matches.get(remote.key))
    const listed = leads
      .flat()
      .flatMap(({ places }) => places.filter((together) => together.length === 2))
      .map((together) => together.map(owner))
    const led = uses.flatMap(({ by, remote }): [number, number][] => {
      const to = owner(remote)
      return to === undefined || to < 0 || to === by ? [] : [[by, to]]
    })
    const pairs = pairUp(this.#found, { listed, led, paths: this.#paths, answers: this.#answers })
    this.#makeNodes(pairs.partner)
    for (const index of pairs.further) {
      const { file = 0, line = 0 } = this.#found[index] ?? {}
      this.#problems.push({
        code: 'third-instance',
        message: `${this.#nodes.of(index)?.name ?? ''} has more than two instances on one store, and a pair here has two. This file stands as a broker of its own; leave it out, since it is never active beside the others.`,
        ...(this.#paths[file] === undefined ? {} : { file: this.#paths[file] }),
        line,
      })
    }
    this.#questions.push(...pairs.questions.map((question) => this.#withIds(question)))
    const connectors = this.#connectors(leads, owner)
    const brokers = this.#nodes.all.map((node) => brokerOf(node))
    const leadingTo = usesByKey(uses)
    for (const [key, match] of matches) {
      const [first, second] = match.candidates.map((index) => this.#nodes.of(index))
      if ((match.tied && first === second) || followed.has(key)) continue
      if (!match.asked && !match.guess) continue
      const leading = leadingTo.get(key) ?? []
      const whose = this.#whose(match, leading, connectors.ids)
      if (!whose) continue
      if (match.asked) this.#questions.push(whichBroker(whose))
      else if (match.guess) this.#guesses.push(takenFor(whose, match.guess, this.#named(leading)))
    }
    for (const { source, guess } of this.#remotes.guesses) {
      const id = connectors.ids.get(source)
      this.#guesses.push({ ...guess, at: id === undefined ? [] : [id] })
    }
    return this.#finish(title, brokers, connectors)
  }

  #answered(key: string): number | undefined {
    const answer = this.#answers[`remote:${key}`]
    if (answer === undefined || answer === EXTERNAL) return answer === undefined ? undefined : -1
    const index = this.#found.findIndex((broker) => keyOf(broker, this.#paths) === answer)
    return index < 0 ? undefined : index
  }

  #makeNodes(partner: ReadonlyMap<number, number>): void {
    const names = namesFor(this.#found, this.#paths, this.#problems)
    for (const [index, broker] of this.#found.entries()) {
      this.#nodes.describe(index, broker, names[index] ?? broker.fallback, partner.get(index))
    }
  }

  #connectors(leads: readonly (readonly Destinations[])[], owner: Owner) {
    const list: Connector[] = []
    const origins = new Map<ConnectorId, SourceConnector[]>()
    const ids = new Map<SourceConnector, ConnectorId>()
    let number = 0
    for (const [by, broker] of this.#found.entries()) {
      const from = this.#nodes.of(by)
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
        const to = this.#remotes.of(by, source, lead, owner)
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

  #whose(
    { key, candidates, outside }: Match,
    uses: readonly Use[],
    ids: ReadonlyMap<SourceConnector, ConnectorId>,
  ): Whose | undefined {
    const [use] = uses
    if (!use) return undefined
    const { remote } = use
    const users = new Set(uses.map(({ by }) => this.#nodes.of(by)))
    const group = this.#found[use.by]?.group
    // Whoever is not likely may still be it: the answer is the user's.
    const others = this.#found.flatMap((broker, index) =>
      broker.group === group && !users.has(this.#nodes.of(index)) ? [index] : [],
    )
    const all = [...candidates, ...others].slice(0, Math.max(candidates.length, MOST_CHOICES))
    const nodes = all.map((index) => this.#nodes.of(index))
    const shown = new Set<unknown>()
    const choices = all
      .filter((_, place) => {
        const isNew = !shown.has(nodes[place])
        shown.add(nodes[place])
        return isNew
      })
      .map((index) => ({
        value: keyOf(this.#found[index], this.#paths),
        label: this.#nodes.of(index)?.name ?? '',
      }))
    const by = remote.holder ?? remote.near?.by
    const holder = by === undefined ? undefined : this.#nodes.of(by)?.name
    return {
      key,
      remote,
      choices,
      at: uses.flatMap(({ connector }) => ids.get(connector) ?? []),
      ...(holder === undefined ? {} : { holder }),
      ...(outside ? { outside } : {}),
    }
  }

  #named(uses: readonly Use[]) {
    return uses.map(({ connector, by }) => ({ connector, on: this.#nodes.of(by)?.name ?? '' }))
  }

  #withIds(question: Question & { readonly brokers: readonly number[] }): Question {
    const { brokers, ...rest } = question
    return { ...rest, at: [...new Set(brokers.flatMap((index) => this.#nodes.of(index)?.id ?? []))] }
  }

  #finish(
    title: string,
    brokers: readonly Broker[],
    connectors: {
      readonly list: readonly Connector[]
      readonly origins: Map<ConnectorId, SourceConnector[]>
    },
  ): Assembled {
    const { design, questions } = designOf(title, this.#nodes.all, brokers, connectors.list, this.#answers)
    this.#questions.push(...questions)
    return {
      design: { ...design, connectors: workedOut(design) },
      origins: {
        brokers: new Map(
          this.#nodes.all.map((node) => [node.id, node.sources.filter(({ file }) => file >= 0)]),
        ),
        connectors: connectors.origins,
      },
      questions: this.#questions,
      guesses: this.#guesses,
      problems: this.#problems,
    }
  }

  #problem(source: SourceConnector, code: string, message: string): void {
    const file = this.#paths[source.file]
    this.#problems.push({ code, message, ...(file === undefined ? {} : { file }), line: source.line })
  }
}
