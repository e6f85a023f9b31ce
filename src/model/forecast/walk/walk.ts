import { FAR } from '../passage/compile.ts'
import type { Demand } from '../demand/demand.ts'
import type { StuckReason } from '../flow.ts'
import { hangReason, type Halt } from './halt.ts'
import type { Passage } from '../passage/passage.ts'

/** Who takes a message: anybody who can, or only those of the highest priority, as on an idle network. */
export type Takers = 'any' | 'first'

/**
 * Messages of a queue on their way: one hop at a time, over edges where a subscription is held. A state is a broker
 * and the set of brokers that the message has left.
 */
export interface Walk {
  /** Reads the demand anew; `local` has by broker the highest priority of its own consumers, or `NOBODY`. */
  prepare(demand: Demand, local: Int16Array): void
  /** Fills in, by broker, the hops of a shortest way to a consumer: 0 where there is none. */
  hopsToConsumer(target: number, hops: Uint16Array): void
  /** Whether a message may stick somewhere; undefined when the budget ends first. */
  mayStick(producer: number, takers: Takers, budget: number): boolean | undefined
  /** All brokers on which it may stick; undefined when the budget ends first. */
  explore(producer: number, takers: Takers, budget: number): ReadonlyMap<number, Halt> | undefined
  /** Steps that the last answer of these two took. */
  spent(): number
  /** A shortest way that delivers, both ends included. */
  route(producer: number, target: number): readonly number[] | undefined
}

/** Steps before states are remembered, which costs more for each. */
const PLAIN_STEPS = 3000

/** A broker without consumers of its own. */
export const NOBODY = -1000

