import { bridgeUserOf, effectiveName, isPair, remotesOf } from '../design/design.ts'
import type { BrokerId, ConnectorId, RegionId } from '../design/ids.ts'
import type { EngineVersion } from '../dialects/engine.ts'
import { defaultDestination } from '../forecast/defaultDestination.ts'
import { weakPoints, type WeakPoint } from '../forecast/questions/whatIf.ts'
import { effectiveSettings } from '../network/bridges.ts'
import type { Network } from '../network/network.ts'
import type { TargetId } from '../targets/target.ts'
import { fileNames } from '../xml/fileNames.ts'
import { credentialsOf, type BrokerCredentials } from './credentials.ts'
import { failoverUrls, type FailoverUrl } from './failover.ts'
import { cutsOf, graphFrom, graphOf, partsOf, type Graph } from './graph.ts'
import { longestRouteOf, type LongestRoute } from './longestRoute.ts'
import { patternOf, type Pattern } from './pattern.ts'

/** What a network is, worked out from its design: for the screen, for Markdown and for paper. */
export interface Summary {
  readonly name: string
  readonly counts: {
    readonly brokers: number
    readonly pairs: number
    readonly external: number
    readonly regions: number
    readonly connectors: number
    readonly duplex: number
    readonly oneWay: number
    readonly bridges: number
    readonly producers: number
    readonly consumers: number
  }
  /** In the order of the design; last, without a region, the brokers that stand in none. */
  readonly regions: readonly RegionSummary[]
  readonly connectors: readonly ConnectorSummary[]
  readonly topology: Topology
  /** The two brokers that are furthest apart, by the shortest route between them. Absent where no bridge leads anywhere. */
  readonly longestRoute?: LongestRoute
  /** Brokers whose loss parts brokers that were joined before; those that leave most behind first. */
  readonly splits: readonly Split[]
  /**
   * Brokers and connectors by the ways between others that their loss cuts, for a queue that no filter names; most first.
   * Absent above `RANKED` brokers, where ranking takes seconds.
   */
  readonly weakPoints?: readonly WeakPoint[]
  readonly credentials: readonly BrokerCredentials[]
  readonly failover: readonly FailoverUrl[]
}

export interface RegionSummary {
  readonly id?: RegionId
  readonly name: string
  readonly brokers: readonly BrokerSummary[]
  /** The pattern of its own brokers among themselves; absent where they are not all joined inside it. */
  readonly pattern?: Pattern
}

export interface BrokerSummary {
  readonly id: BrokerId
  readonly name: string
  readonly kind: 'single' | 'pair' | 'external'
  readonly target: TargetId
  readonly engine: EngineVersion
  readonly instanceType?: string
  /** Names of its files; none for an external broker. */
  readonly files: readonly string[]
  /** Connectors that it declares, and that others declare toward it. */
  readonly declares: number
  readonly receives: number
}

export interface ConnectorSummary {
  readonly id: ConnectorId
  /** The name ActiveMQ uses: `NC` where the design gives none. */
  readonly name: string
  readonly declaredOn: BrokerId
  readonly to: readonly BrokerId[]
  readonly direction: 'duplex' | 'one-way'
  /** hops; -1 is no limit */
  readonly messageTtl: number
  /** hops; -1 is no limit */
  readonly consumerTtl: number
  readonly filtered: boolean
  readonly user?: string
  /** It leads from one region to another. */
  readonly crossesRegions: boolean
}

export interface Topology {
  /** Brokers that are joined to each other, each with its pattern; more than one: parts that nothing joins. */
  readonly parts: readonly { readonly brokers: readonly BrokerId[]; readonly pattern: Pattern }[]
  /** The pattern of the regions, each taken as one; absent with fewer than two that are joined. */
  readonly betweenRegions?: Pattern<RegionId>
}

export interface Split {
  readonly broker: BrokerId
  /** What is left of the part it stands in, the largest first. */
  readonly parts: readonly (readonly BrokerId[])[]
}

/** Up to so many brokers the summary ranks what fails alone. */
const RANKED = 400

/** Summarises a network. Time grows with brokers times bridges: all shortest routes are looked at. */
export function summarise(network: Network): Summary {
  const { design } = network
  const graph = graphOf(network)
  const connectors = connectorsOf(network)
  const longestRoute = longestRouteOf(network, graph)
  const count = (role: 'producer' | 'consumer') =>
    design.clients.reduce((sum, client) => sum + (client.role === role ? (client.count ?? 1) : 0), 0)
  const duplex = connectors.filter(({ direction }) => direction === 'duplex').length
  return {
    name: design.name,
    counts: {
      brokers: design.brokers.length,
      pairs: design.brokers.filter((broker) => isPair(broker)).length,
      external: design.brokers.filter(({ external }) => external).length,
      regions: design.regions.length,
      connectors: connectors.length,
      duplex,
      oneWay: connectors.length - duplex,
      bridges: network.bridges.length,
      producers: count('producer'),
      consumers: count('consumer'),
    },
    regions: regionsOf(network),
    connectors,
    topology: topologyOf(network, graph),
    ...(longestRoute ? { longestRoute } : {}),
    splits: splitsOf(graph),
    ...(design.brokers.length > RANKED
      ? {}
      : { weakPoints: weakPoints(network, { destination: defaultDestination(design) }) }),
    credentials: credentialsOf(network),
    failover: failoverUrls(network),
  }
}

