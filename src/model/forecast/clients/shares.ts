import type { Destination } from '../../design/destination.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { Network } from '../../network/network.ts'
import type { Off, Stuck } from '../flow.ts'
import { mayMeetTwins } from '../judges/twinJudge.ts'
import { compile } from '../passage/compile.ts'
import { offByStart } from '../passage/off.ts'
import { groupOf, listenersOf, type Group, type Listener } from './group.ts'
import type { Halt } from '../walk/halt.ts'
import type { Outcome } from '../demand/procedure.ts'
import { stuckOf } from '../walk/stuckOf.ts'

/** A part of a producer's messages, from 0 to 1: one number, or the bounds over every race at start. */
export interface Share {
  readonly min: number
  readonly max: number
}

/** How one producer's messages of a queue are shared. */
export interface Shares {
  readonly from: BrokerId
  /** What each consumer's broker gets on an idle network, its consumers together. */
  readonly idle: readonly { readonly to: BrokerId; readonly share: Share }[]
  /** Brokers whose consumers may get some while nearer takers are full. */
  readonly underLoad: readonly BrokerId[]
  /** What stays on the way, on an idle network. */
  readonly stuck: readonly (Stuck & { readonly share: Share })[]
  /**
   * `false` where a bound was used, where selectors decide (which messages they accept is not
   * known), or where a broker replays messages at once: whether what comes back still counts as a
   * duplicate is a matter of time. The numbers are then those of a likely case.
   */
  readonly exact: boolean
}

/** Ways of a message that are told apart before shares are given up. */
const WAYS = 50_000

/**
 * Works out how a queue's messages are shared between consumers: at each broker the takers of the highest priority take
 * in turn, and each subscription counts once. With conduit subscriptions all consumers of a broker are one taker for its
 * neighbour; parallel bridges make two.
 *
 * @returns `undefined` for a topic (everybody gets a copy) and where there are too many ways to follow.
 */
export function shares(
  network: Network,
  question: {
    readonly destination: Destination
    readonly from: BrokerId
    /** Absent: the design's consumers. */
    readonly consumers?: readonly Listener[]
    readonly off?: readonly Off[]
  },
): Shares | undefined {
  const { destination, from, off = [] } = question
  if (destination.kind === 'topic') return undefined
  const listeners = question.consumers ?? listenersOf(network, destination)
  const groups = offByStart(network, off).map((down) => groupOf(network, destination, listeners, down))
  const producer = compile(network).indexOf.get(from)
  if (producer === undefined || groups[0]?.passage.down[producer] === 1) return undefined
  const each: Spread[] = []
  for (const group of groups) {
    for (const outcome of group.outcomes) {
      const spread = spreadOf(group, outcome, producer)
      if (!spread) return undefined
      each.push(spread)
    }
  }
  const { passage, seeds } = groups[0]!
  const consumers = [...new Set(seeds.map(({ broker }) => broker))]
  const shareOf = (read: (one: Spread) => number): Share => {
    const values = each.map(read)
    return { min: Math.min(...values), max: Math.max(...values) }
  }
  const halts = new Map(each.flatMap(({ stuck }) => [...stuck].map(([at, { halt }]) => [at, halt] as const)))
  return {
    from,
    idle: consumers.map((to) => ({
      to: passage.compiled.brokers[to]!,
      share: shareOf(({ received }) => received.get(to) ?? 0),
    })),
    underLoad: consumers
      .filter((to) => each.some(({ possible }) => possible.has(to)))
      .map((to) => passage.compiled.brokers[to]!),
    stuck: [...halts].map(([at, halt]) => ({
      ...stuckOf(passage, halt),
      share: shareOf(({ stuck }) => stuck.get(at)?.share ?? 0),
    })),
    exact:
      groups.every((group) => group.isExact && !isChoosy(group)) &&
      !mayMeetTwins(passage, producer) &&
      !each.some(({ isReplayed }) => isReplayed),
  }
}

/** Whether it depends on what selectors accept which broker gets a message. */
function isChoosy({ passage, seeds, selectors }: Group): boolean {
  if (selectors.length === 0) return false
  const open = new Set(seeds.filter(({ selector }) => selector === undefined).map(({ broker }) => broker))
  const isMerged = passage.bridge.every(
    (index) => passage.compiled.bridges[index]!.settings.conduitSubscriptions,
  )
  return !isMerged || seeds.some(({ broker }) => !open.has(broker))
}

interface Spread {
  readonly received: ReadonlyMap<number, number>
  readonly stuck: ReadonlyMap<number, { readonly share: number; readonly halt: Halt }>
  /** Brokers whose consumers can get one when anybody may take. */
  readonly possible: ReadonlySet<number>
  /** Some messages are offered back to a broker that they have left. */
  readonly isReplayed: boolean
}

/** Lets one whole message split at every broker as a long run of messages would. */
function spreadOf(group: Group, outcome: Outcome, producer: number): Spread | undefined {
  const { passage, seeds } = group
  const { out, outAt, to, room, hangs, bridge, replays } = passage
  const { counts, best, equals } = outcome
  const received = new Map<number, number>()
  const stuck = new Map<number, { share: number; halt: Halt }>()
  const possible = new Set<number>()
  const isLeft = new Uint8Array(passage.size)
  let ways = 0
  let isReplayed = false
  const settle = (at: number, share: number, halt: Halt) => {
    stuck.set(at, { share: share + (stuck.get(at)?.share ?? 0), halt })
  }
  const visit = (broker: number, made: number, share: number): boolean => {
    if (++ways > WAYS) return false
    const own = seeds.filter((seed) => seed.broker === broker)
    const edges = [...out.subarray(outAt[broker], outAt[broker + 1])].filter((edge) => counts[edge]! > 0)
    // At once a broker that replays offers messages to those that they have left; there they count as duplicates.
    const isReplaying = replays[broker] === 1 && own.length === 0
    const open = edges.filter((edge) => (isLeft[to[edge]!] === 1 ? isReplaying : room[edge]! > made))
    if (own.length > 0) possible.add(broker)
    const top = Math.max(...own.map(({ priority }) => priority), ...open.map((edge) => best[edge]!))
    const locals = own.filter(({ priority }) => priority === top).length
    const takers = open.filter((edge) => best[edge] === top)
    const all = takers.reduce((sum, edge) => sum + equals[edge]!, locals)
    if (own.length + open.length === 0 && share > 0) {
      const refusing = edges.find((edge) => isLeft[to[edge]!] === 0) ?? edges[0]
      settle(broker, share, {
        at: broker,
        reason:
          refusing === undefined
            ? 'no-demand'
            : isLeft[to[refusing]!] === 1
              ? 'already-visited'
              : 'message-ttl-spent',
        bridge: refusing === undefined ? -1 : bridge[refusing]!,
      })
    }
    if (locals > 0) received.set(broker, (received.get(broker) ?? 0) + (share * locals) / all)
    isLeft[broker] = 1
    const isDone = open.every((edge) => {
      const part = best[edge] === top ? (share * equals[edge]!) / all : 0
      if (isLeft[to[edge]!] === 1) {
        if (part > 0) {
          isReplayed = true
          settle(to[edge]!, part, { at: to[edge]!, reason: 'already-visited', bridge: bridge[edge]! })
        }
        return true
      }
      if (hangs[edge] === 1) {
        if (part > 0) settle(broker, part, { at: broker, reason: 'excluded', bridge: bridge[edge]! })
        return true
      }
      return visit(to[edge]!, made + 1, part)
    })
    isLeft[broker] = 0
    return isDone
  }
  return visit(producer, 0, 1) ? { received, stuck, possible, isReplayed } : undefined
}
