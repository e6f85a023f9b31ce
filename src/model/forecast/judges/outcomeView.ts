import type { Demand } from '../demand/demand.ts'
import { endAt, type Halt } from '../walk/halt.ts'
import { ALWAYS, INEXACT, NEVER, SOMETIMES_IDLE, SOMETIMES_LOAD } from './judge.ts'
import type { Passage } from '../passage/passage.ts'
import type { Outcome } from '../demand/procedure.ts'
import { createWalk } from '../walk/walk.ts'

/** States of one message. */
const STEPS = 20_000

/** Follows messages over the subscriptions of one outcome at a time. */
export interface OutcomeView {
  /** @param local - By broker, the highest priority of its own consumers, or `NOBODY`. */
  look(outcome: Outcome, local: Int16Array): void
  /** Looks toward one consumer's broker: `hops` and everything below then speak of it. */
  aim(target: number): void
  /** By broker, hops of a shortest way to the target; 0 where there is none. */
  readonly hops: Uint16Array
  codeOf(producer: number): number
  route(producer: number): readonly number[] | undefined
  halts(producer: number): ReadonlyMap<number, Halt>
  /** Topics: copies that the target's consumers get of one message. */
  copies(producer: number): number
}

export function createOutcomeView(passage: Passage): OutcomeView {
  const { size, traits, out, outAt, to, room, hangs } = passage
  const walk = createWalk(passage)
  const hops = new Uint16Array(size)
  let outcome: Outcome
  let target = -1
  return { look, aim, hops, codeOf, route, halts, copies }

  function look(next: Outcome, local: Int16Array): void {
    outcome = next
    const held = outcome.counts.map((count) => (count > 0 ? 1 : 0))
    walk.prepare(demandOf(passage, held, outcome.best), local)
  }

  function aim(consumer: number): void {
    target = consumer
    walk.hopsToConsumer(consumer, hops)
  }

  function codeOf(producer: number): number {
    if (hops[producer] === 0 && producer !== target) return NEVER
    if (traits.topic) return ALWAYS
    const stuck = walk.explore(producer, 'any', STEPS)
    if (stuck?.size === 0) return ALWAYS
    const first = walk.explore(producer, 'first', STEPS)
    if (!stuck || !first) return SOMETIMES_IDLE | INEXACT
    return first.size > 0 ? SOMETIMES_IDLE : SOMETIMES_LOAD
  }

  function route(producer: number): readonly number[] | undefined {
    if (producer === target) return [target]
    return hops[producer] === 0 ? undefined : walk.route(producer, target)
  }

  function halts(producer: number): ReadonlyMap<number, Halt> {
    if (!traits.topic) return walk.explore(producer, 'any', STEPS) ?? new Map<number, Halt>()
    const found = new Map<number, Halt>()
    if (hops[producer]! > 0 || producer === target) return found
    const made = new Map([[producer, 0]])
    for (const [broker, count] of made) {
      for (let i = outAt[broker]!; i < outAt[broker + 1]!; i++) {
        const edge = out[i]!
        if (outcome.counts[edge] === 0 || made.has(to[edge]!)) continue
        if (room[edge]! > count && hangs[edge] === 0) made.set(to[edge]!, count + 1)
        else found.set(broker, endAt(passage, broker, edge))
      }
    }
    return found
  }

  function copies(producer: number): number {
    const left = new Uint8Array(size)
    const arriving = (broker: number, made: number): number => {
      let sum = broker === target ? 1 : 0
      left[broker] = 1
      for (let i = outAt[broker]!; i < outAt[broker + 1]!; i++) {
        const edge = out[i]!
        if (outcome.counts[edge] === 0 || hangs[edge] === 1 || room[edge]! <= made || left[to[edge]!] === 1)
          continue
        sum += outcome.counts[edge]! * arriving(to[edge]!, made + 1)
      }
      left[broker] = 0
      return sum
    }
    return arriving(producer, 0)
  }
}

/** @param held - By edge: 1 where a subscription is held, 2 where it may be. */
export function demandOf(passage: Passage, held: Uint8Array, best: Int8Array): Demand {
  const edges = Int32Array.from([...held.keys()].filter((edge) => held[edge] !== 0))
  return {
    passage,
    held,
    best,
    counts: new Uint16Array(held),
    edges,
    count: edges.length,
    isPriorityExact: true,
    isComplete: true,
    spread: () => undefined,
  }
}
