import { refusalOfDemand, refusedBy } from '../network/permit.ts'
import type { StuckReason } from './flow.ts'
import type { Passage } from './passage.ts'

/** A message that stays on a broker, by number, and the bridge that does not take it further. */
export interface Halt {
  readonly at: number
  readonly reason: StuckReason
  /** A bridge number; -1 for none. */
  readonly bridge: number
}

/**
 * How near each broker is to a consumer by the drawing alone: bridges that are up, whatever they let through. -1 where
 * no bridge leads there.
 */
export function distancesTo(passage: Passage, consumers: readonly number[]): Int32Array {
  const { compiled, size } = passage
  const distance = new Int32Array(size).fill(-1)
  const order: number[] = []
  for (const consumer of consumers) {
    if (passage.down[consumer] || distance[consumer] === 0) continue
    distance[consumer] = 0
    order.push(consumer)
  }
  const into = bridgesInto(passage)
  for (const broker of order) {
    for (const bridge of into[broker] ?? []) {
      const own = compiled.from[bridge]!
      if (distance[own]! >= 0) continue
      distance[own] = distance[broker]! + 1
      order.push(own)
    }
  }
  return distance
}

/** Bridges that are up, by the broker they lead to. */
export function bridgesInto(passage: Passage): readonly (readonly number[])[] {
  const { compiled, size } = passage
  const into: number[][] = Array.from({ length: size }, () => [])
  compiled.bridges.forEach((_, bridge) => {
    if (isUp(passage, bridge)) into[compiled.to[bridge]!]!.push(bridge)
  })
  return into
}

export function isUp(passage: Passage, bridge: number): boolean {
  const { compiled, down, stopped } = passage
  return (
    !down[compiled.from[bridge]!] &&
    !down[compiled.to[bridge]!] &&
    !stopped.has(compiled.bridges[bridge]!.connector.id)
  )
}

/**
 * Why a bridge holds no subscription for demand that its neighbour has.
 *
 * @param hops - How far away the consumer is over this bridge; 0 where the neighbour has no demand to announce.
 */
export function refusalAt(
  passage: Passage,
  bridge: number,
  hops: number,
  pattern = passage.destination,
): StuckReason {
  const { compiled } = passage
  const own = compiled.bridges[bridge]!
  const refused = refusalOfDemand(own, pattern)
  if (refused) return refused
  if (compiled.announces[compiled.to[bridge]!] === 0) return 'no-advisories'
  if (hops > 0 && compiled.reach[bridge]! < hops) return 'consumer-ttl-spent'
  return 'no-demand'
}

/**
 * Why nobody takes a message on a broker that holds no subscription: what the bridge toward the nearest consumer
 * lacks.
 *
 * @param levels - By broker, hops of its nearest demand plus 1; 0 where it has none.
 */
export function whyNoDemand(
  passage: Passage,
  broker: number,
  consumers: readonly number[],
  levels: (broker: number) => number,
): Halt {
  const distance = distancesTo(passage, consumers)
  let best = -1
  const { compiled } = passage
  compiled.bridges.forEach((_, bridge) => {
    if (compiled.from[bridge] !== broker || !isUp(passage, bridge)) return
    const there = distance[compiled.to[bridge]!]!
    if (there < 0) return
    if (best < 0 || there < distance[compiled.to[best]!]!) best = bridge
  })
  if (best < 0) return { at: broker, reason: 'no-demand', bridge: -1 }
  return { at: broker, reason: refusalAt(passage, best, levels(compiled.to[best]!)), bridge: best }
}

/** The list that keeps a message from crossing though a subscription to a pattern has taken it. */
export function hangReason(passage: Passage, edge: number): StuckReason {
  return refusedBy(passage.compiled.bridges[passage.bridge[edge]!]!, passage.destination) ?? 'not-included'
}
