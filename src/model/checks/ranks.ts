import { formatDestination } from '../design/destination.ts'
import type { Flow } from '../forecast/flow.ts'
import type { Network } from '../network/network.ts'
import { triedFlows } from './flows.ts'
import type { Component } from './topology.ts'

/** How bad what happens to a flow is: 0 where messages always arrive, 4 where they never do. */
export function rank(flow: Flow): number {
  if (flow.verdict === 'always') return 0
  if (flow.verdict === 'never') return 4
  return flow.when === 'load' ? 1 : flow.when === 'race' ? 2 : 3
}

/** How bad what happens to each flow of a component is, by `flowKey`. */
export function ranksIn(network: Network, component: Component): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>()
  for (const { component: where, flows } of triedFlows(network)) {
    if (where === component) for (const flow of flows) ranks.set(flowKey(flow), rank(flow))
  }
  return ranks
}

/** Names a flow: its ends and its destination. */
export function flowKey({ from, to, destination }: Flow): string {
  return `${from} ${to} ${formatDestination(destination)}`
}
