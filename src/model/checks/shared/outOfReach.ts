import type { Connector } from '../../design/design.ts'
import type { Edit } from '../../design/edits/edit.ts'
import type { Bridge } from '../../network/bridges.ts'
import type { Network } from '../../network/network.ts'
import type { Hit, QuickFix } from '../check.ts'
import { setTtl } from '../fixes/fixes.ts'
import { groupBy, some } from './group.ts'
import { type Probe, exampleOf, probesOf } from '../crossing/probes.ts'
import { graphOf, longestWay, unreached, type Graph, type Unreached } from '../shape/reach.ts'
import { brokerName, connectorNames, counted, inWords, told } from '../../words.ts'
import { topologyOf, type Component } from '../shape/topology.ts'

/** What is out of reach in one component. */
export interface OutOfReach {
  readonly component: Component
  /** Every bridge that carries something that does not reach all it could. */
  readonly graph: Graph
  readonly probe: Probe
  readonly unreached: Unreached
  /** Connectors whose TTL is smaller than the longest way is long. */
  readonly short: readonly [Connector, ...Connector[]]
  /** Hops of the longest way that any of the destinations could take. */
  readonly longest: number
}

/**
 * What TTLs keep apart although bridges connect it, in each component that is asked for. Over a bridge with a TTL of 0
 * nobody is connected: that has a check of its own.
 */
export function* outOfReach(
  network: Network,
  where: (component: Component) => boolean,
): Iterable<OutOfReach> {
  const topology = topologyOf(network)
  const components = topology.components.filter(
    (component) => component.brokers.length > 2 && where(component),
  )
  if (components.length === 0) return
  const probes = probesOf(network).map((probe) => ({
    probe,
    byComponent: groupBy(probe.bridges.filter(isAlive), ({ from }) => topology.componentOf(from)),
  }))
  for (const component of components) {
    const missing = probes.flatMap(({ probe, byComponent }) => {
      const graph = graphOf(component.brokers, byComponent.get(component) ?? [])
      const found = unreached(graph)
      return found ? [{ probe, graph, found }] : []
    })
    const [first] = missing
    if (!first) continue
    const longest = Math.max(...missing.map(({ graph }) => longestWay(graph)))
    const graph = graphOf(component.brokers, [...new Set(missing.flatMap((one) => one.graph.bridges))])
    const short = some(shortOf(graph, longest))
    if (short) yield { component, graph, probe: first.probe, unreached: first.found, short, longest }
  }
}

function isAlive({ settings: { messageTtl, consumerTtl, duplex } }: Bridge): boolean {
  return messageTtl !== 0 && !(consumerTtl === 0 && duplex)
}

/** Connectors that let messages or demand make fewer hops than some number. */
function shortOf(graph: Graph, hops: number): readonly Connector[] {
  const isShort = (ttl: number) => ttl >= 0 && ttl < hops
  return [
    ...new Set(
      graph.bridges
        .filter(({ settings }) => isShort(settings.messageTtl) || isShort(settings.consumerTtl))
        .map(({ connector }) => connector),
    ),
  ]
}

/** The hit for one component. */
export function outOfReachHit(network: Network, found: OutOfReach, fix: QuickFix | undefined): Hit {
  const [first, ...others] = found.short
  return {
    at: [
      { connector: first.id, setting: 'networkTtl' },
      ...others.map(({ id }) => ({ connector: id, setting: 'networkTtl' })),
    ],
    message: messageOf(network, found),
    route: routeOf(found),
    ...(fix ? { fix } : {}),
  }
}

/** A queue that stands for any is not named. */
function routeOf({
  unreached: { from, to },
  probe: { pattern, kinds },
}: OutOfReach): NonNullable<Hit['route']> {
  if (pattern) return { from, to, destination: exampleOf(pattern) }
  return kinds.includes('queue') ? { from, to } : { from, to, destination: { kind: 'topic', name: 'any' } }
}

function messageOf(network: Network, { graph, probe, unreached: missing, short }: OutOfReach): string {
  const from = brokerName(network, missing.from)
  const to = brokerName(network, missing.to)
  const what = probe.pattern
    ? ` with ${told(probe.pattern)}`
    : probe.kinds.length === 1
      ? ` with ${probe.kinds[0] === 'queue' ? 'queues' : 'topics'}`
      : ''
  const pairs = missing.bothWays ? Math.ceil(missing.count / 2) : missing.count
  const others = pairs > 1 ? `, nor do ${counted(pairs - 1, 'more pair')} of brokers` : ''
  const limits = new Set(
    graph.bridges
      .filter(({ connector }) => short.includes(connector))
      .flatMap(({ settings }) => [settings.messageTtl, settings.consumerTtl])
      .filter((ttl) => ttl >= 0 && ttl < missing.hops),
  )
  const [only, ...more] = limits
  const fewer = only !== undefined && more.length === 0 ? `only ${inWords(only)}` : 'fewer'
  const areShort = graph.bridges.filter(({ connector }) => short.includes(connector))
  const lets = `${connectorNames(network, short, 3)} ${short.length === 1 ? 'lets' : 'let'}`
  const stopsMessages = areShort.some(
    ({ settings: { messageTtl } }) => messageTtl >= 0 && messageTtl < missing.hops,
  )
  // Where messages may go far enough and demand may not, others on the way can bring messages along.
  const reach = stopsMessages ? 'never reach' : 'do not reach'
  const because = stopsMessages
    ? `${lets} messages make ${fewer}`
    : `${lets} demand make ${fewer}, so only what somebody nearer wants as well comes along`
  return missing.bothWays
    ? `${to} and ${from} ${reach} each other${what}${others}: they are ${inWords(missing.hops)} hops apart, and ${because}.`
    : `Messages from ${from} ${reach} ${to}${what}${others}: it is ${inWords(missing.hops)} hops away, and ${because}.`
}

/** One number of hops for all connectors that hang together: that of the longest way. Certain where no circle is. */
export function togetherFix({ graph, longest }: OutOfReach): QuickFix {
  return { label: `Let messages make ${inWords(longest)} hops`, edits: raise(graph, longest) }
}

/** The edits that raise every TTL that is smaller than some number of hops. */
function raise(graph: Graph, hops: number): readonly Edit[] {
  const edits = new Map<Connector, Edit>()
  for (const { connector, settings } of graph.bridges) {
    const room = (ttl: number) => (ttl < 0 || ttl >= hops ? ttl : hops)
    const message = room(settings.messageTtl)
    const consumer = room(settings.consumerTtl)
    if (edits.has(connector) || (message === settings.messageTtl && consumer === settings.consumerTtl))
      continue
    edits.set(
      connector,
      message === consumer
        ? setTtl(connector, message)
        : {
            type: 'set-settings',
            id: connector.id,
            settings: { networkTtl: null, messageTtl: message, consumerTtl: consumer },
          },
    )
  }
  return [...edits.values()]
}
