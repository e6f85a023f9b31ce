import type { Broker, Connector } from '../../design/design.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { Bridge } from '../../network/bridges.ts'
import type { Network } from '../../network/network.ts'
import { oncePer } from '../../oncePer.ts'

/** Brokers that hang together, over bridges in any direction. */
export interface Component {
  readonly brokers: readonly BrokerId[]
  readonly connectors: readonly Connector[]
  /** Somewhere a message could come back to where it was, if it were allowed to. */
  readonly hasCycle: boolean
  /**
   * More hops can do no harm: there is no circle that messages could take the wrong way round, and no static list that
   * would pull them off their way. What else more hops do, only the forecast can say.
   */
  readonly isPlain: boolean
}

/** The shape of a network: what hangs together, and what lies on a circle of three brokers or more. */
export interface Topology {
  /** Brokers with no connector at all stand alone in a component of their own. */
  readonly components: readonly Component[]
  componentOf(id: BrokerId): Component | undefined
  /** Tells whether a circle leads over the link between two brokers. Two links between the same brokers make none. */
  onCycle(a: BrokerId, b: BrokerId): boolean
  /** The brokers joined to this one, in any direction. */
  neighbours(id: BrokerId): readonly BrokerId[]
}

/** Reads the shape of a network; the same network gives the same answer. Time grows with its size. */
export const topologyOf = oncePer((network: Network): Topology => {
  const { brokers } = network.design
  const index = new Map(brokers.map((broker, i) => [broker.id, i]))
  const around = neighboursOf(brokers, network.bridges, index)
  const { component, circles } = search(around)
  const groups: { brokers: BrokerId[]; connectors: Connector[]; hasCycle: boolean; isPlain: boolean }[] = []
  brokers.forEach((broker, i) => {
    const group = (groups[component[i] ?? 0] ??= {
      brokers: [],
      connectors: [],
      hasCycle: false,
      isPlain: true,
    })
    group.brokers.push(broker.id)
    for (const next of around[i] ?? []) group.hasCycle ||= circles(i, next)
  })
  for (const connector of network.design.connectors) {
    const at = index.get(connector.from)
    if (at !== undefined && network.bridgesOf(connector.id).length > 0) {
      groups[component[at] ?? 0]?.connectors.push(connector)
    }
  }
  for (const group of groups) {
    group.isPlain = !group.hasCycle && group.connectors.every(({ filters }) => !filters.static?.length)
  }
  const components: readonly Component[] = groups
  return {
    components,
    componentOf: (id) => components[component[index.get(id) ?? -1] ?? -1],
    onCycle(a, b) {
      const from = index.get(a)
      const to = index.get(b)
      return from !== undefined && to !== undefined && circles(from, to)
    },
    neighbours: (id) => (around[index.get(id) ?? -1] ?? []).flatMap((i) => brokers[i]?.id ?? []),
  }
})

function neighboursOf(
  brokers: readonly Broker[],
  bridges: readonly Bridge[],
  index: ReadonlyMap<BrokerId, number>,
): readonly (readonly number[])[] {
  const sets = brokers.map(() => new Set<number>())
  for (const { from, to } of bridges) {
    const a = index.get(from)
    const b = index.get(to)
    if (a === undefined || b === undefined) continue
    sets[a]?.add(b)
    sets[b]?.add(a)
  }
  return sets.map((set) => [...set])
}

/**
 * Depth first from every broker: components, and the links that no circle leads over (Tarjan's bridges). Without
 * recursion, so that a chain of a thousand brokers does not exhaust the stack.
 */
function search(around: readonly (readonly number[])[]): {
  readonly component: readonly number[]
  readonly circles: (a: number, b: number) => boolean
} {
  const size = around.length
  const component = Array.from<number>({ length: size }).fill(-1)
  const entered = new Int32Array(size).fill(-1)
  const lowest = new Int32Array(size)
  const parent = new Int32Array(size).fill(-1)
  const next = new Int32Array(size)
  const alone = new Set<number>()
  let time = 0
  let count = 0
  for (let start = 0; start < size; start++) {
    if (entered[start] !== -1) continue
    const stack = [start]
    entered[start] = lowest[start] = time++
    component[start] = count
    while (stack.length > 0) {
      const at = stack.at(-1) ?? 0
      const other = around[at]?.[next[at]!++]
      if (other === undefined) {
        stack.pop()
        const above = parent[at]!
        if (above < 0) continue
        lowest[above] = Math.min(lowest[above]!, lowest[at]!)
        if (lowest[at]! > entered[above]!) alone.add(linkKey(above, at, size))
      } else if (entered[other] === -1) {
        parent[other] = at
        entered[other] = lowest[other] = time++
        component[other] = count
        stack.push(other)
      } else if (other !== parent[at]) {
        lowest[at] = Math.min(lowest[at]!, entered[other]!)
      }
    }
    count++
  }
  return { component, circles: (a, b) => !alone.has(linkKey(a, b, size)) }
}

function linkKey(a: number, b: number, size: number): number {
  return a < b ? a * size + b : b * size + a
}
