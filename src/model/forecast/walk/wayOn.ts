import { createCircles } from './circles.ts'
import type { Demand } from '../demand/demand.ts'
import type { Passage } from '../passage/passage.ts'
import { NOBODY } from './walk.ts'

/**
 * Finds producers whose messages surely always find a way on, without following ways one by one: time grows with edges,
 * not with routes. It proves `always` and nothing else; where it proves nothing, messages may or may not stick.
 *
 * Whatever a message has left before, a broker has a way on for it if one of its own consumers takes it, or if
 * subscriptions that are certain lead
 * - to a broker from which no way leads back: it cannot have been left; or
 * - to two parts of a circle that hang together only over this broker: it came from one of them at most.
 */
export interface WayOn {
  /** @param own - By broker, the highest priority of its own consumers, or `NOBODY`. */
  look(demand: Demand, own: Int16Array): void
  /** Whether messages of a producer surely arrive. */
  isSafe(producer: number): boolean
}

export function createWayOn(passage: Passage): WayOn {
  const { size, from, to, into, intoAt, out, outAt, room, hangs, replays } = passage
  const circles = createCircles(passage)
  const { brokers, circle, block } = circles
  /** By broker: hops that a message has made at most when it is there. */
  const made = new Int32Array(size)
  /** By broker: 1 where no way on is sure, there or farther on. */
  const blocked = new Uint8Array(size)
  let held: Uint8Array
  let local: Int16Array
  return { look, isSafe }

  function look(demand: Demand, own: Int16Array): void {
    held = demand.held
    local = own
    circles.look(demand)
    boundHops()
    blocked.fill(0)
    const reached = brokers.filter((broker) => !hasWayOn(broker))
    for (const broker of reached) blocked[broker] = 1
    for (const broker of reached) {
      for (let i = intoAt[broker]!; i < intoAt[broker + 1]!; i++) {
        const before = from[into[i]!]!
        if (held[into[i]!] === 0 || blocked[before] === 1) continue
        blocked[before] = 1
        reached.push(before)
      }
    }
  }

  function isSafe(producer: number): boolean {
    if (replays[producer] !== 0) return false
    let isFree = local[producer] !== NOBODY
    for (let i = outAt[producer]!; i < outAt[producer + 1]!; i++) {
      const edge = out[i]!
      if (held[edge] === 0 || room[edge] === 0) continue
      if (hangs[edge] === 1 || blocked[to[edge]!] === 1) return false
      if (held[edge] === 1) isFree = true
    }
    return isFree
  }

  function hasWayOn(broker: number): boolean {
    let isFree = local[broker] !== NOBODY
    if (replays[broker] !== 0 && !isFree) return false
    let known = -1
    for (let i = outAt[broker]!; i < outAt[broker + 1]!; i++) {
      const edge = out[i]!
      if (held[edge] === 0) continue
      if (hangs[edge] === 1) return false
      if (held[edge] !== 1 || room[edge]! <= made[broker]!) continue
      if (circle[to[edge]!] !== circle[broker] || (known >= 0 && known !== block[edge])) isFree = true
      known = block[edge]!
    }
    return isFree
  }

  /** Within a circle a message goes over each broker once at most; on the whole it has used up no TTL that it crossed with. */
  function boundHops(): void {
    for (let last = brokers.length; last > 0;) {
      let first = last - 1
      while (first > 0 && circle[brokers[first - 1]!] === circle[brokers[last - 1]!]) first -= 1
      let before = 0
      for (let at = first; at < last; at++) before = Math.max(before, hopsOnEntering(brokers[at]!))
      for (let at = first; at < last; at++) made[brokers[at]!] = Math.min(before + last - first - 1, size)
      last = first
    }
    for (const broker of brokers) {
      let most = 0
      for (let i = intoAt[broker]!; i < intoAt[broker + 1]!; i++) {
        if (held[into[i]!] !== 0) most = Math.max(most, room[into[i]!]!)
      }
      made[broker] = Math.min(made[broker]!, most)
    }
  }

  function hopsOnEntering(broker: number): number {
    let hops = 0
    for (let i = intoAt[broker]!; i < intoAt[broker + 1]!; i++) {
      const edge = into[i]!
      const before = from[edge]!
      if (held[edge] === 0 || circle[before] === circle[broker]) continue
      hops = Math.max(hops, Math.min(room[edge]!, made[before]! + 1))
    }
    return hops
  }
}
