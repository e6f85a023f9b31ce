import type { Destination } from '../../design/destination.ts'
import { isPair } from '../../design/design.ts'
import type { BrokerId, ConnectorId } from '../../design/ids.ts'
import type { Network } from '../../network/network.ts'
import { compile } from '../passage/compile.ts'
import type { Off } from '../flow.ts'
import type { Answer } from '../judges/judge.ts'
import { hasClosedForm } from '../judges/judges.ts'
import { downWith } from '../passage/off.ts'
import { passageOf } from '../passage/passage.ts'
import { reachable } from './reachable.ts'
import { cellOf, forecastTable, type ReachTable } from './table.ts'

/** An ordered pair of brokers whose flow changes. */
export interface Change {
  readonly from: BrokerId
  readonly to: BrokerId
  readonly before: Answer
  readonly after: Answer
}

/** What happens while something is off. */
export interface WhatIf {
  /** Pairs that reached each other and do not any more, both ends being up. Their messages wait, none is lost. */
  readonly cut: readonly Change[]
  /** Pairs that get from `always` to `sometimes`. */
  readonly worse: readonly Change[]
  /** Pairs that gain: a way on which messages got stuck is gone. */
  readonly better: readonly Change[]
  /**
   * Brokers that are down. The messages that they hold are inaccessible until they are back: a network is no high
   * availability. Messages for consumers on them wait where the forecast says.
   */
  readonly inaccessible: readonly BrokerId[]
  /** Pairs that would be cut if these were single brokers: their other instance takes over. */
  readonly saved: readonly { readonly broker: BrokerId; readonly pairs: number }[]
}

interface WhatIfQuestion {
  readonly destination: Destination
  readonly off: readonly Off[]
}

/** Compares who reaches whom with and without what is off. Pairs with an end that is off are left out. */
export function whatIf(network: Network, { destination, off }: WhatIfQuestion): WhatIf {
  const before = forecastTable(network, { destination })
  const after = forecastTable(network, { destination, off })
  const { brokers } = downWith(network, off)
  const changes = changesBetween(before, after, (id) => !brokers.has(id))
  const taken = off.flatMap((item) =>
    'instance' in item && !brokers.has(item.instance) ? [item.instance] : [],
  )
  return {
    cut: changes.filter((change) => change.after.verdict === 'never'),
    worse: changes.filter(
      (change) => change.after.verdict === 'sometimes' && change.before.verdict === 'always',
    ),
    better: changes.filter((change) => rank(change.after) > rank(change.before)),
    inaccessible: network.design.brokers.flatMap(({ id }) => (brokers.has(id) ? [id] : [])),
    saved: [...new Set(taken)].map((broker) => {
      const without = forecastTable(network, { destination, off: [...off, { broker }] })
      const lost = changesBetween(after, without, (id) => id !== broker && !brokers.has(id))
      return { broker, pairs: lost.filter((change) => change.after.verdict === 'never').length }
    }),
  }
}

function rank({ verdict }: Answer): number {
  return verdict === 'always' ? 2 : verdict === 'sometimes' ? 1 : 0
}

function changesBetween(
  before: ReachTable,
  after: ReachTable,
  isUp: (id: BrokerId) => boolean,
): readonly Change[] {
  const changes: Change[] = []
  before.brokers.forEach((from, row) => {
    if (!isUp(from)) return
    before.brokers.forEach((to, column) => {
      if (row === column || !isUp(to)) return
      const old = cellOf(before, row, column)
      const now = cellOf(after, row, column)
      if (old.verdict !== now.verdict) changes.push({ from, to, before: answerOf(old), after: answerOf(now) })
    })
  })
  return changes
}

function answerOf({ verdict, when, exact }: Answer): Answer {
  return { verdict, ...(when ? { when } : {}), exact }
}

/** A broker or a connector, with what its loss would do. */
export interface WeakPoint {
  readonly off: { readonly broker: BrokerId } | { readonly connector: ConnectorId }
  /** Ordered pairs that would be cut, its own ends not counted. */
  readonly cut: number
  /** It is a pair: it takes both instances to lose it. */
  readonly isPair: boolean
}

/** Up to this many brokers every loss is forecast in full where that is quick, else by whether TTLs leave any route. */
const BROKERS = 40

/**
 * Ranks single points of failure: brokers and connectors by the pairs that their loss would cut, most first; last those
 * that have a standby, since it takes two losses. Those that would cut none are left out.
 */
export function weakPoints(
  network: Network,
  { destination, off = [] }: { readonly destination: Destination; readonly off?: readonly Off[] },
): readonly WeakPoint[] {
  const { brokers, connectors } = network.design
  const isQuick =
    brokers.length <= BROKERS && hasClosedForm(passageOf(compile(network), destination, { off }))
  const countCut = isQuick ? cutByForecast : cutByRoutes
  const cutWith = countCut(network, destination, off)
  const points: WeakPoint[] = [
    ...brokers.map((broker) => ({
      off: { broker: broker.id },
      cut: cutWith({ broker: broker.id }, broker.id),
      isPair: isPair(broker),
    })),
    ...connectors.map(({ id }) => ({
      off: { connector: id },
      cut: cutWith({ connector: id }),
      isPair: false,
    })),
  ]
  return points
    .filter(({ cut }) => cut > 0)
    .toSorted((a, b) => Number(a.isPair) - Number(b.isPair) || b.cut - a.cut)
}

type CountCut = (loss: Off, end?: BrokerId) => number

function cutByForecast(network: Network, destination: Destination, off: readonly Off[]): CountCut {
  const before = forecastTable(network, { destination, off })
  return (loss, end) => {
    const after = forecastTable(network, { destination, off: [...off, loss] })
    return changesBetween(before, after, (id) => id !== end).filter(
      (change) => change.after.verdict === 'never',
    ).length
  }
}

/** Counts pairs word by word: there is a loss for each broker and each connector. */
function cutByRoutes(network: Network, destination: Destination, off: readonly Off[]): CountCut {
  const { brokers, words, bits } = reachable(network, { destination, off })
  const isAsked = brokers.map((id) => !network.broker(id)?.external)
  const asked = new Uint32Array(words)
  isAsked.forEach((is, column) => is && (asked[column >>> 5]! |= 1 << (column & 31)))
  return (loss, end) => {
    const after = reachable(network, { destination, off: [...off, loss] }).bits
    const columns = asked.slice()
    const place = end === undefined ? -1 : brokers.indexOf(end)
    if (place >= 0) columns[place >>> 5]! &= ~(1 << (place & 31))
    let cut = 0
    for (let row = 0; row < brokers.length; row++) {
      if (row === place || !isAsked[row]) continue
      for (let word = 0; word < words; word++) {
        const at = row * words + word
        for (let lost = bits[at]! & ~after[at]! & columns[word]!; lost !== 0; lost &= lost - 1) cut += 1
      }
    }
    return cut
  }
}
