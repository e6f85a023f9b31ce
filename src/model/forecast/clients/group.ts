import type { Destination } from '../../design/destination.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { Network } from '../../network/network.ts'
import { matchesName } from '../../network/wildcards.ts'
import { createCertainty } from '../demand/certainty.ts'
import { compile } from '../passage/compile.ts'
import { createDemand, type Seed } from '../demand/demand.ts'
import type { Off } from '../flow.ts'
import { passageOf, type Passage } from '../passage/passage.ts'
import { outcomeOf, outcomesOf, type Outcome } from '../demand/procedure.ts'
import { NOBODY } from '../walk/walk.ts'

/** A consumer to ask about. */
export interface Listener {
  readonly broker: BrokerId
  /** What it listens to, where that is not the destination itself: a pattern, or a list such as `A,B`. */
  readonly destination?: Destination
  /** `consumer.priority`. Default 0. */
  readonly priority?: number
  /** How many alike. Default 1. */
  readonly count?: number
  /** Takes only messages that it accepts. */
  readonly selector?: string
}

/** Several consumers of one destination, and how their subscriptions can come to rest. */
export interface Group {
  readonly passage: Passage
  /** Consumers that take the destination's messages, one by one; those on brokers that are off are left out. */
  readonly seeds: readonly Seed[]
  /** By broker, the highest priority of its own consumers, or `NOBODY`. */
  readonly local: Int16Array
  /** The different selectors of its consumers, by number. Which messages they accept is not known. */
  readonly selectors: readonly string[]
  /** Every way in which they can come to rest; with `isExact` false, a single bound. */
  readonly outcomes: readonly Outcome[]
  readonly isExact: boolean
  /** By edge: 1 where it is certain that a subscription is held, 2 where it may be. */
  readonly certain: Uint8Array
}

const STATES = 20_000
/** Alike consumers told apart: more of them change numbers, not what is possible. */
const ALIKE = 16
const EDGES = 60

/** Tells whether what a consumer listens to takes in a destination. A list takes in what any of its parts does. */
function takes(listened: Destination, destination: Destination): boolean {
  return (
    listened.kind === destination.kind &&
    listened.name.split(',').some((name) => matchesName(name, destination.name))
  )
}

/** Consumers of the design that take a destination. */
export function listenersOf(network: Network, destination: Destination): readonly Listener[] {
  return network.design.clients
    .filter((client) => client.role === 'consumer' && takes(client.destination, destination))
    .map(({ broker, destination: own, priority, count, selector }) => ({
      broker,
      destination: own,
      ...(priority === undefined ? {} : { priority }),
      ...(count === undefined ? {} : { count }),
      ...(selector ? { selector } : {}),
    }))
}

/** @param orders - `even` follows one order of announcements alone, in which each takes equally long. */
export function groupOf(
  network: Network,
  destination: Destination,
  listeners: readonly Listener[],
  off: readonly Off[] = [],
  orders: 'every' | 'even' = 'every',
): Group {
  const compiled = compile(network)
  const patterns = listeners.map((listener) => listener.destination ?? destination)
  const passage = passageOf(compiled, destination, { off, patterns })
  const selectors = [...new Set(listeners.flatMap(({ selector }) => selector || []))]
  const seeds = listeners.flatMap((listener): readonly Seed[] => {
    const broker = compiled.indexOf.get(listener.broker)
    const own = listener.destination ?? destination
    if (broker === undefined || passage.down[broker] === 1 || !takes(own, destination)) return []
    const pattern = passage.patterns.findIndex(({ kind, name }) => kind === own.kind && name === own.name)
    const seed: Seed = {
      broker,
      pattern,
      priority: listener.priority ?? 0,
      ...(listener.selector ? { selector: selectors.indexOf(listener.selector) } : {}),
    }
    return Array.from({ length: Math.min(ALIKE, listener.count ?? 1) }, () => seed)
  })
  const local = localOf(passage, seeds)
  const demand = createDemand(passage)
  // What is announced of a list beyond the first bridge is its part alone.
  const ofLists = seeds.filter(({ pattern }) => passage.parts[pattern] !== pattern)
  demand.spread([...seeds, ...ofLists.map((seed) => ({ ...seed, pattern: passage.parts[seed.pattern]! }))])
  const isOpen = needsOrders(passage, seeds)
  const isEvery = isOpen && orders === 'every'
  const told = isEvery ? fewest(passage, seeds) : seeds
  const outcomes =
    demand.isComplete && demand.count <= EDGES
      ? outcomesOf(passage, told, demand, STATES, isEvery ? 'every' : 'even')
      : undefined
  if (outcomes) {
    return {
      passage,
      seeds,
      local,
      selectors,
      outcomes,
      isExact: isEvery || !isOpen,
      certain: demand.held.slice(),
    }
  }
  const isSure = !isOpen && demand.edges.subarray(0, demand.count).every((edge) => demand.held[edge] === 1)
  if (isOpen) createCertainty(passage)(demand, distinct(seeds))
  const bound = withSelectors(onceEach(demand.held, demand.best), passage, selectors)
  return {
    passage,
    seeds,
    local,
    selectors,
    outcomes: [bound],
    isExact: isSure && !passage.drops.includes(1) && (selectors.length === 0 || passage.traits.topic),
    certain: demand.held.slice(),
  }
}

