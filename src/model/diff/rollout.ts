import { isPair, type Design } from '../design/design.ts'
import { formatDestination } from '../design/destination.ts'
import type { BrokerId } from '../design/ids.ts'
import { networkOf } from '../network/network.ts'
import type { TargetId } from '../targets/target.ts'
import { fileNames } from '../xml/fileNames.ts'
import type { Aligned } from './align.ts'
import {
  connectorsBetween,
  costOf,
  cutWhileDown,
  depthFor,
  placesOf,
  troubleOf,
  viewOf,
  type Depth,
  type PairOf,
  type Places,
  type View,
} from './judgeStage.ts'
import { preferredOrder, type PlannedStep, type StepKind } from './preferStep.ts'
import type { DestinationClass } from './reachChanges.ts'
import { searchOrder } from './searchOrder.ts'
import { stagesOf, type Stage, type Stages, type Waiting } from './stages.ts'

/** Two brokers by name, and what a message between them is sent to. */
export interface RolloutPair {
  readonly destination: string
  readonly from: string
  readonly to: string
}

/** What the network does after a step and until the next that it does neither before nor after all of them. */
export interface BetweenSteps {
  /** Messages that arrive before and after wait here. Topics without a durable subscription lose theirs. */
  readonly cut: readonly RolloutPair[]
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
  /** How closely the networks between were looked at; `routes`: of some only whether TTLs and filters leave any route. */
  readonly depth: Depth
  /** What was asked about, as `queue://x`. */
  readonly destinations: readonly string[]
}

/** So many classes of destinations are held against each network between. */
const MOST_CLASSES = 6

/** How many networks between two designs may be forecast, by how long one takes. */
const BUDGET: Readonly<Record<Depth, number>> = { stuck: 300, verdicts: 80, routes: 80 }

/** The networks between two designs, each forecast once however often it is asked about. */
interface Between {
  readonly stages: Stages
  readonly classes: readonly DestinationClass[]
  readonly depth: Depth
  readonly places: Places
  /** By the brokers that have their later file. */
  readonly stageAt: (later: ReadonlySet<BrokerId>) => Stage
  readonly viewAt: (later: ReadonlySet<BrokerId>) => View
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
): { readonly rollout: Rollout; readonly rollback: Rollout } {
  const stages = stagesOf(aligned)
  const asked = classes.slice(0, MOST_CLASSES)
  const depth = depthFor(stages.brokers.length)
  const stageAt = remember((later) => stages.at(later))
  const places = placesOf(stages.brokers)
  const viewAt = remember((later) => viewOf(stageAt(later).running, asked, depth, places))
  const between: Between = { stages, classes: asked, depth, places, stageAt, viewAt }
  return {
    rollout: plan(aligned, changed, between, 'there'),
    rollback: plan(aligned, changed, between, 'back'),
  }
}

function plan(
  aligned: Aligned,
  changed: ReadonlySet<BrokerId>,
  { stages, classes, depth, places, stageAt, viewAt }: Between,
  way: 'there' | 'back',
): Rollout {
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
  const [before, after] = [view([]), view(planned)]
  const order = searchOrder(
    planned,
    (path) => costOf(troubleOf(view(path), before, after, places), stageAt(laterAfter(path))),
    BUDGET[depth] + planned.length,
  )
  const names = namesIn(aligned, classes)
  const files = fileNames(isBack ? aligned.before : aligned.after)
  const steps = order.steps.map((step, index): RolloutStep => {
    const [start, path] = [order.steps.slice(0, index), order.steps.slice(0, index + 1)]
    const { broker } = (next(step.id) ?? former(step.id))!
    const isDown = step.kind !== 'start' && !broker.external && !staysUp(stages, step)
    const off = [{ broker: step.id }]
    const down = isDown
      ? cutWhileDown(
          viewOf(stageAt(laterAfter(start)).running, classes, depth, places, off),
          view(start),
          view(path),
          step.id,
          places,
        )
      : []
    const beforeId = stages.before(step.id) && aligned.brokersBefore.get(step.id)
    return {
      broker: broker.name,
      does: step.kind,
      external: broker.external === true,
      target: broker.target ?? 'self-managed',
      pair: isPair(broker),
      files: step.kind === 'stop' ? [] : (files.get(step.id)?.configurations ?? []),
      whileDown: down.map(names.pair),
      untilNext: names.between(troubleOf(view(path), before, after, places), stageAt(laterAfter(path))),
      at: {
        ...(beforeId === undefined ? {} : { before: beforeId }),
        ...(stages.after(step.id) ? { after: step.id } : {}),
      },
    }
  })
  const depths = steps.flatMap((_, index) => view(order.steps.slice(0, index + 1)).depths)
  return {
    steps,
    isSafe: steps.every(({ untilNext }) => Object.values(untilNext).every((list) => list.length === 0)),
    isBest: order.isBest,
    depth: depths.includes('routes') ? 'routes' : depth,
    destinations: classes.map(({ destination }) => formatDestination(destination)),
  }
}

/** Both instances of a pair, before and after: one is always up. */
function staysUp(stages: Stages, { id }: PlannedStep): boolean {
  return [stages.before(id), stages.after(id)].every((slice) => slice !== undefined && isPair(slice.broker))
}

function remember<T>(work: (later: ReadonlySet<BrokerId>) => T): (later: ReadonlySet<BrokerId>) => T {
  const known = new Map<string, T>()
  return (later) => {
    const key = [...later].toSorted().join()
    const former = known.get(key)
    if (former !== undefined) return former
    const value = work(later)
    known.set(key, value)
    return value
  }
}

function namesIn({ before, after }: Aligned, classes: readonly DestinationClass[]) {
  const [left, right] = [networkOf(before), networkOf(after)]
  const nameOf = (id: BrokerId) => right.broker(id)?.name ?? left.nameOf(id)
  const named = classes.map(({ destination }) => formatDestination(destination))
  const pair = ({ destination, from, to }: PairOf): RolloutPair => ({
    destination: named[destination] ?? '',
    from: nameOf(from),
    to: nameOf(to),
  })
  const connectorName = (design: Design, id: string) =>
    design.connectors.find((connector) => connector.id === id)?.name ?? 'NC'
  return {
    pair,
    between: (
      { cut, worse, strands, doubled }: ReturnType<typeof troubleOf>,
      { running, waiting }: Stage,
    ): BetweenSteps => ({
      cut: cut.map(pair),
      worse: worse.map(pair),
      strands: strands.map(({ at, ...rest }) => ({ ...pair(rest), at: nameOf(at) })),
      doubled: doubled.map(({ from, to }) => ({
        from: nameOf(from),
        to: nameOf(to),
        connectors: connectorsBetween(running, from, to).map((id) => {
          const owner = running.connectors.find((connector) => connector.id === id)
          return owner ? `${nameOf(owner.from)}/${connectorName(running, id)}` : id
        }),
      })),
      waiting: waiting.map(({ connector, from, to, because }) => ({
        broker: nameOf(from),
        connector: (right.connector(connector) ?? left.connector(connector))?.name ?? 'NC',
        to: nameOf(to),
        because,
      })),
    }),
  }
}
