import type { BrokerId, Network } from '@meshwright/model'
import { cellOf, type Verdict, type When } from '@meshwright/model/forecast'
import type { ReachAnswer } from '../../../store/flow/flowTable.ts'
import { VERDICT_RANK } from '../../common/verdictRank.ts'

/** A verdict as it is drawn: `never` is told apart from brokers that no bridges join in that direction. */
export type Mark = Verdict | 'no-route'

export interface GridBroker {
  readonly id: BrokerId
  readonly name: string
  /** Its place in the answer's arrays. */
  readonly index: number
  /** It is the first of its region. */
  readonly startsGroup: boolean
}

export interface GridGroup {
  /** The region; `No region` for those that stand in none. */
  readonly name: string
  readonly count: number
}

export interface Totals {
  readonly always: number
  readonly sometimes: number
  readonly never: number
  readonly noRoute: number
}

/** The table as it is shown: rows and columns alike, region by region. */
export interface ReachGrid {
  readonly answer: ReachAnswer
  readonly brokers: readonly GridBroker[]
  readonly groups: readonly GridGroup[]
  readonly totals: Totals
}

export interface GridCell {
  readonly from: GridBroker
  readonly to: GridBroker
  readonly mark: Mark
  readonly when?: When
  readonly hops?: number
  /** A bound was used: it may be better than said. */
  readonly isBound: boolean
  /** Topics: copies that may come to the broker, before its audit, where they are more than one. */
  readonly copies?: number
  /** The first broker that messages may stay on, where the answer knows it. */
  readonly stuckOn?: string
}

/** Orders an answer by regions, as they stand in the design; brokers without one come last. */
export function gridOf(network: Network, answer: ReachAnswer): ReachGrid {
  const indexed = answer.brokers.map((id, index) => ({ id, index, region: network.broker(id)?.region }))
  const groups: GridGroup[] = []
  const brokers: GridBroker[] = []
  const regions = [
    ...network.design.regions.map(({ id, name }) => ({ id, name })),
    { id: undefined, name: 'No region' },
  ]
  for (const region of regions) {
    const own = indexed.filter((broker) => broker.region === region.id)
    if (own.length === 0) continue
    groups.push({ name: region.name, count: own.length })
    own.forEach(({ id, index }, place) =>
      brokers.push({ id, index, name: network.nameOf(id), startsGroup: place === 0 }),
    )
  }
  return { answer, brokers, groups, totals: totalsOf(answer) }
}

/** Reads one cell by its place in the grid; `undefined` on the diagonal and outside. */
export function gridCell(
  { answer, brokers }: ReachGrid,
  network: Network,
  row: number,
  column: number,
): GridCell | undefined {
  const from = brokers[row]
  const to = brokers[column]
  if (!from || !to || from === to) return undefined
  const cell = from.index * answer.brokers.length + to.index
  const { verdict, when, hops, exact } = cellOf(answer, from.index, to.index)
  const stuck = answer.stuck?.[cell] ?? -1
  const copies = answer.copies?.[cell] ?? 0
  const stuckId = stuck < 0 ? undefined : network.design.brokers[stuck]?.id
  return {
    from,
    to,
    mark: markOf(verdict, answer.connected[cell] === 1),
    isBound: !exact,
    ...(when ? { when } : {}),
    ...(hops === undefined ? {} : { hops }),
    ...(copies > 1 ? { copies } : {}),
    ...(stuckId && verdict !== 'always' ? { stuckOn: network.nameOf(stuckId) } : {}),
  }
}

export function markOf(verdict: Verdict, isConnected: boolean): Mark {
  return verdict === 'never' && !isConnected ? 'no-route' : verdict
}

function totalsOf(answer: ReachAnswer): Totals {
  const size = answer.brokers.length
  const totals = { always: 0, sometimes: 0, never: 0, noRoute: 0 }
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (row === column) continue
      const mark = markOf(cellOf(answer, row, column).verdict, answer.connected[row * size + column] === 1)
      totals[mark === 'no-route' ? 'noRoute' : mark] += 1
    }
  }
  return totals
}

/** How many pairs a change makes better and worse; pairs of brokers that only one of the answers has are left out. */
export function compareAnswers(
  before: ReachAnswer,
  after: ReachAnswer,
): { readonly better: number; readonly worse: number; readonly moreCopies: number } {
  const placeOf = new Map(after.brokers.map((id, place) => [id, place]))
  const places = before.brokers.map((id) => placeOf.get(id) ?? -1)
  const [old, now] = [before.brokers.length, after.brokers.length]
  let [better, worse, moreCopies] = [0, 0, 0]
  for (let row = 0; row < old; row++) {
    for (let column = 0; column < old; column++) {
      const [toRow, toColumn] = [places[row] ?? -1, places[column] ?? -1]
      if (row === column || toRow < 0 || toColumn < 0) continue
      const step =
        VERDICT_RANK[cellOf(after, toRow, toColumn).verdict] -
        VERDICT_RANK[cellOf(before, row, column).verdict]
      if (step > 0) better += 1
      if (step < 0) worse += 1
      const copies = after.copies?.[toRow * now + toColumn] ?? 0
      if (copies > 1 && copies > (before.copies?.[row * old + column] ?? 0)) moreCopies += 1
    }
  }
  return { better, worse, moreCopies }
}
