import type { Broker, Connector, Design, Instance } from '../design/design.ts'
import { EMPTY_DESIGN } from '../design/document.ts'
import type { BrokerId, ConnectorId, RegionId } from '../design/ids.ts'
import { DEFAULT_ENGINE } from '../dialects/engine.ts'
import { uniqueName } from '../design/names.ts'
import { networkOf } from '../network/network.ts'
import type { Problem } from '../outcome.ts'
import { connectorUri } from '../xml/connectorUri.ts'
import { destinationsOf, loopback, type Destinations, type Remote } from './addresses.ts'
import { endsInName, plain } from './fileWords.ts'
import { matchPlaces, namesOf, type Use } from './match.ts'
import { pairUp } from './pairs.ts'
import { holdsPlaceholder } from './properties.ts'
import type { Question } from './reading.ts'
import { regionsByHost } from './regions.ts'
import type { Origins, SourceBroker, SourceConnector } from './source.ts'

export interface Assembled {
  readonly design: Design
  readonly origins: Origins
  readonly questions: readonly Question[]
  readonly problems: readonly Problem[]
}

type Answers = Readonly<Record<string, string>>

/** A broker of the design on its way: what files say of it, and the places that others reach it at. */
interface Node {
  readonly id: BrokerId
  readonly sources: readonly SourceBroker[]
  name: string
  readonly external?: true
  readonly reached: Remote[]
  /** Further places that are the second instance. */
  pair: boolean
}

/** Puts brokers of files together into one design: whose address is whose, which two are one, who is not described. */
export function assemble(
  found: readonly SourceBroker[],
  paths: readonly string[],
  answers: Answers,
  title: string,
): Assembled {
  return new Assembly(found, paths, answers).build(title)
}

class Assembly {
  readonly #found: readonly SourceBroker[]
  readonly #paths: readonly string[]
  readonly #answers: Answers
  readonly #problems: Problem[] = []
  readonly #questions: Question[] = []
  readonly #nodes: Node[] = []
  readonly #nodeOf = new Map<number, Node>()
  readonly #outside = new Map<string, Node>()
  #count = 0

  constructor(found: readonly SourceBroker[], paths: readonly string[], answers: Answers) {
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
    this.#questions.push(...pairs.questions.map((question) => this.#withIds(question)))
    const connectors = this.#connectors(leads, owner)
    const brokers = this.#nodes.map((node) => this.#broker(node))
    for (const [key, match] of matches) {
      const own = uses.filter(({ remote }) => remote.key === key)
      if (match.asked && own[0]) this.#ask(key, own[0].remote, match.candidates, own, connectors.ids)
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
      if (lead.unknown !== 'placeholder') {
        this.#problem(
          source,
          'nobody-in-group',
          `${titleOf(source)} looks for brokers in the multicast group ${lead.group}, and no file here announces one. An external broker stands for them.`,
        )
        return [this.#external(`group ${lead.group}`, groupName(lead.group), source, [])]
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
      if (together.length === 2 && known.length === 1 && first) {
        // Two addresses of one broker: it is a pair, and the address that no file has is its other instance.
        first.pair = true
        for (const remote of together) {
          if (!first.reached.some(({ host, port }) => host === remote.host && port === remote.port)) {
            first.reached.push(remote)
          }
        }
        return [first]
      }
      if (together.length === 2 && known.length === 0) return [this.#nobody(together, source)]
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
      this.#problem(
        source,
        'no-such-broker',
        `${titleOf(source)} leads to ${first.text}, which no file here describes. It became the external broker ${name}; add its file, or merge it with the broker it is.`,
      )
    }
    return this.#external(key, name, source, places)
  }

  #external(key: string, name: string, _source: SourceConnector, places: readonly Remote[]): Node {
    const known = this.#outside.get(key)
    if (known) return known
    const node: Node = {
      id: `b${++this.#count}`,
      sources: [],
      name: uniqueName(
        name,
        this.#nodes.map((other) => other.name),
      ),
      external: true,
      reached: [...places],
      pair: places.length === 2 || places.some(({ amazon }) => amazon?.instance === 2),
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
    const what =
      lead.unknown === 'discovery'
        ? `finds its brokers by ${lead.scheme}, which no file can say`
        : cut
          ? 'has an address that is cut off'
          : lead.unknown === 'long'
            ? 'has an address of more than 10,000 characters, which was not read'
            : 'has no address'
    this.#problem(
      source,
      'address-unknown',
      `${titleOf(source)} ${what}. An external broker stands for where it leads.`,
    )
    const name = lead.unknown === 'discovery' ? `${lead.scheme}-brokers` : `remote-of-${source.name ?? 'NC'}`
    return this.#external(`unknown ${by} ${source.line} ${name}`, name, source, [])
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
    const source: SourceBroker = {
      file: -1,
      line: 0,
      connectors: [],
      fallback: name,
      aliases: [],
      ...(from?.target ? { target: from.target } : {}),
      ...(from?.group === undefined ? {} : { group: from.group }),
      settings: {},
      policies: [],
      listeners: [],
    }
    const node: Node = {
      id: `b${++this.#count}`,
      sources: [source],
      name: uniqueName(
        from?.group === undefined ? name : `${groupPrefix(from.group)}-${name}`,
        this.#nodes.map((other) => other.name),
      ),
      reached: [],
      pair: false,
    }
    this.#nodes.push(node)
    this.#outside.set(key, node)
    return node
  }