export function createWalk(passage: Passage): Walk {
  const { size, count, from, to, room, hangs, into, intoAt, replays } = passage
  const head = new Int32Array(size).fill(-1)
  const next = new Int32Array(count)
  const touched: number[] = []
  const isLeft = new Uint8Array(size)
  const margin = new Int32Array(size)
  const now = new Int32Array(size)
  const later = new Int32Array(size).fill(-1)
  let demand: Demand
  let local: Int16Array
  const place = new Int32Array(size)
  const stuckOn = new Map<number, Halt>()
  let steps = 0
  let taken = 0
  return { prepare, hopsToConsumer, mayStick, explore, spent: () => taken, route }

  function prepare(its: Demand, own: Int16Array): void {
    for (const broker of touched) head[broker] = -1
    touched.length = 0
    demand = its
    local = own
    for (let i = 0; i < demand.count; i++) {
      const edge = demand.edges[i]!
      const broker = from[edge]!
      if (head[broker]! < 0) {
        place[broker] = touched.length
        touched.push(broker)
      }
      next[edge] = head[broker]!
      head[broker] = edge
    }
  }

  /** Walks backwards and keeps, for each broker, how many hops a message may have made before it gets there. */
  function hopsToConsumer(target: number, hops: Uint16Array): void {
    hops.fill(0)
    margin.fill(-1)
    margin[target] = FAR
    now[target] = FAR
    let frontier = [target]
    for (let made = 1; frontier.length > 0; made++) {
      const reached: number[] = []
      for (const broker of frontier) {
        const before = now[broker]! - 1
        if (before < 0) continue
        for (let i = intoAt[broker]!; i < intoAt[broker + 1]!; i++) {
          const edge = into[i]!
          if (demand.held[edge] === 0 || hangs[edge] === 1) continue
          const own = from[edge]!
          const left = Math.min(before, room[edge]! - 1)
          if (left <= margin[own]!) continue
          if (later[own]! <= margin[own]!) {
            reached.push(own)
            later[own] = left
          } else if (left > later[own]!) later[own] = left
          if (hops[own] === 0) hops[own] = made
        }
      }
      for (const broker of reached) {
        margin[broker] = later[broker]!
        now[broker] = later[broker]!
        later[broker] = -1
      }
      frontier = reached
    }
    hops[target] = 0
  }

  function mayStick(producer: number, takers: Takers, budget: number): boolean | undefined {
    steps = budget
    const found = takers === 'any' ? sticksFrom(producer, 0) : sticksFirst(producer, 0)
    taken = budget - steps
    if (steps >= 0) return found
    isLeft.fill(0)
    return undefined
  }

  /** On a broker that replays, those that a message has left are takers too: what comes back is no longer on its way. */
  function replaysAt(broker: number): boolean {
    return replays[broker] !== 0 && local[broker] === NOBODY
  }

  function sticksFrom(broker: number, made: number): boolean {
    if (--steps < 0) return true
    const isReplaying = replaysAt(broker)
    let isFree = local[broker]! !== NOBODY
    isLeft[broker] = 1
    for (let edge = head[broker]!; edge >= 0; edge = next[edge]!) {
      const there = to[edge]!
      if (isReplaying && isLeft[there] === 1) {
        isLeft[broker] = 0
        return true
      }
      if (room[edge]! <= made || isLeft[there] === 1) continue
      if (demand.held[edge] === 1) isFree = true
      if (
        hangs[edge] === 1 ||
        ((head[there]! >= 0 || local[there] === NOBODY) && sticksFrom(there, made + 1))
      ) {
        isLeft[broker] = 0
        return true
      }
    }
    isLeft[broker] = 0
    return !isFree
  }

  function sticksFirst(broker: number, made: number): boolean {
    if (--steps < 0) return true
    const top = highest(broker, made)
    if (top === NOBODY) return true
    const isReplaying = replays[broker] === 1 && replaysAt(broker)
    isLeft[broker] = 1
    for (let edge = head[broker]!; edge >= 0; edge = next[edge]!) {
      const there = to[edge]!
      if (demand.best[edge] !== top) continue
      if (isReplaying && isLeft[there] === 1) {
        isLeft[broker] = 0
        return true
      }
      if (room[edge]! <= made || isLeft[there] === 1) continue
      if (
        hangs[edge] === 1 ||
        ((head[there]! >= 0 || local[there] === NOBODY) && sticksFirst(there, made + 1))
      ) {
        isLeft[broker] = 0
        return true
      }
    }
    isLeft[broker] = 0
    return false
  }

  /** The highest priority among those who can take a message here, which has left `made` brokers. */
  function highest(broker: number, made: number): number {
    let top = local[broker]!
    const isReplaying = replays[broker] === 1 && replaysAt(broker)
    for (let edge = head[broker]!; edge >= 0; edge = next[edge]!) {
      if (demand.best[edge]! <= top) continue
      const isOpen = isLeft[to[edge]!] === 1 ? isReplaying : room[edge]! > made
      if (isOpen) top = demand.best[edge]!
    }
    return top
  }

  function explore(producer: number, takers: Takers, budget: number): ReadonlyMap<number, Halt> | undefined {
    stuckOn.clear()
    steps = Math.min(budget, PLAIN_STEPS)
    const isPlain = visit(producer, 0, 0, takers, undefined)
    taken = Math.min(budget, PLAIN_STEPS) - steps
    const isDone = isPlain || exploreByHistory(producer, takers, budget)
    isLeft.fill(0)
    return isDone ? new Map(stuckOn) : undefined
  }

  /** States that were seen are not gone into again. Histories are bits of a number: room for 46 brokers and a place. */
  function exploreByHistory(producer: number, takers: Takers, budget: number): boolean {
    if (budget <= PLAIN_STEPS) return false
    isLeft.fill(0)
    steps = budget
    const isDone = visit(producer, 0, 0, takers, touched.length <= 46 ? new Set() : undefined)
    taken += budget - steps
    return isDone
  }

  function visit(
    broker: number,
    made: number,
    history: number,
    takers: Takers,
    seen: Set<number> | undefined,
  ): boolean {
    if (--steps < 0) return false
    if (head[broker]! < 0) {
      if (local[broker] === NOBODY) stick(broker, 'no-demand', -1)
      return true
    }
    if (seen) {
      const state = history * 64 + place[broker]!
      if (seen.has(state)) return true
      seen.add(state)
    }
    const top = takers === 'first' ? highest(broker, made) : NOBODY
    let isFree = local[broker] !== NOBODY
    let refusing = -1
    const isReplaying = replaysAt(broker) && (takers === 'any' || replays[broker] === 1)
    isLeft[broker] = 1
    for (let edge = head[broker]!; edge >= 0; edge = next[edge]!) {
      const there = to[edge]!
      const isTop = takers === 'any' || demand.best[edge] === top
      if (isReplaying && isLeft[there] === 1 && isTop) stick(there, 'already-visited', edge)
      if (room[edge]! <= made || isLeft[there] === 1) {
        if (refusing < 0 || isLeft[there] === 0) refusing = edge
        continue
      }
      if (!isTop) continue
      if (demand.held[edge] === 1) isFree = true
      if (hangs[edge] === 1) stick(broker, hangReason(passage, edge), edge)
      else if (!visit(there, made + 1, seen ? history + 2 ** place[broker]! : 0, takers, seen)) return false
    }
    if (!isFree) {
      if (refusing < 0) stick(broker, 'lost-race', -1)
      else stick(broker, isLeft[to[refusing]!] === 1 ? 'already-visited' : 'message-ttl-spent', refusing)
    }
    isLeft[broker] = 0
    return true
  }

  /** A spent TTL can be cured by a setting, so it is the reason to name where there are several. */
  function stick(at: number, reason: StuckReason, edge: number): void {
    const known = stuckOn.get(at)
    if (known && (known.reason === reason || reason !== 'message-ttl-spent')) return
    stuckOn.set(at, { at, reason, bridge: edge < 0 ? -1 : passage.bridge[edge]! })
  }

  function route(producer: number, target: number): readonly number[] | undefined {
    const parent = new Map<number, number>([[producer, -1]])
    let frontier = [producer]
    for (let made = 0; frontier.length > 0; made++) {
      const reached: number[] = []
      for (const broker of frontier) {
        for (let edge = head[broker]!; edge >= 0; edge = next[edge]!) {
          const there = to[edge]!
          if (room[edge]! <= made || hangs[edge] === 1 || parent.has(there)) continue
          parent.set(there, broker)
          if (there === target) return backFrom(target, parent)
          reached.push(there)
        }
      }
      frontier = reached
    }
    return undefined
  }
}

function backFrom(target: number, parent: ReadonlyMap<number, number>): readonly number[] {
  const route = []
  for (let at = target; at >= 0; at = parent.get(at) ?? -1) route.unshift(at)
  return route
}
