import type { Design } from '../design/design.ts'
import type { Destination } from '../design/destination.ts'
import type { BrokerId, ConnectorId } from '../design/ids.ts'
import { compile } from '../forecast/passage/compile.ts'
import type { Off, Verdict } from '../forecast/flow.ts'
import { forecastAll } from '../forecast/forecast.ts'
import { hasClosedForm } from '../forecast/judges/judges.ts'
import { passageOf } from '../forecast/passage/passage.ts'
import { isReachable, reachable } from '../forecast/questions/reachable.ts'
import { cellOf, forecastTable } from '../forecast/questions/table.ts'
import { networkOf, type Network } from '../network/network.ts'
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

/** Every broker of either design, with its place in the arrays of a view. */
export interface Places {
  readonly brokers: readonly BrokerId[]
  readonly of: ReadonlyMap<BrokerId, number>
}

export function placesOf(brokers: readonly BrokerId[]): Places {
  return { brokers, of: new Map(brokers.map((id, place) => [id, place])) }
}

/** What is known of who reaches whom in one network. Pairs stand at the place of `from` times their number, plus that of `to`. */
export interface View {
  /** For each class: 0 never, 1 sometimes, 2 always, `ABSENT` where one of the two is not there. */
  readonly levels: readonly Uint8Array[]
  readonly stuck: readonly ReadonlyMap<number, ReadonlySet<BrokerId>>[]
  readonly bridges: ReadonlyMap<number, number>
  /** How closely each class was looked at. */
  readonly depths: readonly Depth[]
}

const ABSENT = 255
const LEVEL: Readonly<Record<Verdict, number>> = { never: 0, sometimes: 1, always: 2 }

/** How closely to look at networks of this size, so that an answer takes seconds at most. */
export function depthFor(brokers: number): Depth {
  return brokers <= 10 ? 'stuck' : brokers <= 40 ? 'verdicts' : 'routes'
}

/** Up to so many brokers even what has no closed form is forecast in full. */
const SMALL = 4

/**
 * How closely one network can be looked at quickly. While only some brokers have their new file, connectors that suppress
 * stand beside others that do not, and every order of announcements would have to be tried; so it is with topics over
 * duplex connectors in a circle.
 */
function depthOf(network: Network, destination: Destination, depth: Depth): Depth {
  if (depth === 'routes' || network.design.brokers.length <= SMALL) return depth
  if (!hasClosedForm(passageOf(compile(network), destination))) return 'routes'
  const isHard =
    destination.kind === 'topic' && network.bridges.some(({ reverse }) => reverse) && hasCircle(network)
  return isHard ? 'routes' : depth
}

/** Whether two ways lead from some broker to another, whatever their direction. */
function hasCircle({ bridges }: Network): boolean {
  const heads = new Map<BrokerId, BrokerId>()
  const headOf = (id: BrokerId): BrokerId => {
    let head = id
    for (let next = heads.get(head); next !== undefined; next = heads.get(head)) head = next
    return head
  }
  for (const { from, to, reverse } of bridges) {
    if (reverse) continue
    const [a, b] = [headOf(from), headOf(to)]
    if (a === b) return true
    heads.set(a, b)
  }
  return false
}

/** Forecasts one network for every class of destinations. */
export function viewOf(
  running: Design,
  classes: readonly DestinationClass[],
  depth: Depth,
  places: Places,
  off: readonly Off[] = [],
): View {
  const network = networkOf(running)
  const looked = classes.map(({ destination }) => {
    const own = depthOf(network, destination, depth)
    return { own, ...lookAt(network, destination, own, places, off) }
  })
  const size = places.brokers.length
  const bridges = new Map<number, number>()
  for (const { from, to } of network.bridges) {
    const pair = places.of.get(from)! * size + places.of.get(to)!
    bridges.set(pair, (bridges.get(pair) ?? 0) + 1)
  }
  return {
    levels: looked.map(({ levels }) => levels),
    stuck: looked.map(({ stuck }) => stuck),
    depths: looked.map(({ own }) => own),
    bridges,
  }
}