/** Where only a bound is known, whatever a bridge holds that does not merge may have a selector. */
function withSelectors(
  outcome: Outcome,
  { bridge, compiled }: Passage,
  selectors: readonly string[],
): Outcome {
  if (selectors.length === 0) return outcome
  const held = outcome.held.map((own) => {
    const { conduitSubscriptions } = compiled.bridges[bridge[own.edge]!]!.settings
    return conduitSubscriptions ? own : { ...own, selector: 0 }
  })
  return { ...outcome, held }
}

/** By broker, the highest priority of these consumers there, or `NOBODY`. */
export function localOf({ size }: Passage, seeds: readonly Seed[]): Int16Array {
  const local = new Int16Array(size).fill(NOBODY)
  for (const { broker, priority } of seeds) local[broker] = Math.max(local[broker]!, priority)
  return local
}

/**
 * An outcome with one subscription on each edge that is marked.
 *
 * @param best - By edge, its priority.
 */
export function onceEach(marked: Uint8Array, best: Int8Array): Outcome {
  const edges = [...marked.keys()].filter((edge) => marked[edge]! > 0)
  return outcomeOf(
    marked.length,
    edges.map((edge) => ({ edge, priority: best[edge]!, selector: -1 })),
  )
}

/** Whether the order in which announcements arrive can matter at all. */
function needsOrders({ traits, parts }: Passage, seeds: readonly Seed[]): boolean {
  if (traits.suppression !== 'none' || traits.merges) return true
  if (seeds.some(({ pattern }) => parts[pattern] !== pattern)) return true
  return new Set(seeds.map(({ pattern, priority }) => `${pattern}/${priority}`)).size > 1
}

/**
 * Alike consumers on one broker count as one where bridges merge them. Where one may be suppressed, a second still gets
 * its own subscription; more of them add nothing new.
 */
function fewest(passage: Passage, seeds: readonly Seed[]): readonly Seed[] {
  const { bridge, compiled, traits } = passage
  const isMerged = bridge.every((index) => compiled.bridges[index]!.settings.conduitSubscriptions)
  if (traits.suppression === 'none') return isMerged ? distinct(seeds) : seeds
  const kept = new Map<string, number>()
  return seeds.filter((seed) => {
    const key = keyOf(seed)
    kept.set(key, (kept.get(key) ?? 0) + 1)
    return kept.get(key)! <= (isMerged ? 2 : 4)
  })
}

function keyOf({ broker, pattern, priority, selector = -1 }: Seed): string {
  return `${broker}/${pattern}/${priority}/${selector}`
}

function distinct(seeds: readonly Seed[]): readonly Seed[] {
  const known = new Map(seeds.map((seed) => [keyOf(seed), seed]))
  return [...known.values()]
}
