import { isPair } from '../design/design.ts'
import { formatDestination } from '../design/destination.ts'
import type { BrokerId } from '../design/ids.ts'
import { fileNames } from '../xml/fileNames.ts'
import type { Aligned } from './align.ts'
import {
  costOf,
  cutWhileDown,
  placesOf,
  troubleOf,
  viewOf,
  type Places,
  type Purse,
  type View,
} from './judgeStage.ts'
import type { FilesOfBrokers, MatchOptions } from './matchElements.ts'
import { preferredOrder, type PlannedStep } from './preferStep.ts'
import type { DestinationClass } from './reachChanges.ts'
import type { BetweenSteps, Rollout, RolloutProgress, Rollouts, RolloutStep } from './rollout.ts'
import { MOST_PAIRS, namesIn } from './rolloutNames.ts'
import { searchOrder } from './searchOrder.ts'
import { stagesOf, type Stage, type Stages } from './stages.ts'
import { explainCuts } from './whyCut.ts'

/** So many classes of destinations are held against each network between. */
const MOST_CLASSES = 6

/** How many networks between two designs may be forecast before the order is chosen step by step, by how large they are. */
function budgetFor(brokers: number): number {
  return brokers <= 12 ? 400 : brokers <= 30 ? 200 : brokers <= 60 ? 100 : 60
}

/** What may be spent on forecasts that take long: while an order is looked for, and to look closer at the networks of that order. */
const PURSES = { searching: 240, closer: 160 } as const
/** Up to so many brokers it is asked where queues' messages stay, for each. */
const STUCK = { searching: 30, closer: 60 } as const

/** The networks between two designs, each forecast once however often it is asked about. */
interface Between {
  readonly stages: Stages
  readonly classes: readonly DestinationClass[]
  readonly places: Places
  /** By the brokers that have their later file. */
  readonly stageAt: (later: ReadonlySet<BrokerId>) => Stage
  readonly viewAt: (later: ReadonlySet<BrokerId>) => View
  /** The same; what was left out before since it takes long is forecast now, while the purse lasts. */
  readonly closerAt: (later: ReadonlySet<BrokerId>) => View
  readonly downAt: (later: ReadonlySet<BrokerId>, off: BrokerId) => View
}

/**
 * Works out the order in which to bring one design's brokers to another's files, one broker at a time, and the order
 * back, so that the network is as seldom as possible worse than before and after. Each network between is forecast as it
 * would really run: a connector whose far side is not there, listens elsewhere or does not know the user makes no bridge.
 *
 * @param changed - The brokers whose step it is, by the ids that both designs share.
 */
export function planRollouts(
  aligned: Aligned,
  changed: ReadonlySet<BrokerId>,
  classes: readonly DestinationClass[],
  { files, onProgress }: RolloutOptions = {},
): Rollouts {
  const between = networksBetween(aligned, classes.slice(0, MOST_CLASSES), onProgress)
  return {
    rollout: plan(aligned, changed, between, 'there', files?.after),
    rollback: plan(aligned, changed, between, 'back', files?.before),
  }
}

export interface RolloutOptions extends Pick<MatchOptions, 'files'> {
  readonly onProgress?: (progress: RolloutProgress) => void
}

function networksBetween(
  aligned: Aligned,
  classes: readonly DestinationClass[],
  onProgress: RolloutOptions['onProgress'],
): Between {
  const stages = stagesOf(aligned)
  const places = placesOf(stages.brokers)
  const searching: Purse = { left: PURSES.searching, mostForStuck: STUCK.searching }
  const closer: Purse = { left: PURSES.closer, mostForStuck: STUCK.closer }
  const views = new Map<string, { readonly view: View; readonly isClose: boolean }>()
  const stageAt = remember((later) => stages.at(later))
  let networks = 0
  const look = (later: ReadonlySet<BrokerId>, purse: Purse, more?: Parameters<typeof viewOf>[4]): View => {
    onProgress?.({ networks: ++networks })
    return viewOf(stageAt(later).running, classes, places, purse, more)
  }
  const viewAt = (later: ReadonlySet<BrokerId>, isClose = false) => {
    const key = keyOf(later)
    const known = views.get(key)
    const isEnough = known?.isClose || !isClose || !mayTellMore(known?.view)
    if (known && isEnough) return known.view
    const view = look(later, isClose ? closer : searching, { former: known?.view })
    views.set(key, { view, isClose })
    return view
  }
  const mayTellMore = (view: View | undefined) =>
    view?.rough.includes(true) ||
    (places.brokers.length > STUCK.searching && places.brokers.length <= STUCK.closer)
  return {
    stages,
    classes,
    places,
    stageAt,
    viewAt: (later) => viewAt(later),
    closerAt: (later) => viewAt(later, true),
    downAt: (later, off) => look(later, { left: 0, mostForStuck: 0 }, { off: [{ broker: off }] }),
  }
}

