import type { BrokerId } from '../design/ids.ts'
import type { TargetId } from '../targets/target.ts'
import type { StepKind } from './preferStep.ts'
import type { Waiting } from './stages.ts'

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

/** From the earlier design to the later one, and back. */
export interface Rollouts {
  readonly rollout: Rollout
  readonly rollback: Rollout
}

/** How far the work is. */
export interface RolloutProgress {
  /** Networks between the two designs that were forecast. */
  readonly networks: number
}
