import type { Connector } from '../../design/design.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { Network } from '../../network/network.ts'
import { matches, overlaps } from '../../network/wildcards.ts'
import { consumersOf } from '../crossing/demand.ts'
import { some } from '../shared/group.ts'
import { probesOf, type Probe } from '../crossing/probes.ts'
import { graphOf, type Graph } from './reach.ts'
import { topologyOf, type Component } from './topology.ts'

/** A broker that copies of one topic message reach by two ways. */
export interface Twice {
  readonly from: BrokerId
  readonly to: BrokerId
  /** The last broker before, on the second way. */
  readonly over: BrokerId
  readonly probe: Probe
  readonly component: Component
  /** Those on a circle that let topic messages make more than one hop. */
  readonly connectors: readonly [Connector, ...Connector[]]
  /** Duplicate subscriptions are kept, so that one subscriber is enough. */
  readonly unsuppressed: boolean
}

/**
 * The first such broker in each component with a circle. Where a design has topic consumers at all, only components
 * count in which two brokers have them (one, where duplicate subscriptions are not suppressed).
 */
export function* twiceReached(network: Network): Iterable<Twice> {
  const topology = topologyOf(network)
  const circles = topology.components.filter(({ hasCycle }) => hasCycle)
  if (circles.length === 0) return
  const told = new Set<Component>()
  for (const probe of probesOf(network)) {
    if (!probe.kinds.includes('topic')) continue
    for (const component of circles) {
      if (told.has(component)) continue
      const bridges = probe.bridges.filter(({ from }) => topology.componentOf(from) === component)
      const far = bridges.filter(
        ({ settings, from, to }) =>
          (settings.messageTtl < 0 || settings.messageTtl > 1) && topology.onCycle(from, to),
      )
      const connectors = some([...new Set(far.map(({ connector }) => connector))])
      if (!connectors) continue
      const unsuppressed = far.some(({ settings }) => !settings.suppressDuplicateTopicSubscriptions)
      if (!hasSubscribers(network, component, probe, unsuppressed ? 1 : 2)) continue
      if (unsuppressed && component.brokers.every((id) => drops(network, id, probe))) continue
      const found = firstTwice(graphOf(component.brokers, bridges))
      if (!found) continue
      told.add(component)
      yield { ...found, probe, component, connectors, unsuppressed }
    }
  }
}

function hasSubscribers(network: Network, component: Component, probe: Probe, least: number): boolean {
  const consumers = consumersOf(network, 'topic')
  if (consumers.length === 0) return true
  const here = new Set(component.brokers)
  const concerned = consumers.filter(
    ({ broker, destination }) => here.has(broker) && (!probe.pattern || overlaps(probe.pattern, destination)),
  )
  return new Set(concerned.map(({ broker }) => broker)).size >= least
}

/** A policy that drops copies which came a longer way: the measured cure where suppression is off for failover's sake. */
function drops(network: Network, id: BrokerId, { pattern }: Probe): boolean {
  const topic = pattern ?? { kind: 'topic', name: 'any' }
  return (network.broker(id)?.policies ?? []).some(
    (policy) => policy.priorityNetworkDispatch && matches(policy.destination, topic),
  )
}

/**
 * Walks from each broker, nearest first, as far as message TTLs allow. A broker that two others of at most its own
 * distance forward to is reached by two ways, neither of which leads over itself.
 */
function firstTwice(graph: Graph): Pick<Twice, 'from' | 'to' | 'over'> | undefined {
  const { brokers, bridges, first, leaving, to } = graph
  const hops = new Int32Array(brokers.length)
  const before = new Int32Array(brokers.length)
  const queue = new Int32Array(brokers.length)
  for (let start = 0; start < brokers.length; start++) {
    hops.fill(-1)
    hops[start] = 0
    queue[0] = start
    let end = 1
    for (let i = 0; i < end; i++) {
      const at = queue[i]!
      for (let k = first[at]!; k < first[at + 1]!; k++) {
        const bridge = leaving[k]!
        const other = to[bridge]!
        const limit = bridges[bridge]!.settings.messageTtl
        if (limit >= 0 && hops[at]! >= limit) continue
        if (hops[other] === -1) {
          hops[other] = hops[at]! + 1
          before[other] = at
          queue[end++] = other
        } else if (other !== start && before[other] !== at && hops[at]! <= hops[other]!) {
          return { from: brokers[start]!, to: brokers[other]!, over: brokers[at]! }
        }
      }
    }
  }
  return undefined
}
