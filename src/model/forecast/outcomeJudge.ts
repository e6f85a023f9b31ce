import type { Demand, Seed } from './demand.ts'
import type { Halt } from './halt.ts'
import {
  ALWAYS,
  INEXACT,
  NEVER,
  SOMETIMES_IDLE,
  SOMETIMES_LOAD,
  SOMETIMES_RACE,
  type Judge,
} from './judge.ts'
import type { Passage } from './passage.ts'
import { outcomesOf, type Outcome } from './procedure.ts'
import { createWalk, NOBODY, type Walk } from './walk.ts'

/** States of announcements tried for one consumer, and for all together. */
const STATES = 4000
const STATES_IN_ALL = 30_000
/** States of one message. */
const STEPS = 20_000
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
  const { size, traits } = passage
  const codes = new Uint8Array(size)
  const hops = new Uint16Array(size)
  const walk = createWalk(passage)
  const local = new Int16Array(size)
  const reached = new Uint16Array(size)
  let target = -1
  let outcomes: readonly Outcome[] | undefined
  let isTried = false
  let statesLeft = STATES_IN_ALL
  return { passage, judge, codes, hops, route, halts, copies }

  function judge(consumer: number): void {
    target = consumer
    outcomes = undefined
    bound.judge(consumer)
    codes.set(bound.codes)
    hops.set(bound.hops)
    isTried = false
    if (!codes.some((code) => (code & INEXACT) !== 0)) return
    if (!followOrders()) return
    local.fill(NOBODY)
    for (const { broker, priority } of seedsOf(target)) local[broker] = Math.max(local[broker]!, priority)
    const first = new Uint8Array(size).fill(255)
    hops.fill(0)
    for (const outcome of outcomes ?? []) {
      lookAt(outcome)
      for (let producer = 0; producer < size; producer++) {
        if (bound.codes[producer] === NEVER || producer === target) continue
        const code = codeIn(producer)
        const before = first[producer]!
        first[producer] = before === 255 || before === code ? code : SOMETIMES_RACE
        const made = reached[producer]!
        if (made > 0 && (hops[producer] === 0 || made < hops[producer]!)) hops[producer] = made
      }
    }
    first.forEach((code, producer) => {
      if (code !== 255) codes[producer] = code
    })
  }

  /** Tries the full procedure once for each consumer; tells whether it came to an end. */
  function followOrders(): boolean {
    if (!isTried && statesLeft > 0 && bound.demand.count <= EDGES) {
      outcomes = outcomesOf(passage, seedsOf(target), bound.demand, Math.min(STATES, statesLeft), (used) => {
        statesLeft -= used
      })
    }
    isTried = true
    return outcomes !== undefined
  }

  function lookAt(outcome: Outcome): void {
    walk.prepare(demandOf(outcome), local)
    walk.hopsToConsumer(target, reached)
  }

  function codeIn(producer: number): number {
    if (reached[producer] === 0) return NEVER
    if (traits.topic) return ALWAYS
    const stuck = walk.explore(producer, 'any', STEPS)
    if (stuck?.size === 0) return ALWAYS
    const first = walk.explore(producer, 'first', STEPS)
    if (!stuck || !first) return SOMETIMES_IDLE | INEXACT
    return first.size > 0 ? SOMETIMES_IDLE : SOMETIMES_LOAD
  }

  function demandOf({ counts, best }: Outcome): Demand {
    const held = counts.map((count) => (count > 0 ? 1 : 0))
    const edges = Int32Array.from([...held.keys()].filter((edge) => held[edge] === 1))
    return { passage, held, best, edges, count: edges.length, isPriorityExact: true, spread: () => undefined }
  }

  function route(producer: number): readonly number[] | undefined {
    if (!outcomes) return bound.route(producer)
    let best: readonly number[] | undefined
    for (const outcome of outcomes) {
      lookAt(outcome)
      const found = reached[producer] === 0 ? undefined : walk.route(producer, target)
      if (found && (!best || found.length < best.length)) best = found
    }
    return best
  }

  function halts(producer: number): readonly Halt[] {
    if (!outcomes || codes[producer] === ALWAYS || bound.codes[producer] === NEVER)
      return bound.halts(producer)
    const found = new Map<number, Halt>()
    for (const outcome of outcomes) {
      lookAt(outcome)
      for (const [at, halt] of haltsIn(walk, producer, outcome)) if (!found.has(at)) found.set(at, halt)
    }
    if (!found.has(producer)) found.set(producer, { at: producer, reason: 'lost-race', bridge: -1 })
    return [...found.values()]
  }

  function haltsIn(its: Walk, producer: number, outcome: Outcome): ReadonlyMap<number, Halt> {
    if (!traits.topic) return its.explore(producer, 'any', STEPS) ?? new Map<number, Halt>()
    const found = new Map<number, Halt>()
    if (reached[producer]! > 0) return found
    const made = new Map([[producer, 0]])
    for (const [broker, count] of made) {
      for (let i = passage.outAt[broker]!; i < passage.outAt[broker + 1]!; i++) {
        const edge = passage.out[i]!
        if (outcome.counts[edge] === 0 || made.has(passage.to[edge]!)) continue
        if (passage.room[edge]! > count) made.set(passage.to[edge]!, count + 1)
        else found.set(broker, { at: broker, reason: 'message-ttl-spent', bridge: passage.bridge[edge]! })
      }
    }
    return found
  }

  function copies(producer: number): { min: number; max: number } {
    const likely = bound.copies(producer)
    if (likely.min === likely.max || !followOrders()) return likely
    const counts = (outcomes ?? []).map((outcome) => copiesIn(producer, outcome))
    return { min: Math.min(...counts), max: Math.max(...counts) }
  }

  function copiesIn(producer: number, { counts }: Outcome): number {
    const { out, outAt, to, room, hangs } = passage
    const left = new Uint8Array(size)
    const arriving = (broker: number, made: number): number => {
      let sum = broker === target ? 1 : 0
      left[broker] = 1
      for (let i = outAt[broker]!; i < outAt[broker + 1]!; i++) {
        const edge = out[i]!
        if (counts[edge] === 0 || hangs[edge] === 1 || room[edge]! <= made || left[to[edge]!] === 1) continue
        sum += counts[edge]! * arriving(to[edge]!, made + 1)
      }
      left[broker] = 0
      return sum
    }
    return arriving(producer, 0)
  }
}
