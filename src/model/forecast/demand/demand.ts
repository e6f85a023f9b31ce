import { matches } from '../../network/wildcards.ts'
import { priorityOver, type Passage } from '../passage/passage.ts'
import { createRouteTree } from './routeTree.ts'

/** Where demand starts: a consumer on a broker. */
export interface Seed {
  readonly broker: number
  /** What it listens to: an index into the passage's patterns. */
  readonly pattern: number
  readonly priority: number
  /** Its selector, by number: an index into the group's. Absent: it takes every message. */
  readonly selector?: number
}

/**
 * The edges over which brokers hold subscriptions once all demand has spread without suppression: along every simple
 * route, so each edge is held when one such route ends with it. One object is reused for question after question.
 */
export interface Demand {
  readonly passage: Passage
  /** By edge: 1 where a subscription is held, 2 where it may be (a bound), 0 where none can be. */
  readonly held: Uint8Array
  /** By edge: the highest priority among its subscriptions. */
  readonly best: Int8Array
  /** By edge: how many routes end with it; each is a subscription of its own unless the bridge merges them. */
  readonly counts: Uint16Array
  /** The edges held, the first `count` of them. */
  readonly edges: Int32Array
  count: number
  /** False where `best` is a bound. */
  isPriorityExact: boolean
  /** Every route was tried: there are not too many to follow them one by one. */
  isComplete: boolean
  /** Works out the demand of these consumers and of all static entries. */
  spread(seeds: readonly Seed[]): void
}

/** Routes tried one by one before the way over shortest routes is taken, for each question. */
const ROUTES = 4096
/** Brokers and edges looked at for detours around brokers, for all consumers of a network, and for each at most. */
const DETOURS_IN_ALL = 40_000_000
const DETOURS = 200_000

/** @param limit - Routes tried one by one; a test makes it small. */
export function createDemand(passage: Passage, limit = ROUTES): Demand {
  const { size, count, from, to, into, intoAt, out, outAt, lowers, bridge, compiled } = passage
  const detours = Math.min(DETOURS, DETOURS_IN_ALL / size)
  const tree = createRouteTree(passage)
  const held = new Uint8Array(count)
  const best = new Int8Array(count)
  const counts = new Uint16Array(count)
  const edges = new Int32Array(count)
  const isOnRoute = new Uint8Array(size)
  const absorbed = new Uint8Array(count)
  let reach = passage.reaches[0]!
  let heard = passage.heard[0]!
  let routes = 0

  const demand: Demand = {
    passage,
    held,
    best,
    counts,
    edges,
    count: 0,
    isPriorityExact: true,
    isComplete: true,
    spread,
  }
  return demand

  function spread(seeds: readonly Seed[]): void {
    for (let i = 0; i < demand.count; i++) held[edges[i]!] = 0
    demand.count = 0
    demand.isPriorityExact = true
    demand.isComplete = true
    routes = 0
    for (const seed of seeds) {
      if (passage.down[seed.broker]) continue
      listen(seed.pattern)
      markAbsorbed(seed.pattern)
      if (!tryEveryRoute(seed)) takeShortestRoutes(seed.broker, -1, seed.priority)
    }
    absorbed.fill(0)
    for (const { edge, pattern } of passage.statics) {
      listen(pattern)
      const priority = priorityOver(passage, edge, 1, 0)
      hold(edge, priority, 1)
      if (!tryBehind(edge, priority)) takeShortestRoutes(from[edge]!, edge, priority)
    }
  }

  /** A consumer's announcement is merged into a static entry that covers it, and goes no further. */
  function markAbsorbed(pattern: number): void {
    for (const entry of passage.statics) {
      const { conduitSubscriptions } = compiled.bridges[bridge[entry.edge]!]!.settings
      const isCovered = matches(passage.patterns[entry.pattern]!, passage.patterns[pattern]!)
      if (conduitSubscriptions && isCovered) absorbed[entry.edge] = 1
    }
  }

  function listen(pattern: number): void {
    reach = passage.reaches[pattern]!
    heard = passage.heard[pattern]!
  }

  function hold(edge: number, priority: number, certainty: 1 | 2): void {
    if (held[edge] === 0) {
      edges[demand.count++] = edge
      best[edge] = priority
      held[edge] = certainty
      counts[edge] = 1
      return
    }
    if (priority > best[edge]!) best[edge] = priority
    counts[edge]! += 1
    if (certainty === 1) held[edge] = 1
  }

  function tryEveryRoute(seed: Seed): boolean {
    const isDone = extend(seed.broker, 1, seed.priority)
    isOnRoute.fill(0)
    return isDone
  }

  /** A static entry is demand of its neighbour's: brokers behind it hear of it from two hops on. */
  function tryBehind(edge: number, priority: number): boolean {
    isOnRoute[to[edge]!] = 1
    const isDone = heard[from[edge]!]! < 2 || extend(from[edge]!, 2, priority)
    isOnRoute.fill(0)
    return isDone
  }

  function extend(broker: number, hops: number, priority: number): boolean {
    isOnRoute[broker] = 1
    const end = intoAt[broker + 1]!
    for (let i = intoAt[broker]!; i < end; i++) {
      const edge = into[i]!
      const next = from[edge]!
      if (reach[edge]! < hops || isOnRoute[next] === 1) continue
      if (hops === 1 && absorbed[edge] === 1) continue
      if (++routes > limit) return false
      const own = lowers[edge] === 0 ? priority : priorityOver(passage, edge, hops, priority)
      hold(edge, own, 1)
      if (heard[next]! > hops && !extend(next, hops + 1, own)) return false
    }
    isOnRoute[broker] = 0
    return true
  }

  /**
   * Whether an edge is held does not depend on which route its demand came, only on the shortest one that avoids the
   * edge's own broker: demand that got far enough by a longer route got there by a shorter one as well.
   */
  function takeShortestRoutes(start: number, behind: number, priority: number): void {
    const blocked = behind < 0 ? -1 : to[behind]!
    tree.grow({ broker: start, hops: behind < 0 ? 0 : 1, blocked, reach, absorbed })
    demand.isComplete = false
    if (passage.traits.lowering === 'some') demand.isPriorityExact = false
    for (const own of tree.order) {
      if (own === start) continue
      const isTried = tree.effort < detours
      if (isTried) tree.avoid(own)
      for (let i = outAt[own]!; i < outAt[own + 1]!; i++) {
        const edge = out[i]!
        const level = tree.level[to[edge]!]!
        if (level < 0 || reach[edge]! <= level) continue
        if (to[edge] === start && behind < 0 && absorbed[edge] === 1) continue
        const hops = isTried ? tree.levelAround(to[edge]!) : level
        if (hops < 0 || reach[edge]! <= hops) continue
        hold(edge, priorityOver(passage, edge, hops + 1, priority), isTried ? 1 : 2)
      }
    }
  }
}