function lookAt(
  network: Network,
  destination: Destination,
  depth: Depth,
  places: Places,
  off: readonly Off[],
): { readonly levels: Uint8Array; readonly stuck: ReadonlyMap<number, ReadonlySet<BrokerId>> } {
  const size = places.brokers.length
  const levels = new Uint8Array(size * size).fill(ABSENT)
  const stuck = new Map<number, ReadonlySet<BrokerId>>()
  if (depth === 'stuck') {
    for (const flow of forecastAll(network, { destination, off })) {
      const pair = places.of.get(flow.from)! * size + places.of.get(flow.to)!
      levels[pair] = LEVEL[flow.verdict]
      // A copy of a topic's message that ends somewhere is no message that waits.
      if (flow.stuck.length > 0 && destination.kind === 'queue')
        stuck.set(pair, new Set(flow.stuck.map(({ at }) => at)))
    }
    return { levels, stuck }
  }
  const fill = (brokers: readonly BrokerId[], levelOf: (row: number, column: number) => number) => {
    const at = brokers.map((id) => (network.broker(id)?.external ? -1 : places.of.get(id)!))
    at.forEach((from, row) => {
      at.forEach((to, column) => {
        if (row !== column && from >= 0 && to >= 0) levels[from * size + to] = levelOf(row, column)
      })
    })
  }
  if (depth === 'verdicts') {
    const table = forecastTable(network, { destination, off })
    fill(table.brokers, (row, column) => LEVEL[cellOf(table, row, column).verdict])
  } else {
    const bits = reachable(network, { destination, off })
    fill(bits.brokers, (row, column) => (isReachable(bits, row, column) ? 1 : 0))
  }
  return { levels, stuck }
}

/** Holds a network against both ends. Pairs that are not in both are left out: nobody relies on them yet, or any more. */
export function troubleOf(now: View, before: View, after: View, { brokers }: Places): Trouble {
  const cut: PairOf[] = []
  const worse: PairOf[] = []
  const strands: (PairOf & { at: BrokerId })[] = []
  const size = brokers.length
  const ends = (pair: number) => ({
    from: brokers[Math.floor(pair / size)]!,
    to: brokers[pair % size]!,
  })
  now.levels.forEach((levels, destination) => {
    const [old, next] = [before.levels[destination]!, after.levels[destination]!]
    // Whether there is a route says nothing of how sure it is.
    const isCoarse = now.depths[destination] === 'routes'
    for (let pair = 0; pair < levels.length; pair++) {
      const level = levels[pair]!
      const least = Math.min(old[pair]!, next[pair]!)
      if (level >= least || old[pair] === ABSENT || next[pair] === ABSENT) continue
      if (level === 0) cut.push({ destination, ...ends(pair) })
      else if (!isCoarse) worse.push({ destination, ...ends(pair) })
    }
    for (const [pair, all] of now.stuck[destination] ?? []) {
      if (old[pair] === ABSENT || next[pair] === ABSENT) continue
      const { from, to } = ends(pair)
      for (const at of all) {
        const isKnown = [before, after].some((view) => view.stuck[destination]?.get(pair)?.has(at))
        if (at !== from && !isKnown) strands.push({ destination, from, to, at })
      }
    }
  })
  const doubled = [...now.bridges].flatMap(([pair, count]) => {
    const most = Math.max(1, before.bridges.get(pair) ?? 0, after.bridges.get(pair) ?? 0)
    return count > most ? [ends(pair)] : []
  })
  return { cut, worse, strands, doubled }
}

/** Pairs of other brokers that reach each other before and after a broker is down, and not meanwhile. */
export function cutWhileDown(
  down: View,
  before: View,
  after: View,
  broker: BrokerId,
  { brokers, of }: Places,
): readonly PairOf[] {
  const pairs: PairOf[] = []
  const [size, own] = [brokers.length, of.get(broker)]
  const reaches = (level: number | undefined) => level !== undefined && level !== ABSENT && level > 0
  down.levels.forEach((levels, destination) => {
    for (let pair = 0; pair < levels.length; pair++) {
      const [from, to] = [Math.floor(pair / size), pair % size]
      if (levels[pair] !== 0 || from === own || to === own) continue
      if (reaches(before.levels[destination]?.[pair]) && reaches(after.levels[destination]?.[pair]))
        pairs.push({ destination, from: brokers[from]!, to: brokers[to]! })
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
