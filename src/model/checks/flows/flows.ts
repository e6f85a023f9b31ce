import { formatDestination, type Destination } from '../../design/destination.ts'
import type { BrokerId } from '../../design/ids.ts'
import { defaultDestination } from '../../forecast/defaultDestination.ts'
import { forecastPairs, type Pairs } from '../../forecast/questions/pairs.ts'
import type { Network } from '../../network/network.ts'
import { refusalOfDemand } from '../../network/permit.ts'
import { oncePer } from '../../oncePer.ts'
import { budget, effortOf, spend } from './effort.ts'
import { exampleOf, probesOf } from '../crossing/probes.ts'
import { graphOf } from '../shape/reach.ts'
import { has, spread } from '../shape/reached.ts'
import { topologyOf, type Component } from '../shape/topology.ts'

/** What the forecast says of one destination within one component. */
export interface Tried {
  readonly destination: Destination
  /** The included pattern that it stands for. Absent: it stands for all that no list names. */
  readonly pattern?: Destination
  readonly component: Component
  /** What the forecast says of all pairs of the network. */
  readonly pairs: Pairs
  /** The pairs of the component with a way between them over bridges that take demand for the destination, by cell. */
  readonly cells: Int32Array
}

/** A destination to try, and the included pattern that it stands for. */
export type Trial = Pick<Tried, 'destination' | 'pattern'>

/** Forecasts any queue, any topic and what lists name, pair by pair, in each component of two brokers or more. */
export function triedFlows(network: Network): readonly Tried[] {
  const effort = budget(EFFORT)
  return trialsOf(network).flatMap((trial) =>
    !trial.pattern || spend(effort, effortOf(network, trial.destination.kind))
      ? triedWith(network, trial)
      : [],
  )
}

/** The effort of trying what lists name, in routes followed; what no list names is always tried. */
const EFFORT = 1_000_000

/** What to try in a network. */
export function trialsOf(network: Network): readonly Trial[] {
  const any = defaultDestination(network.design)
  return probesOf(network).flatMap(({ pattern, kinds }) =>
    pattern
      ? [{ destination: exampleOf(pattern), pattern }]
      : kinds.map((kind) => ({ destination: { kind, name: any.name } })),
  )
}

const triedIn = oncePer<Network, Map<string, readonly Tried[]>>(() => new Map())

/** Forecasts one destination, component by component. */
export function triedWith(network: Network, trial: Trial): readonly Tried[] {
  const known = triedIn(network)
  const key = formatDestination(trial.destination)
  let tried = known.get(key)
  if (!tried) known.set(key, (tried = read(network, trial.destination).map((one) => ({ ...trial, ...one }))))
  return tried
}

function read(
  network: Network,
  destination: Destination,
): readonly Pick<Tried, 'component' | 'pairs' | 'cells'>[] {
  const pairs = forecastPairs(network, { destination })
  return topologyOf(network)
    .components.filter(({ brokers }) => brokers.length > 1)
    .map((component) => ({
      component,
      pairs,
      cells: connectedIn(network, component, destination, pairs.table.brokers),
    }))
}

/** Cells of those pairs that bridges which take demand lead between, however many hops it is; producer by producer. */
function connectedIn(
  network: Network,
  component: Component,
  destination: Destination,
  ends: readonly BrokerId[],
): Int32Array {
  const bridges = component.brokers
    .flatMap((id) => network.bridgesFrom(id))
    .filter(
      (bridge) =>
        network.broker(bridge.to)?.settings?.advisorySupport !== false &&
        bridge.settings.messageTtl !== 0 &&
        !(bridge.settings.consumerTtl === 0 && bridge.settings.duplex) &&
        !refusalOfDemand(bridge, destination),
    )
  const graph = graphOf(component.brokers, bridges)
  const reached = spread(graph.from, graph.to, component.brokers.length, () => true)
  const place = new Map(component.brokers.map((id, i) => [id, i]))
  const inside = ends.flatMap((id, at) => (place.has(id) ? [{ at, broker: place.get(id)! }] : []))
  const cells = new Int32Array(inside.length * inside.length)
  let count = 0
  for (const from of inside) {
    for (const to of inside) {
      if (from !== to && has(reached, to.broker, from.broker)) cells[count++] = from.at * ends.length + to.at
    }
  }
  return cells.slice(0, count)
}