function plan(
  aligned: Aligned,
  changed: ReadonlySet<BrokerId>,
  between: Between,
  way: 'there' | 'back',
  given: FilesOfBrokers | undefined,
): Rollout {
  const { stages, classes, places, stageAt, viewAt, closerAt, downAt } = between
  const isBack = way === 'back'
  const [former, next] = isBack ? [stages.after, stages.before] : [stages.before, stages.after]
  const planned = preferredOrder(
    { ...stages, before: former, after: next },
    stages.brokers.flatMap((id): readonly PlannedStep[] => {
      if (!changed.has(id)) return []
      return [{ id, kind: !former(id) ? 'start' : !next(id) ? 'stop' : 'replace' }]
    }),
  )
  // What no step changes is as in the later design from the start.
  const unchanged = stages.brokers.filter((id) => !changed.has(id))
  const laterAfter = (path: readonly PlannedStep[]): ReadonlySet<BrokerId> => {
    const done = new Set(path.map(({ id }) => id))
    const later = [...changed].filter((id) => done.has(id) !== isBack)
    return new Set([...unchanged, ...later])
  }
  const view = (path: readonly PlannedStep[]) => viewAt(laterAfter(path))
  const [before, after] = [closerAt(laterAfter([])), closerAt(laterAfter(planned))]
  const order = searchOrder(
    planned,
    (path) => costOf(troubleOf(view(path), before, after, places), stageAt(laterAfter(path))),
    budgetFor(places.brokers.length) + planned.length,
  )
  const names = namesIn(aligned, classes)
  const whyCut = explainCuts(stageAt(laterAfter([])).running, stageAt(laterAfter(planned)).running)
  const files = fileNames(isBack ? aligned.before : aligned.after)
  let inPart = 0
  const steps = order.steps.map((step, index): RolloutStep => {
    const [start, path] = [order.steps.slice(0, index), order.steps.slice(0, index + 1)]
    const { broker } = (next(step.id) ?? former(step.id))!
    const isDown = step.kind !== 'start' && !broker.external && !staysUp(stages, step)
    const now = closerAt(laterAfter(path))
    const down = isDown
      ? cutWhileDown(downAt(laterAfter(start), step.id), view(start), now, step.id, places)
      : []
    const beforeId = stages.before(step.id) && aligned.brokersBefore.get(step.id)
    const ownFiles = given?.get((isBack ? beforeId : step.id) ?? step.id)
    const trouble = troubleOf(now, before, after, places)
    if (index < order.steps.length - 1 && (now.rough.includes(true) || trouble.unsure > 0)) inPart += 1
    return {
      broker: broker.name,
      does: step.kind,
      external: broker.external === true,
      target: broker.target ?? 'self-managed',
      pair: isPair(broker),
      files: step.kind === 'stop' ? [] : (ownFiles ?? files.get(step.id)?.configurations ?? []),
      whileDown: down.slice(0, MOST_PAIRS).map(names.pair),
      untilNext: names.between(trouble, stageAt(laterAfter(path)), whyCut),
      at: {
        ...(beforeId === undefined ? {} : { before: beforeId }),
        ...(stages.after(step.id) ? { after: step.id } : {}),
      },
    }
  })
  return {
    steps,
    isSafe: steps.every(({ untilNext }) => isQuiet(untilNext)),
    isBest: order.isBest && inPart === 0,
    inPart,
    destinations: classes.map(({ destination }) => formatDestination(destination)),
  }
}

function isQuiet({ cut, worse, strands, doubled, waiting }: BetweenSteps): boolean {
  return [cut, worse, strands, doubled, waiting].every((list) => list.length === 0)
}

/** Both instances of a pair, before and after: one is always up. */
function staysUp(stages: Stages, { id }: PlannedStep): boolean {
  return [stages.before(id), stages.after(id)].every((slice) => slice !== undefined && isPair(slice.broker))
}

function remember<T>(work: (later: ReadonlySet<BrokerId>) => T): (later: ReadonlySet<BrokerId>) => T {
  const known = new Map<string, T>()
  return (later) => {
    const key = keyOf(later)
    const former = known.get(key)
    if (former !== undefined) return former
    const value = work(later)
    known.set(key, value)
    return value
  }
}

function keyOf(later: ReadonlySet<BrokerId>): string {
  return [...later].toSorted().join()
}
