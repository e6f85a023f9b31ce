import type { BrokerId } from '../design/ids.ts'
import type { Flow, When } from '../forecast/flow.ts'
import type { Network } from '../network/network.ts'
import type { Hit, Trial } from './check.ts'
import { cureOf } from './cure.ts'
import { triedFlows, type Tried } from './flows.ts'
import type { Kind } from './filters.ts'
import { some } from './group.ts'
import { brokerName, brokerNames, counted, told } from './say.ts'
import type { Component } from './topology.ts'

/** Flows of one component that have something in common. */
export interface Concerned {
  readonly component: Component
  readonly flows: readonly [Flow, ...Flow[]]
  /** The destination that the first of them is of. */
  readonly tried: Tried
}

/** Flows that are of interest, by component. */
export function concerned(
  network: Network,
  wanted: (flow: Flow, tried: Tried) => boolean,
): readonly Concerned[] {
  const byComponent = new Map<Component, { readonly tried: Tried; readonly flows: Flow[] }>()
  for (const tried of triedFlows(network)) {
    const flows = tried.flows.filter((flow) => wanted(flow, tried))
    const known = byComponent.get(tried.component)
    // One by one: as arguments of one call, a million flows would not fit on the stack.
    if (known) for (const flow of flows) known.flows.push(flow)
    else if (flows.length > 0) byComponent.set(tried.component, { tried, flows })
  }
  return [...byComponent].flatMap(([component, { tried, flows }]) => {
    const list = some(flows)
    return list ? [{ component, tried, flows: list }] : []
  })
}

/** `, nor do 3 more pairs of brokers`: how many other pairs a sentence about one of them holds for. */
export function morePairs(flows: readonly Flow[], words: string): string {
  const pairs = new Set(flows.map(({ from, to }) => `${from} ${to}`)).size
  return pairs > 1 ? `; ${words} ${counted(pairs - 1, 'more pair')} of brokers` : ''
}

/** What a destination is called, where it is not just any: ` of queue orders.>`. */
export function ofWhat({ pattern }: Tried): string {
  return pattern ? ` of ${told(pattern)}` : ''
}

/** The route that a sentence about a flow speaks of. A queue that stands for any is not named. */
export function routeOf({ from, to, destination }: Flow, { pattern }: Tried): NonNullable<Hit['route']> {
  return { from, to, ...(pattern || destination.kind === 'topic' ? { destination } : {}) }
}

/** Where messages of some flows stay, in the order of drawing. */
function stuckAt(network: Network, flows: readonly Flow[]): readonly BrokerId[] {
  const at = new Set(flows.flatMap(({ stuck }) => stuck.map((one) => one.at)))
  return network.design.brokers.flatMap(({ id }) => (at.has(id) ? [id] : []))
}

/** Hits for messages of a kind that sometimes stay on their way, by what brings it about. */
export function* stuckHits(
  network: Network,
  trial: Trial,
  kind: Kind,
  when: When,
  words: string,
): Iterable<Hit> {
  for (const { component, flows, tried } of concerned(
    network,
    (flow, { destination }) =>
      flow.verdict === 'sometimes' && flow.when === when && destination.kind === kind,
  )) {
    const [flow] = flows
    const [first, ...others] = stuckAt(network, flows)
    if (!first) continue
    const fix = cureOf(network, trial, component, [kind], when === 'idle' ? 'load' : 'always')
    const where = flow.stuck.map(({ at }) => at)
    yield {
      at: [{ broker: first }, ...others.map((broker) => ({ broker }))],
      message: `${words} messages${ofWhat(tried)} from ${brokerName(network, flow.from)} to ${brokerName(network, flow.to)} can ${kind === 'queue' ? 'get stuck' : 'end'} on ${brokerNames(network, where)}${morePairs(flows, 'the same goes for')}.`,
      route: routeOf(flow, tried),
      ...(fix ? { fix } : {}),
    }
  }
}
