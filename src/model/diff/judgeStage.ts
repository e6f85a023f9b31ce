import type { Design } from '../design/design.ts'
import type { BrokerId, ConnectorId } from '../design/ids.ts'
import type { Off, Verdict } from '../forecast/flow.ts'
import { forecastAll } from '../forecast/forecast.ts'
import { isReachable, reachable } from '../forecast/reachable.ts'
import { cellOf, forecastTable } from '../forecast/table.ts'
import { networkOf } from '../network/network.ts'
import type { DestinationClass } from './reachChanges.ts'
import type { Stage } from './stages.ts'

/** How closely the networks between two designs are looked at. */
export type Depth =
  /** Verdicts and where messages stay. */
  | 'stuck'
  | 'verdicts'
  /** Whether TTLs and filters leave any route: for networks that are too large for more. */
  | 'routes'

/** One ordered pair of brokers, for one class of destinations (its place in the list). */
export interface PairOf {
  readonly destination: number
  readonly from: BrokerId
  readonly to: BrokerId
}

/** What a network between two designs does that neither of them does. */
export interface Trouble {
  /** Messages arrive before and after, and not now. */
  readonly cut: readonly PairOf[]
  /** They always arrive before and after, and now only sometimes. */
  readonly worse: readonly PairOf[]
  /** Messages of these may get to a broker and stay there; neither before nor after do they stay there. */
  readonly strands: readonly (PairOf & { readonly at: BrokerId })[]
  /** More bridges lead from one broker to another than before or after. */
  readonly doubled: readonly { readonly from: BrokerId; readonly to: BrokerId }[]
}

/** What is known of who reaches whom in one network. */
export interface View {
  readonly levels: readonly ReadonlyMap<string, number>[]
  readonly stuck: readonly ReadonlyMap<string, ReadonlySet<BrokerId>>[]
  readonly bridges: ReadonlyMap<string, number>
}

const LEVEL: Readonly<Record<Verdict, number>> = { never: 0, sometimes: 1, always: 2 }

/** How closely to look at networks of this size, so that an answer takes seconds at most. */
export function depthFor(brokers: number): Depth {
  return brokers <= 10 ? 'stuck' : brokers <= 40 ? 'verdicts' : 'routes'
}

/** Forecasts one network for every class of destinations. */
export function viewOf(
  running: Design,
  classes: readonly DestinationClass[],
  depth: Depth,
  off: readonly Off[] = [],
): View {
  const network = networkOf(running)
  const levels: Map<string, number>[] = []
  const stuck: Map<string, ReadonlySet<BrokerId>>[] = []
  for (const { destination } of classes) {
    const level = new Map<string, number>()
    const stays = new Map<string, ReadonlySet<BrokerId>>()
    if (depth === 'stuck') {
      for (const flow of forecastAll(network, { destination, off })) {
        const key = `${flow.from} ${flow.to}`
        level.set(key, LEVEL[flow.verdict])
        // A copy of a topic's message that ends somewhere is no message that waits.
        if (flow.stuck.length > 0 && destination.kind === 'queue')
          stays.set(key, new Set(flow.stuck.map(({ at }) => at)))
      }
    } else if (depth === 'verdicts') {
      const table = forecastTable(network, { destination, off })
      table.brokers.forEach((from, row) => {
        table.brokers.forEach((to, column) => {
          if (row !== column) level.set(`${from} ${to}`, LEVEL[cellOf(table, row, column).verdict])
        })
      })
    } else {
      const bits = reachable(network, { destination, off })
      bits.brokers.forEach((from, row) => {
        if (network.broker(from)?.external) return
        bits.brokers.forEach((to, column) => {
          if (row !== column && !network.broker(to)?.external)
            level.set(`${from} ${to}`, isReachable(bits, row, column) ? 1 : 0)
        })
      })
    }
    levels.push(level)
    stuck.push(stays)
  }
  return { levels, stuck, bridges: bridgeCounts(network.bridges) }
}

function bridgeCounts(
  bridges: readonly { readonly from: BrokerId; readonly to: BrokerId }[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { from, to } of bridges) counts.set(`${from} ${to}`, (counts.get(`${from} ${to}`) ?? 0) + 1)
  return counts
}

function ends(key: string): readonly [from: BrokerId, to: BrokerId] {
  return key.split(' ') as [BrokerId, BrokerId]
}

/** Holds a network against both ends. Pairs that are not in both are left out: nobody relies on them yet, or any more. */
export function troubleOf(now: View, before: View, after: View): Trouble {
  const cut: PairOf[] = []
  const worse: PairOf[] = []
  const strands: (PairOf & { at: BrokerId })[] = []
  now.levels.forEach((levels, destination) => {
    const [old, next] = [before.levels[destination], after.levels[destination]]
    for (const [key, level] of levels) {
      const [was, willBe] = [old?.get(key), next?.get(key)]
      if (was === undefined || willBe === undefined) continue
      const [from, to] = ends(key)
      const least = Math.min(was, willBe)
      if (level < least) (level === 0 ? cut : worse).push({ destination, from, to })
      for (const at of now.stuck[destination]?.get(key) ?? []) {
        if (at === from) continue
        const isKnown = [before, after].some((view) => view.stuck[destination]?.get(key)?.has(at))
        if (!isKnown) strands.push({ destination, from, to, at })
      }
    }
  })
  const doubled = [...now.bridges].flatMap(([key, count]) => {
    const most = Math.max(1, before.bridges.get(key) ?? 0, after.bridges.get(key) ?? 0)
    const [from, to] = ends(key)
    return count > most ? [{ from, to }] : []
  })
  return { cut, worse, strands, doubled }
}

/** Pairs of other brokers that reach each other before and after a broker is down, and not meanwhile. */
export function cutWhileDown(down: View, before: View, after: View, broker: BrokerId): readonly PairOf[] {
  const pairs: PairOf[] = []
  down.levels.forEach((levels, destination) => {
    for (const [key, level] of levels) {
      const [from, to] = ends(key)
      if (level > 0 || from === broker || to === broker) continue
      const [was, willBe] = [before.levels[destination]?.get(key), after.levels[destination]?.get(key)]
      if (was !== undefined && was > 0 && willBe !== undefined && willBe > 0)
        pairs.push({ destination, from, to })
    }
  })
  return pairs
}

/** What a trouble weighs: what comes first counts before all that follows. */
export type Cost = readonly [cut: number, stays: number, doubled: number, waiting: number]

export const NO_COST: Cost = [0, 0, 0, 0]

export function costOf({ cut, worse, strands, doubled }: Trouble, { waiting }: Stage): Cost {
  return [cut.length, worse.length + strands.length, doubled.length, waiting.length]
}

export function addCosts(a: Cost, b: Cost): Cost {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]]
}

export function compareCosts(a: Cost, b: Cost): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3]
}

/** The connectors that two brokers are linked by more than once, for sentences. */
export function connectorsBetween(running: Design, from: BrokerId, to: BrokerId): readonly ConnectorId[] {
  return networkOf(running)
    .bridgesFrom(from)
    .flatMap((bridge) => (bridge.to === to ? [bridge.connector.id] : []))
}
