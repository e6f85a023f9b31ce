import { isPair } from '../design/design.ts'
import { formatDestination } from '../design/destination.ts'
import type { BrokerId } from '../design/ids.ts'
import type { TargetId } from '../targets/target.ts'
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
import { preferredOrder, type PlannedStep, type StepKind } from './preferStep.ts'
import type { DestinationClass } from './reachChanges.ts'
import { MOST_PAIRS, namesIn } from './rolloutNames.ts'
import { searchOrder } from './searchOrder.ts'
import { stagesOf, type Stage, type Stages, type Waiting } from './stages.ts'
import { explainCuts } from './whyCut.ts'

/** Two brokers by name, and what a message between them is sent to. */
export interface RolloutPair {
  readonly destination: string
  readonly from: string
  readonly to: string
}

/**
 * What the network does after a step and until the next that it does neither before nor after all of them. Of each kind 400
 * pairs are listed at most.
 */
export interface BetweenSteps {
  /** Messages that arrive before and after wait here. Topics without a durable subscription lose theirs. */
  readonly cut: readonly RolloutPair[]
  /** Why, for all that are cut: absent where none is, or where no connector tells. */
  readonly cutBecause?: {
    /** Connectors of their former ways that are gone by now, or changed: `a/a-to-b`. */
    readonly former: readonly string[]
    /** Connectors of their new ways that come, or change, with a later step. */
    readonly next: readonly string[]
  }
  /** Messages that always arrive before and after may stay on the way here. */
  readonly worse: readonly RolloutPair[]
  /** Messages may get to a broker from which they do not go on. */
  readonly strands: readonly (RolloutPair & { readonly at: string })[]
  /** Two bridges the same way: a queue's share counts double, and a topic's message may cross twice. */
  readonly doubled: readonly {
    readonly from: string
    readonly to: string
    readonly connectors: readonly string[]
  }[]
  /** Connectors whose far side is not ready: they try again by themselves, at most 30 seconds apart. */
  readonly waiting: readonly {
    readonly broker: string
    readonly connector: string
    readonly to: string
    readonly because: Waiting['because']
  }[]
}

/** One broker gets its file: put in place, and the broker started anew. */
export interface RolloutStep {
  /** By its newer name; a broker that goes by its former one. */
  readonly broker: string
  readonly does: StepKind
  /** Run by others: their file is not ours to replace, so they are asked. */
  readonly external: boolean
  readonly target: TargetId
  /** The other instance of a pair takes over while one restarts. */
  readonly pair: boolean
  /** What the new files are called; none where a broker goes. */
  readonly files: readonly string[]
  /** Pairs of other brokers that do not reach each other while this one is down. Empty for pairs and new brokers. */
  readonly whileDown: readonly RolloutPair[]
  /** Until the next step. All lists are empty where nothing is worse than both before and after. */
  readonly untilNext: BetweenSteps
  /** The broker in the later design, and in the earlier as it was given. */
  readonly at: { readonly before?: BrokerId; readonly after?: BrokerId }
}

/** In which order brokers get their files. */
export interface Rollout {
  readonly steps: readonly RolloutStep[]
  /** No network between two steps is worse than both ends. */
  readonly isSafe: boolean
  /** No order is better. `false` for networks where not all orders that matter could be tried. */
  readonly isBest: boolean
  /**
   * Networks between steps of which it could not be told of all pairs whether messages always or only sometimes arrive,
   * since that would take too long. Whether anybody is cut is known of pairs there as far as TTLs and filters tell.
   */
  readonly inPart: number
  /** What was asked about, as `queue://x`. */
  readonly destinations: readonly string[]
}

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

/** How far the work is. */
export interface RolloutProgress {
  /** Networks between the two designs that were forecast. */
  readonly networks: number
}

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

/** From the earlier design to the later one, and back. */
export interface Rollouts {
  readonly rollout: Rollout
  readonly rollback: Rollout
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
