import type { Design } from '../design/design.ts'
import type { Destination } from '../design/destination.ts'
import type { BrokerId, ConnectorId } from '../design/ids.ts'
import { compile } from '../forecast/passage/compile.ts'
import type { Off, Verdict } from '../forecast/flow.ts'
import { forecastAll } from '../forecast/forecast.ts'
import type { Question } from '../forecast/question.ts'
import { hasClosedForm } from '../forecast/judges/judges.ts'
import { passageOf } from '../forecast/passage/passage.ts'
import { isReachable, reachable } from '../forecast/questions/reachable.ts'
import { cellOf, forecastTable } from '../forecast/questions/table.ts'
import { networkOf, type Network } from '../network/network.ts'
import type { DestinationClass } from './reachChanges.ts'
import type { Stage } from './stages.ts'

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
  /** So many pairs always reach each other before and after, and now it could not be told whether always or sometimes. */
  readonly unsure: number
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
  /** For each class: 0 never, 1 sometimes, 2 always, `UNSURE`, or `ABSENT` where one of the two is not there. */
  readonly levels: readonly Uint8Array[]
  readonly stuck: readonly ReadonlyMap<number, ReadonlySet<BrokerId>>[]
  readonly bridges: ReadonlyMap<number, number>
  /** Of these classes it was only asked whether TTLs and filters leave a route. */
  readonly rough: readonly boolean[]
}

const ABSENT = 255
/** Not never, but whether always or sometimes could not be told. */
const UNSURE = 3
const LEVEL: Readonly<Record<Verdict, number>> = { never: 0, sometimes: 1, always: 2 }

/** Beyond, it is only asked whether there is a route. */
const MOST_FOR_VERDICTS = 200

/**
 * How much may still be spent on forecasts that take long, in tens of milliseconds by and large: those without a closed
 * form, since while only some brokers have their new file, connectors that suppress stand beside others that do not, and
 * every order of announcements has to be tried; and those of topics over duplex connectors in a circle.
 */
export interface Purse {
  left: number
  /** Up to so many brokers it is asked on which broker each queue's messages stay: ten times the work of who reaches whom. */
  readonly mostForStuck: number
}

/** Up to so many brokers a forecast is quick whatever the settings; beyond so many it is bounded, and quicker again. */
const [FEW, MANY] = [4, 46]

function priceOf(network: Network, destination: Destination): number {
  const { length } = network.design.brokers
  if (length <= FEW) return 0
  const isTopic = destination.kind === 'topic'
  const isClosed = hasClosedForm(passageOf(compile(network), destination))
  if (isClosed && !(isTopic && network.bridges.some(({ reverse }) => reverse) && hasCircle(network))) return 0
  if (length > MANY) return length / 5
  return isTopic ? 2 * length : 30 + 4 * length
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

/**
 * Forecasts one network for every class of destinations; those that take long only while the purse lasts.
 *
 * @param former - What is known of it already; what cannot be told better now is taken from there.
 */
export function viewOf(
  running: Design,
  classes: readonly DestinationClass[],
  places: Places,
  purse: Purse,
  { off = [], former }: { readonly off?: readonly Off[]; readonly former?: View | undefined } = {},
): View {
  const network = networkOf(running)
  const looked = classes.map(({ destination }, index): Looked & { readonly isRough: boolean } => {
    const wantsStuck = destination.kind === 'queue' && places.brokers.length <= purse.mostForStuck
    const known = former && { levels: former.levels[index]!, stuck: former.stuck[index]! }
    const isKnown = former?.rough[index] === false
    if (known && isKnown && !wantsStuck) return { ...known, isRough: false }
    const price = priceOf(network, destination)
    const question = { destination, off }
    if (places.brokers.length > MOST_FOR_VERDICTS || (price > 0 && purse.left <= 0))
      return { ...(known ?? lookAtRoutes(network, question, places)), isRough: !isKnown }
    purse.left -= price
    const look = wantsStuck ? lookAtFlows : lookAtTable
    return { ...look(network, question, places), isRough: false }
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
    rough: looked.map(({ isRough }) => isRough),
    bridges,
  }
}

interface Looked {
  readonly levels: Uint8Array
  readonly stuck: ReadonlyMap<number, ReadonlySet<BrokerId>>
}

const NOTHING_STUCK: Looked['stuck'] = new Map()

function lookAtFlows(network: Network, question: Question, { brokers, of }: Places): Looked {
  const levels = new Uint8Array(brokers.length ** 2).fill(ABSENT)
  const stuck = new Map<number, ReadonlySet<BrokerId>>()
  for (const flow of forecastAll(network, question)) {
    const pair = of.get(flow.from)! * brokers.length + of.get(flow.to)!
    levels[pair] = levelOf(flow)
    if (flow.stuck.length > 0 && flow.exact) stuck.set(pair, new Set(flow.stuck.map(({ at }) => at)))
  }
  return { levels, stuck }
}

/** Of topics it is not asked where copies stay: a copy that ends somewhere is no message that waits. */
function lookAtTable(network: Network, question: Question, places: Places): Looked {
  const table = forecastTable(network, question)
  return {
    levels: levelsOf(network, table.brokers, places, (row, column) => levelOf(cellOf(table, row, column))),
    stuck: NOTHING_STUCK,
  }
}

function lookAtRoutes(network: Network, question: Question, places: Places): Looked {
  const bits = reachable(network, question)
  return {
    levels: levelsOf(network, bits.brokers, places, (row, column) =>
      isReachable(bits, row, column) ? UNSURE : 0,
    ),
    stuck: NOTHING_STUCK,
  }
}

function levelOf({ verdict, exact }: { readonly verdict: Verdict; readonly exact: boolean }): number {
  return verdict === 'sometimes' && !exact ? UNSURE : LEVEL[verdict]
}

function levelsOf(
  network: Network,
  brokers: readonly BrokerId[],
  places: Places,
  levelAt: (row: number, column: number) => number,
): Uint8Array {
  const size = places.brokers.length
  const levels = new Uint8Array(size * size).fill(ABSENT)
  const at = brokers.map((id) => (network.broker(id)?.external ? -1 : places.of.get(id)!))
  at.forEach((from, row) => {
    at.forEach((to, column) => {
      if (row !== column && from >= 0 && to >= 0) levels[from * size + to] = levelAt(row, column)
    })
  })
  return levels
}

/** Holds a network against both ends. Pairs that are not in both are left out: nobody relies on them yet, or any more. */
export function troubleOf(now: View, before: View, after: View, { brokers }: Places): Trouble {
  const cut: PairOf[] = []
  const worse: PairOf[] = []
  const strands: (PairOf & { at: BrokerId })[] = []
  let unsure = 0
  const size = brokers.length
  const ends = (pair: number) => ({
    from: brokers[Math.floor(pair / size)]!,
    to: brokers[pair % size]!,
  })
  now.levels.forEach((levels, destination) => {
    const [old, next] = [before.levels[destination]!, after.levels[destination]!]
    for (let pair = 0; pair < levels.length; pair++) {
      if (old[pair] === ABSENT || next[pair] === ABSENT) continue
      const level = levels[pair]!
      const least = Math.min(sureOf(old[pair]!), sureOf(next[pair]!))
      if (level === UNSURE) unsure += least === LEVEL.always ? 1 : 0
      else if (level < least) (level === 0 ? cut : worse).push({ destination, ...ends(pair) })
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
  return { cut, worse, strands, doubled, unsure }
}

/** What is known at least of a pair before or after all steps: where that could not be told, that it is not never. */
function sureOf(level: number): number {
  return level === UNSURE ? LEVEL.sometimes : level
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