function connectorsOf(network: Network): readonly ConnectorSummary[] {
  return network.design.connectors.map((connector) => {
    const settings = effectiveSettings(connector.settings, network.engineOf(connector.from))
    const user = bridgeUserOf(network.design, connector)
    const to = remotesOf(connector)
    const regionOf = (id: BrokerId) => network.broker(id)?.region
    return {
      id: connector.id,
      name: effectiveName(connector),
      declaredOn: connector.from,
      to,
      direction: settings.duplex ? 'duplex' : 'one-way',
      messageTtl: settings.messageTtl,
      consumerTtl: settings.consumerTtl,
      filtered: Object.values(connector.filters).some((list) => list.length > 0),
      ...(user === undefined ? {} : { user }),
      crossesRegions: to.some((id) => regionOf(id) !== regionOf(connector.from)),
    }
  })
}

function regionsOf(network: Network): readonly RegionSummary[] {
  const { design } = network
  const names = fileNames(design)
  const received = new Map<BrokerId, number>()
  for (const connector of design.connectors) {
    for (const id of remotesOf(connector)) received.set(id, (received.get(id) ?? 0) + 1)
  }
  const summaryOf = (broker: (typeof design.brokers)[number]): BrokerSummary => ({
    id: broker.id,
    name: broker.name,
    kind: broker.external ? 'external' : isPair(broker) ? 'pair' : 'single',
    target: network.targetOf(broker.id),
    engine: network.engineOf(broker.id),
    ...(broker.amazon?.instanceType ? { instanceType: broker.amazon.instanceType } : {}),
    files: names.get(broker.id)?.configurations ?? [],
    declares: network.declaredOn(broker.id).length,
    receives: received.get(broker.id) ?? 0,
  })
  const regions: RegionSummary[] = design.regions.map(({ id, name }) => {
    const brokers = design.brokers.filter(({ region }) => region === id)
    const pattern = patternWithin(network, new Set(brokers.map((broker) => broker.id)))
    return { id, name, brokers: brokers.map(summaryOf), ...(pattern ? { pattern } : {}) }
  })
  const outside = design.brokers.filter(({ region }) => !network.region(region))
  if (outside.length > 0) regions.push({ name: 'No region', brokers: outside.map(summaryOf) })
  return regions
}

function patternWithin(network: Network, brokers: ReadonlySet<BrokerId>): Pattern | undefined {
  const graph = graphOf(network, brokers)
  return partsOf(graph).length === 1 ? patternOf(graph, declaredIn(network)) : undefined
}

function topologyOf(network: Network, graph: Graph): Topology {
  const declares = declaredIn(network)
  const parts = partsOf(graph).map((part) => {
    const brokers = part.flatMap((index) => graph.nodes[index] ?? [])
    return { brokers, pattern: patternOf(graphOf(network, new Set(brokers)), declares) }
  })
  const between = betweenRegions(network)
  return { parts, ...(between ? { betweenRegions: between } : {}) }
}

function betweenRegions(network: Network): Pattern<RegionId> | undefined {
  const arrows = network.bridges.flatMap(({ from, to }) => {
    const [a, b] = [network.broker(from)?.region, network.broker(to)?.region]
    return a && b && a !== b ? [[a, b] as const] : []
  })
  const joined = network.design.regions
    .map(({ id }) => id)
    .filter((id) => arrows.some((arrow) => arrow.includes(id)))
  if (joined.length < 2) return undefined
  const graph = graphFrom(joined, arrows)
  if (partsOf(graph).length > 1) return undefined
  return patternOf(graph, (from, to) => arrows.some(([a, b]) => a === from && b === to))
}

function declaredIn(network: Network): (from: BrokerId, to: BrokerId) => boolean {
  return (from, to) => network.declaredOn(from).some((connector) => remotesOf(connector).includes(to))
}

function splitsOf(graph: Graph): readonly Split[] {
  const before = partsOf(graph)
  const named = (part: readonly number[]) => part.flatMap((index) => graph.nodes[index] ?? [])
  const splits = cutsOf(graph).nodes.flatMap((cut) => {
    const own = before.find((part) => part.includes(cut)) ?? []
    const left = partsOf(graph, cut)
      .filter((part) => own.includes(part[0] ?? -1))
      .toSorted((a, b) => b.length - a.length)
    const broker = graph.nodes[cut]
    return broker ? [{ broker, parts: left.map(named) }] : []
  })
  const stranded = ({ parts }: Split) => parts.slice(1).reduce((sum, part) => sum + part.length, 0)
  return splits.toSorted((a, b) => stranded(b) - stranded(a))
}
