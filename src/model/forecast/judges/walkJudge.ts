import { FAR } from '../passage/compile.ts'
import { createDemand, type Demand, type Seed } from '../demand/demand.ts'
import { demandLevels, distancesTo, endAt, whyNoDemand, type Halt } from '../walk/halt.ts'
import {
  ALWAYS,
  INEXACT,
  NEVER,
  SOMETIMES_IDLE,
  SOMETIMES_LOAD,
  SOMETIMES_RACE,
  type Judge,
} from './judge.ts'
import type { Passage } from '../passage/passage.ts'
import { createWalk, NOBODY, type Takers } from '../walk/walk.ts'
import { createWayOn } from '../walk/wayOn.ts'

/** How much is tried before an answer is a bound; a test makes it small. Counted, not timed: the same network gets the same answer. */
interface Limits {
  /** Steps for one producer. */
  readonly steps: number
  /** Steps for all producers of one consumer. */
  readonly stepsInAll: number
  /** States that are told apart by their whole history, for one producer. */
  readonly states: number
  /** Steps for one consumer after which ways that are sure are looked for, before any more are followed one by one. */
  readonly plain: number
}

/** Steps for all consumers of a network: about half a second. */
const STEPS = 30_000_000

/** What one consumer may cost depends on how many there are, so that a pair alone gets the answer it has in a table. */
function limitsOf({ size }: Passage): Limits {
  return { steps: 2000, stepsInAll: Math.min(400_000, STEPS / size), states: 50_000, plain: 2000 }
}

/**
 * Judges by walking over the edges where subscriptions are held. Exact where it is certain which those are: plain
 * queues. Where only some are certain, what it says is a bound: it then says `sometimes` where it cannot know.
 *
 * @param narrow - Marks edges as uncertain (2) after demand has spread; absent, all are certain.
 */
