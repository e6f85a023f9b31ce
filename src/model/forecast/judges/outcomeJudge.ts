import type { Demand, Seed } from '../demand/demand.ts'
import type { Halt } from '../walk/halt.ts'
import { ALWAYS, combine, INEXACT, NEVER, SOMETIMES_RACE, UNKNOWN, type Judge } from './judge.ts'
import { createOutcomeView } from './outcomeView.ts'
import type { Passage } from '../passage/passage.ts'
import { outcomesOf, type Outcome } from '../demand/procedure.ts'
import { NOBODY } from '../walk/walk.ts'

/** States of announcements tried for one consumer, and for all consumers of a network. */
const STATES = 4000
const STATES_IN_ALL = 50_000
/** With more brokers than this a state takes longer, the longer the more they are. */
const BROKERS = 30
/** Fewer are not worth beginning. */
const FEWEST = 50

/** What one consumer may cost depends on the network alone, so that a pair alone gets the answer it has in a table. */
function budgetOf({ size }: Passage): number {
  const budget = Math.min(STATES, (STATES_IN_ALL / size) * Math.min(1, BROKERS / size))
  return budget < FEWEST ? 0 : budget
}
/** Larger questions are not worth beginning. */
const EDGES = 40

/**
 * Follows the full procedure where a bound leaves an answer open and the network is small enough: over every order in
 * which announcements can arrive, then every way of a message. What all outcomes say is certain; else it is a race.
 */
export function createOutcomeJudge(
  passage: Passage,
  seedsOf: (consumer: number) => readonly Seed[],
  bound: Judge & { readonly demand: Demand },
): Judge {
  const { size } = passage
  const codes = new Uint8Array(size)
  const hops = new Uint16Array(size)
  const view = createOutcomeView(passage)
  const local = new Int16Array(size)
  let target = -1
  let outcomes: readonly Outcome[] = []
  let isTried = false
  const budget = budgetOf(passage)
  const isDropping = passage.drops.includes(1)
  return { passage, judge, codes, hops, route, halts, copies }

  function judge(consumer: number): void {
    target = consumer
    outcomes = []
    isTried = false
    bound.judge(consumer)
    codes.set(bound.codes)
    hops.set(bound.hops)
    if (!isDropping && !codes.some((code) => (code & INEXACT) !== 0)) return
    if (!followOrders()) {
      // Of copies one that does not arrive may be kept.
      if (isDropping)
        codes.forEach((code, at) => (codes[at] = code === NEVER ? NEVER : SOMETIMES_RACE | INEXACT))
      return
    }
    const combined = new Uint8Array(size).fill(UNKNOWN)
    hops.fill(0)
    eachOutcome(() => {
      for (let producer = 0; producer < size; producer++) {
        if (bound.codes[producer] === NEVER || producer === target) continue
        combined[producer] = combine(combined[producer]!, view.codeOf(producer))
        const made = view.hops[producer]!
        if (made > 0 && (hops[producer] === 0 || made < hops[producer]!)) hops[producer] = made
      }
    })
    combined.forEach((code, producer) => {
      if (code !== UNKNOWN) codes[producer] = code
    })
  }

  /** Tries the full procedure once for each consumer; tells whether it came to an end. */
  function followOrders(): boolean {
    if (!isTried && budget > 0 && bound.demand.count <= EDGES) {
      const seeds = seedsOf(target)
      outcomes = outcomesOf(passage, seeds, bound.demand, budget) ?? []
      local.fill(NOBODY)
      for (const { broker, priority } of seeds) local[broker] = Math.max(local[broker]!, priority)
    }
    isTried = true
    return outcomes.length > 0
  }

  function eachOutcome(visit: () => void): void {
    for (const outcome of outcomes) {
      view.look(outcome, local)
      view.aim(target)
      visit()
    }
  }

  function route(producer: number): readonly number[] | undefined {
    if (outcomes.length === 0) return bound.route(producer)
    let best: readonly number[] | undefined
    eachOutcome(() => {
      const found = view.route(producer)
      if (found && (!best || found.length < best.length)) best = found
    })
    return best
  }

  function halts(producer: number): readonly Halt[] {
    if (outcomes.length === 0 || codes[producer] === ALWAYS || bound.codes[producer] === NEVER) {
      return bound.halts(producer)
    }
    const found = new Map<number, Halt>()
    eachOutcome(() => {
      for (const [at, halt] of view.halts(producer)) if (!found.has(at)) found.set(at, halt)
    })
    const mayLackDemand = passage.traits.suppression !== 'none' || found.size === 0
    if (mayLackDemand && !found.has(producer)) {
      found.set(producer, { at: producer, reason: 'lost-race', bridge: -1 })
    }
    return [...found.values()]
  }

  function copies(producer: number): { min: number; max: number } {
    const likely = bound.copies(producer)
    const isKnown = likely.min === likely.max && passage.statics.length === 0 && !isDropping
    if (isKnown || !followOrders()) return isDropping ? { ...likely, min: 0 } : likely
    const counts: number[] = []
    eachOutcome(() => counts.push(view.copies(producer)))
    return { min: Math.min(...counts), max: Math.max(...counts) }
  }
}
