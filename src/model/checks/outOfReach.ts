import type { Connector } from '../design/design.ts'
import type { Edit } from '../design/edits.ts'
import type { Bridge } from '../network/bridges.ts'
import type { Network } from '../network/network.ts'
import type { Hit, QuickFix } from './check.ts'
import { setTtl } from './fixes.ts'
import { some } from './group.ts'
import { probesOf, type Probe } from './probes.ts'
import { graphOf, longestWay, unreached, type Graph, type Unreached } from './reach.ts'
import { brokerName, connectorNames, counted, inWords, told } from './say.ts'
import { topologyOf, type Component } from './topology.ts'

/** What is out of reach in one component, and the connectors that end it. */
export interface OutOfReach {
  readonly graph: Graph
  readonly unreached: Unreached
  /** Those whose TTL is smaller than the way is long. */
  readonly short: readonly [Connector, ...Connector[]]
}

/**
 * Hits for brokers that bridges connect and that TTLs keep apart: one for each component and set of destinations.
 * @param where - Components to look at.
 * @param fix - The fix of one such component, where there is a certain one.
 */
export function* outOfReach(
  network: Network,
  where: (component: Component) => boolean,
  fix: (network: Network, found: OutOfReach) => QuickFix | undefined,
): Iterable<Hit> {
  const components = topologyOf(network).components.filter(
    (component) => component.brokers.length > 2 && where(component),
  )
  const seen = new Set<string>()
  for (const probe of probesOf(network)) {
    const byComponent = bridgesOf(network, probe)
    for (const component of components) {
      const graph = graphOf(component.brokers, byComponent.get(component) ?? [])
      const missed = unreached(graph)
      const short = missed && some(shortOf(graph, missed.hops))
      if (!short) continue
      const key = short.map(({ id }) => id).join()
      if (seen.has(key)) continue
      seen.add(key)
      const found: OutOfReach = { graph, unreached: missed, short }
      const offered = fix(network, found)
      const [first, ...others] = short
      yield {
        at: [
          { connector: first.id, setting: 'networkTtl' },
          ...others.map(({ id }) => ({ connector: id, setting: 'networkTtl' })),
        ],
        message: messageOf(network, probe, found),
        ...(offered ? { fix: offered } : {}),
      }
    }
  }
}

function bridgesOf(network: Network, probe: Probe): ReadonlyMap<Component, readonly Bridge[]> {
  const topology = topologyOf(network)
  const groups = new Map<Component, Bridge[]>()
  for (const bridge of probe.bridges) {
    const component = topology.componentOf(bridge.from)
    if (!component) continue
    const group = groups.get(component)
    if (group) group.push(bridge)
    else groups.set(component, [bridge])
  }
  return groups
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

function messageOf(network: Network, probe: Probe, { unreached: missed, short }: OutOfReach): string {
  const from = brokerName(network, missed.from)
  const to = brokerName(network, missed.to)
  const what = probe.pattern
    ? ` with ${told(probe.pattern)}`
    : probe.kinds.length === 1
      ? ` with ${probe.kinds[0] === 'queue' ? 'queues' : 'topics'}`
      : ''
  const pairs = missed.bothWays ? Math.ceil(missed.count / 2) : missed.count
  const others = pairs > 1 ? `, nor do ${counted(pairs - 1, 'more pair')} of brokers` : ''
  return missed.bothWays
    ? `${from} and ${to} never reach each other${what}${others}: they are ${inWords(missed.hops)} hops apart, and ${connectorNames(network, short, 3)} let messages make fewer.`
    : `Messages from ${from} never reach ${to}${what}${others}: it is ${inWords(missed.hops)} hops away, and ${connectorNames(network, short, 3)} let messages make fewer.`
}

/** One number of hops for all connectors that hang together: that of the longest way. Certain where no circle is. */
export function togetherFix(_network: Network, { graph }: OutOfReach): QuickFix {
  const longest = longestWay(graph)
  return { label: `Let messages make ${inWords(longest)} hops`, edits: raise(graph, longest) }
}

/** The edits that raise every TTL that is smaller than some number of hops. */
export function raise(graph: Graph, hops: number): readonly Edit[] {
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
