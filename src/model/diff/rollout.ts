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
  troubleOf,
  viewOf,
  type Depth,
  type PairOf,
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
  /** Two bridges the same way: a queue's share counts double, and a topic's message may come twice. */
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
  /** Whether the networks between were forecast in full; `routes`: only whether TTLs and filters leave any route. */
  readonly depth: Depth
  /** What was asked about, as `queue://x`. */
  readonly destinations: readonly string[]
}

/** So many classes of destinations are held against each network between. */
const MOST_CLASSES = 6

/** How many networks between two designs may be forecast, by how long one takes. */
const BUDGET: Readonly<Record<Depth, number>> = { stuck: 300, verdicts: 80, routes: 80 }

/**
 * Works out the order in which to bring one design's brokers to another's files, one broker at a time, so that the
 * network is as seldom as possible worse than before and after. Each network between is forecast as it would really
 * run: a connector whose far side is not there, listens elsewhere or does not know the user makes no bridge.
 *
 * The way back is the same question with the designs exchanged.
 *
 * @param changed - The brokers whose step it is, by the ids that both designs share.
 */
export function planRollout(
  aligned: Aligned,
  changed: ReadonlySet<BrokerId>,
  classes: readonly DestinationClass[],
): Rollout {
  const stages = stagesOf(aligned)
  const asked = classes.slice(0, MOST_CLASSES)
  const depth = depthFor(stages.brokers.length)
  const planned = preferredOrder(
    stages,
    stages.brokers.flatMap((id): readonly PlannedStep[] => {
      if (!changed.has(id)) return []
      const kind = !stages.before(id) ? 'start' : !stages.after(id) ? 'stop' : 'replace'
      return [{ id, kind }]
    }),
  )
  // What no step changes is as in the later design from the start.
  const unchanged = stages.brokers.filter((id) => !changed.has(id))
  const doneAfter = (path: readonly PlannedStep[]) => new Set([...unchanged, ...path.map(({ id }) => id)])
  const stageAt = remember((path: readonly PlannedStep[]) => stages.at(doneAfter(path)))
  const viewAt = remember((path: readonly PlannedStep[]) => viewOf(stageAt(path).running, asked, depth))
  const [before, after] = [viewAt([]), viewAt(planned)]
  const order = searchOrder(
    planned,
    (path) => costOf(troubleOf(viewAt(path), before, after), stageAt(path)),
    BUDGET[depth],
  )
  const names = namesIn(aligned, asked)
  const steps = order.steps.map((step, index): RolloutStep => {
    const [former, path] = [order.steps.slice(0, index), order.steps.slice(0, index + 1)]
    const broker = (stages.after(step.id) ?? stages.before(step.id))!.broker
    const stage = stageAt(path)
    const isDown = step.kind !== 'start' && !broker.external && !staysUp(stages, step)
    const down = isDown
      ? cutWhileDown(
          viewOf(stageAt(former).running, asked, depth, [{ broker: step.id }]),
          viewAt(former),
          viewAt(path),
          step.id,
        )
      : []
    const beforeId = aligned.brokersBefore.get(step.id)
    return {
      broker: broker.name,
      does: step.kind,
      external: broker.external === true,
      target: broker.target ?? 'self-managed',
      pair: isPair(broker),
      files: step.kind === 'stop' ? [] : (fileNames(aligned.after).get(step.id)?.configurations ?? []),
      whileDown: down.map(names.pair),
      untilNext: names.between(troubleOf(viewAt(path), before, after), stage),
      at: {
        ...(step.kind === 'start' || beforeId === undefined ? {} : { before: beforeId }),
        ...(step.kind === 'stop' ? {} : { after: step.id }),
      },
    }
  })
  return {
    steps,
    isSafe: steps.every(({ untilNext }) => Object.values(untilNext).every((list) => list.length === 0)),
    isBest: order.isBest,
    depth,
    destinations: asked.map(({ destination }) => formatDestination(destination)),
  }
}

/** Both instances of a pair, before and after: one is always up. */
function staysUp(stages: Stages, { id }: PlannedStep): boolean {
  return [stages.before(id), stages.after(id)].every((slice) => slice !== undefined && isPair(slice.broker))
}

function remember<T>(work: (path: readonly PlannedStep[]) => T): (path: readonly PlannedStep[]) => T {
  const known = new Map<string, T>()
  return (path) => {
    const key = path
      .map(({ id }) => id)
      .toSorted()
      .join()
    const former = known.get(key)
    if (former !== undefined) return former
    const value = work(path)
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