  #broker(node: Node): Broker {
    const [source] = node.sources
    const amazonPlace = node.reached.find(({ amazon }) => amazon)?.amazon
    const onAmazon = source?.target === 'amazon-mq' || (!source && amazonPlace !== undefined)
    const given = amazonPlace && !amazonPlace.id.startsWith('broker-id-of-') ? amazonPlace.id : undefined
    const brokerId = source?.amazon?.brokerId ?? given
    const pair = node.pair || node.reached.some(({ amazon }) => amazon?.instance === 2)
    const first = instanceOf(node, 0, onAmazon)
    const engine = source?.engine
    return {
      id: node.id,
      name: node.name,
      instances: pair ? [first, instanceOf(node, 1, onAmazon)] : [first],
      ...(node.external ? { external: true as const } : {}),
      ...(onAmazon ? { target: 'amazon-mq' as const } : source ? { target: 'self-managed' as const } : {}),
      ...(engine === undefined ? {} : { engine }),
      ...(source && Object.keys(source.settings).length > 0 ? { settings: source.settings } : {}),
      ...(onAmazon && brokerId !== undefined ? { amazon: { brokerId } } : {}),
      ...(source && source.policies.length > 0 ? { policies: source.policies } : {}),
    }
  }

  #ask(
    key: string,
    remote: Remote,
    candidates: readonly number[],
    uses: readonly Use[],
    ids: ReadonlyMap<SourceConnector, ConnectorId>,
  ): void {
    const choices = candidates.map((index) => ({
      value: keyOf(this.#found[index], this.#paths),
      label: this.#nodeOf.get(index)?.name ?? '',
    }))
    const [best] = choices
    this.#questions.push({
      key: `remote:${key}`,
      kind: 'remote',
      message: `Which broker is ${remote.text}? The files do not say; ${best?.label} is the best guess.`,
      at: uses.flatMap(({ connector }) => ids.get(connector) ?? []),
      choices: [...choices, { value: 'external', label: 'None of these: an external broker' }],
    })
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
    const own = brokers.filter(({ external }) => !external)
    const target = majority(own.map((broker) => broker.target ?? 'self-managed')) ?? 'self-managed'
    const engine = majority(own.map((broker) => broker.engine ?? DEFAULT_ENGINE)) ?? DEFAULT_ENGINE
    const regions = this.#regions(brokers)
    const design: Design = {
      ...EMPTY_DESIGN,
      name: title,
      target,
      engine,
      regions: regions.list,
      brokers: brokers.map((broker) => {
        const { target: runs, engine: version, ...rest } = broker
        const region = regions.of.get(broker.id)
        return {
          ...rest,
          ...(region === undefined ? {} : { region }),
          ...(runs === undefined || runs === target ? {} : { target: runs }),
          ...((version ?? DEFAULT_ENGINE) === engine || broker.external
            ? {}
            : { engine: version ?? DEFAULT_ENGINE }),
        }
      }),
      connectors: connectors.list,
    }
    const worked = { ...design, connectors: workedOut(design) }
    return {
      design: worked,
      origins: {
        brokers: new Map(this.#nodes.map((node) => [node.id, node.sources.filter(({ file }) => file >= 0)])),
        connectors: connectors.origins,
      },
      questions: this.#questions,
      problems: this.#problems,
    }
  }

  #regions(brokers: readonly Broker[]) {
    const named = new Map<BrokerId, string>()
    for (const node of this.#nodes) {
      const [source] = node.sources
      const amazon = node.reached.find((remote) => remote.amazon)?.amazon?.region
      const name =
        source?.identity?.region ??
        source?.group ??
        (amazon !== undefined && !amazon.startsWith('region-of-') ? amazon : undefined)
      if (name !== undefined) named.set(node.id, name)
    }
    if (this.#nodes.every(({ sources }) => sources.every(({ identity }) => !identity))) {
      for (const [id, name] of regionsByHost(brokers)) if (!named.has(id)) named.set(id, name)
    }
    const names = [...new Set(named.values())]
    const ids = new Map(names.map((name, index): [string, RegionId] => [name, regionId(index)]))
    return {
      list: names.map((name, index) => ({ id: regionId(index), name })),
      of: new Map([...named].map(([id, name]) => [id, ids.get(name)])),
    }
  }

  #problem(source: SourceConnector, code: string, message: string): void {
    const file = this.#paths[source.file]
    this.#problems.push({ code, message, ...(file === undefined ? {} : { file }), line: source.line })
  }
}