export function createWalkJudge(
  passage: Passage,
  consumersOf: (consumer: number) => readonly Seed[],
  narrow?: (demand: Demand, seeds: readonly Seed[]) => void,
  limits: Limits = limitsOf(passage),
): Judge & { readonly demand: Demand } {
  const { size, from, to, room, hangs, traits } = passage
  const demand = createDemand(passage)
  const walk = createWalk(passage)
  const wayOn = createWayOn(passage)
  const codes = new Uint8Array(size)
  const hops = new Uint16Array(size)
  const local = new Int16Array(size).fill(NOBODY)
  let seeds: readonly Seed[] = []
  let target = -1
  let isCertain = true
  let stepsLeft = 0
  let isLookedThrough = false
  let distance: Int32Array | undefined
  let levels: ((broker: number) => number) | undefined
  return { passage, demand, judge, codes, hops, route, halts, copies }

  function judge(consumer: number): void {
    for (const { broker } of seeds) local[broker] = NOBODY
    for (let i = 0; i < demand.count; i++) codes[from[demand.edges[i]!]!] = NEVER
    codes[target] = NEVER
    target = consumer
    distance = undefined
    levels = undefined
    seeds = consumersOf(consumer)
    for (const { broker, priority } of seeds) local[broker] = Math.max(local[broker]!, priority)
    demand.spread(seeds)
    narrow?.(demand, seeds)
    isCertain = demand.edges.subarray(0, demand.count).every((edge) => demand.held[edge] === 1)
    walk.prepare(demand, local)
    walk.hopsToConsumer(consumer, hops)
    stepsLeft = limits.stepsInAll
    isLookedThrough = false
    for (let i = 0; i < demand.count; i++) {
      const producer = from[demand.edges[i]!]!
      if (hops[producer] !== 0 && codes[producer] === NEVER) codes[producer] = codeOf(producer)
    }
  }

  function codeOf(producer: number): number {
    if (traits.topic) {
      if (isCertain || isSurelyDelivered(producer)) return ALWAYS
      return SOMETIMES_RACE | INEXACT
    }
    const sticks = sticksFrom(producer)
    if (sticks === false) return ALWAYS
    if (!isCertain) return SOMETIMES_RACE | INEXACT
    if (sticks === undefined) return SOMETIMES_IDLE | INEXACT
    // Where all takers are equals, an idle network spreads messages as a busy one does.
    const isUniform =
      traits.lowering === 'none' && seeds.every(({ priority }) => priority === seeds[0]!.priority)
    if (isUniform && passage.statics.length === 0 && !passage.replays.includes(2)) return SOMETIMES_IDLE
    const sticksFirst = follow(producer, 'first')
    if (sticksFirst === undefined || !demand.isPriorityExact) return SOMETIMES_IDLE | INEXACT
    return sticksFirst ? SOMETIMES_IDLE : SOMETIMES_LOAD
  }

  /** Whether messages may stick; undefined where neither was proved. */
  function sticksFrom(producer: number): boolean | undefined {
    const isMuch = stepsLeft < limits.stepsInAll - limits.plain
    if (isMuch && isSafe(producer)) return false
    return follow(producer, 'any', !isMuch)
  }

  function isSafe(producer: number): boolean {
    if (!isLookedThrough) wayOn.look(demand, local)
    isLookedThrough = true
    return wayOn.isSafe(producer)
  }

  /** Follows ways one by one, then states told apart by history, as long as there are steps left. */
  function follow(producer: number, takers: Takers, mayBeSafe = false): boolean | undefined {
    if (stepsLeft <= 0) return mayBeSafe && isSafe(producer) ? false : undefined
    const sticks = walk.mayStick(producer, takers, Math.min(limits.steps, stepsLeft))
    stepsLeft -= walk.spent()
    // Asked before histories are told apart, which takes longest.
    if (sticks === undefined && mayBeSafe && isSafe(producer)) return false
    if (sticks !== undefined || stepsLeft <= limits.states) return sticks
    const stuck = walk.explore(producer, takers, limits.states)
    stepsLeft -= walk.spent()
    return stuck && stuck.size > 0
  }

  /** A way over certain edges alone. */
  function isSurelyDelivered(producer: number): boolean {
    const seen = new Set([producer])
    let frontier = [producer]
    for (let made = 0; frontier.length > 0; made++) {
      const reached: number[] = []
      for (const broker of frontier) {
        for (let i = passage.outAt[broker]!; i < passage.outAt[broker + 1]!; i++) {
          const edge = passage.out[i]!
          const there = to[edge]!
          if (demand.held[edge] !== 1 || hangs[edge] === 1 || room[edge]! <= made || seen.has(there)) continue
          if (there === target) return true
          seen.add(there)
          reached.push(there)
        }
      }
      frontier = reached
    }
    return false
  }

  function leavesAgain(broker: number): boolean {
    for (let i = passage.outAt[broker]!; i < passage.outAt[broker + 1]!; i++) {
      if (demand.held[passage.out[i]!] !== 0) return true
    }
    return false
  }

  function route(producer: number): readonly number[] | undefined {
    return hops[producer] === 0 ? undefined : walk.route(producer, target)
  }

  function halts(producer: number): readonly Halt[] {
    if (codes[producer] === ALWAYS) return []
    if (passage.down[producer] === 1) return [{ at: producer, reason: 'no-demand', bridge: -1 }]
    if (!leavesAgain(producer)) {
      distance ??= distancesTo(passage, seeds.map(brokerOf))
      levels ??= demandLevels(passage, demand.held, seeds.map(brokerOf))
      return [whyNoDemand(passage, producer, distance, levels)]
    }
    if (traits.topic) return topicHalts(producer)
    const found = walk.explore(producer, 'any', Math.min(limits.states * 4, limits.stepsInAll))
    if (found) return [...found.values()]
    // Too many ways to try: anywhere that the message may get.
    return reachable(producer).map((at) => ({ at, reason: 'message-ttl-spent', bridge: -1 }))
  }

  /** Copies of a topic that never arrives end where the TTL is spent. */
  function topicHalts(producer: number): readonly Halt[] {
    const found: Halt[] = []
    const made = new Map([[producer, 0]])
    for (const [broker, count] of made) {
      for (let i = passage.outAt[broker]!; i < passage.outAt[broker + 1]!; i++) {
        const edge = passage.out[i]!
        if (demand.held[edge] === 0) continue
        if (room[edge]! > count && hangs[edge] === 0) {
          if (!made.has(to[edge]!)) made.set(to[edge]!, count + 1)
        } else if (!found.some(({ at }) => at === broker)) {
          found.push(endAt(passage, broker, edge))
        }
      }
    }
    if (!found.some(({ at }) => at === producer)) {
      found.push({ at: producer, reason: isCertain ? 'message-ttl-spent' : 'lost-race', bridge: -1 })
    }
    return found
  }

  function reachable(producer: number): readonly number[] {
    const seen = new Set([producer])
    for (const broker of seen) {
      for (let i = passage.outAt[broker]!; i < passage.outAt[broker + 1]!; i++) {
        if (demand.held[passage.out[i]!] !== 0 && local[to[passage.out[i]!]!] === NOBODY) {
          seen.add(to[passage.out[i]!]!)
        }
      }
    }
    return [...seen]
  }

  /** Every simple way over which copies come. */
  function copies(producer: number): { min: number; max: number } {
    if (hops[producer] === 0) return { min: 0, max: 0 }
    const left = new Uint8Array(size)
    let most = 0
    let steps = 0
    const isMerged = passage.bridge.map((index) =>
      Number(passage.statics.length === 0 && passage.compiled.bridges[index]!.settings.conduitSubscriptions),
    )
    const count = (broker: number, made: number, times: number) => {
      if (broker === target) most += times
      left[broker] = 1
      for (let i = passage.outAt[broker]!; i < passage.outAt[broker + 1]! && ++steps < limits.states; i++) {
        const edge = passage.out[i]!
        if (demand.held[edge] === 0 || hangs[edge] === 1 || room[edge]! <= made || left[to[edge]!] === 1)
          continue
        count(to[edge]!, made + 1, isMerged[edge] === 1 ? times : times * demand.counts[edge]!)
      }
      left[broker] = 0
    }
    count(producer, 0, 1)
    const max = Math.min(most, FAR)
    return { min: isCertain ? max : codes[producer] === ALWAYS ? 1 : 0, max }
  }
}

function brokerOf(seed: Seed): number {
  return seed.broker
}