/**
 * Two instances of one pair in a plain list make one bridge, since only the active one answers. The same address twice
 * stays: it is a bridge that is refused for ever, and a check says so.
 */
function withoutStandbys(nodes: readonly Node[], places: readonly (readonly Remote[])[]): readonly Node[] {
  if (nodes.length !== places.length) return [...new Set(nodes)]
  const addressOf = (index: number) => places[index]?.map(({ host, port }) => `${host}:${port}`).join()
  return nodes.filter((node, index) => {
    const first = nodes.indexOf(node)
    return first === index || (places[index]?.length ?? 0) > 1 || addressOf(first) === addressOf(index)
  })
}

/** An address that comes out the same when it is worked out from the brokers is left to be worked out. */
function workedOut(design: Design): readonly Connector[] {
  const bare = design.connectors.map((connector): Connector => {
    const { uri, ...rest } = connector
    const options = uri === undefined ? {} : optionsOf(uri)
    return Object.keys(options).length > 0 ? { ...rest, uriOptions: options } : rest
  })
  const network = networkOf({ ...design, connectors: bare })
  return design.connectors.map((connector, index) => {
    const candidate = bare[index]
    if (connector.uri === undefined || !candidate) return connector
    return connectorUri(network, candidate).uri === connector.uri ? candidate : connector
  })
}

function optionsOf(uri: string): Readonly<Record<string, string>> {
  const query = /\)\?([^()]*)$/.exec(uri)?.[1] ?? ''
  const options: Record<string, string> = {}
  for (const pair of query.split('&')) {
    const [, key, value = ''] = /^([^=]+)=?(.*)$/s.exec(pair) ?? []
    if (key === undefined || key === '__proto__') continue
    options[decoded(key)] = decoded(value)
  }
  return options
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function instanceOf(node: Node, index: 0 | 1, onAmazon: boolean): Instance {
  const source = node.sources[index] ?? node.sources[0]
  const own = node.sources.length > 1 ? source : index === 0 ? source : undefined
  const identity = own?.identity
  const listeners = (source?.listeners ?? []).filter(({ openWire }) => openWire)
  const all = [...new Map(node.reached.map((remote) => [`${remote.host}:${remote.port}`, remote])).values()]
  // With a file each, a place belongs to the file whose listener has its port.
  const fitting =
    node.sources.length > 1
      ? all.filter(({ port }) => listeners.some((listener) => listener.port === port))
      : all
  const places = fitting.length > index || node.sources.length === 1 ? fitting : all
  const place = places[node.pair ? index : 0]
  const listener = listeners.find(({ port }) => port === place?.port) ?? listeners[0]
  if (onAmazon) {
    const known =
      place?.amazon !== undefined || place === undefined || place.host === '' || holdsPlaceholder(place.text)
    return known ? {} : { host: place.host, ...(place.port === undefined ? {} : { port: place.port }) }
  }
  const bound = listener?.host === '' ? undefined : listener?.host
  const reached =
    place && !/^host(-[12])?-of-.+\.example$/.test(place.host) && place.scheme !== 'vm'
      ? place.host
      : undefined
  const concrete =
    bound !== undefined && !(reached !== undefined && loopback(bound) && !loopback(reached))
      ? bound
      : undefined
  const host = identity?.host ?? concrete ?? (reached === '' ? undefined : reached)
  const scheme = listener?.scheme ?? place?.scheme
  const port = listener?.port ?? place?.port
  return {
    ...(scheme === undefined || scheme === '' || scheme === 'vm' ? {} : { scheme }),
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { port }),
    ...(identity?.zone === undefined ? {} : { zone: identity.zone }),
  }
}

/** Names of brokers: identity, `brokerName`, or the file's. A placeholder stays visible where it is nobody else's too. */
function namesFor(
  brokers: readonly SourceBroker[],
  paths: readonly string[],
  problems: Problem[],
): readonly string[] {
  const taken: string[] = []
  const placeholders = brokers.map(({ brokerName = '' }) =>
    holdsPlaceholder(brokerName) ? brokerName : undefined,
  )
  return brokers.map((broker, index) => {
    const { identity, brokerName, fallback, group, line, file } = broker
    const own = identity?.broker ?? brokerName
    const shared =
      placeholders.filter((text) => text !== undefined && text === placeholders[index]).length > 1
    if (own !== undefined && own !== '' && !(shared && identity?.broker === undefined)) {
      taken.push(own)
      return own
    }
    const path = paths[file] ?? ''
    if (broker.element && broker.target !== 'amazon-mq') {
      problems.push({
        code: 'no-broker-name',
        message:
          own === undefined
            ? `This broker has no brokerName, so ActiveMQ calls it localhost. Here it is called ${fallback} after its file; give each broker a name of its own.`
            : `brokerName is ${own}, which no .properties file here resolves, and other brokers have the same. Here it is called ${fallback} after its file.`,
        file: path,
        line,
      })
    }
    const wanted = group === undefined ? fallback : `${groupPrefix(group)}-${fallback}`
    const folder = broker.aliases[1]
    const name = taken.includes(wanted) && folder !== undefined ? `${folder}-${wanted}` : wanted
    const free = uniqueName(name, taken)
    taken.push(free)
    return free
  })
}

function groupPrefix(group: string): string {
  return group.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')
}

function groupName(group: string): string {
  return `multicast-${(group.split('/').at(-1) ?? group).replace(/[^A-Za-z0-9._-]+/g, '-')}`
}

function nameOfRemote(remote: Remote): string {
  if (remote.amazon) return remote.amazon.id
  if (remote.host === '' || holdsPlaceholder(remote.text)) return remote.text.slice(0, 80)
  return loopback(remote.host) && remote.port !== undefined ? `${remote.host}:${remote.port}` : remote.host
}

function isNamed(name: string, to: string): boolean {
  if (plain(name) === plain(to)) return true
  const number = /(\d+)$/.exec(name)?.[1]
  return /^\d+$/.test(to) && number !== undefined && Number(number) === Number(to)
}

/** What an answer calls a broker: its file and line, which stay the same. */
export function keyOf(broker: SourceBroker | undefined, paths: readonly string[]): string {
  return broker ? `${paths[broker.file] ?? ''}:${broker.line}` : ''
}

/** The connector in the other instance's file that says the same. */
function twinOf(
  source: SourceConnector,
  list: readonly Connector[],
  from: BrokerId,
  origins: ReadonlyMap<ConnectorId, readonly SourceConnector[]>,
): ConnectorId | undefined {
  return list.find(
    (connector) =>
      connector.from === from &&
      connector.name === source.name &&
      origins.get(connector.id)?.every(({ file }) => file !== source.file) &&
      (source.name !== undefined || origins.get(connector.id)?.[0]?.uri === source.uri),
  )?.id
}

function titleOf({ name }: SourceConnector, word = 'Connector'): string {
  return name === undefined
    ? word === 'Connector'
      ? 'A connector without a name'
      : 'a connector without a name'
    : `${word} ${name.slice(0, 100)}`
}

function regionId(index: number): RegionId {
  return `r${index + 1}`
}

function majority<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0]
}
