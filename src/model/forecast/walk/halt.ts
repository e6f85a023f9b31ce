import { refusalOfDemand, refusalOfMessage } from '../../network/permit.ts'
import type { StuckReason } from '../flow.ts'
import type { Passage } from '../passage/passage.ts'

/** A message that stays on a broker, by number, and the bridge that does not take it further. */
export interface Halt {
  readonly at: number
  readonly reason: StuckReason
  /** A bridge number; -1 for none. */
  readonly bridge: number
}

/** Which bridges are up, whatever they let through: what the drawing alone says. */
export interface Drawing {
  /** Bridge numbers by the broker they lead to, and by the broker they come from. */
  readonly into: readonly (readonly number[])[]
  readonly out: readonly (readonly number[])[]
}

const drawings = new WeakMap<Passage, Drawing>()

export function drawingOf(passage: Passage): Drawing {
  const known = drawings.get(passage)
  if (known) return known
  const { compiled, size, down, stopped } = passage
  const into: number[][] = Array.from({ length: size }, () => [])
  const out: number[][] = Array.from({ length: size }, () => [])
  compiled.bridges.forEach(({ connector }, bridge) => {
    const from = compiled.from[bridge]!
    const to = compiled.to[bridge]!
    if (down[from] || down[to] || stopped.has(connector.id)) return
    into[to]!.push(bridge)
    out[from]!.push(bridge)
  })
  const drawing = { into, out }
  drawings.set(passage, drawing)
  return drawing
}

/** How near each broker is to a consumer by the drawing alone. -1 where no bridge leads there. */
export function distancesTo(passage: Passage, consumers: readonly number[]): Int32Array {
  const { compiled, size } = passage
  const { into } = drawingOf(passage)
  const distance = new Int32Array(size).fill(-1)
  const order = [...new Set(consumers)].filter((consumer) => passage.down[consumer] === 0)
  for (const consumer of order) distance[consumer] = 0
  for (const broker of order) {
    for (const bridge of into[broker]!) {
      const own = compiled.from[bridge]!
      if (distance[own]! >= 0) continue
      distance[own] = distance[broker]! + 1
      order.push(own)
    }
  }
  return distance
}

/**
 * Why a bridge holds no subscription for demand that its neighbour has.
 *
 * @param hops - How far away the consumer is over this bridge; 0 where the neighbour has no demand to announce.
 */
function refusalAt(
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
 * @param distance - See `distancesTo`.
 * @param levelOf - By broker, hops of its nearest demand plus 1; 0 where it has none.
 */
export function whyNoDemand(
  passage: Passage,
  broker: number,
  distance: Int32Array,
  levelOf: (broker: number) => number,
): Halt {
  const { compiled } = passage
  let best = -1
  for (const bridge of drawingOf(passage).out[broker]!) {
    const there = distance[compiled.to[bridge]!]!
    if (there >= 0 && (best < 0 || there < distance[compiled.to[best]!]!)) best = bridge
  }
  if (best < 0) return { at: broker, reason: 'no-demand', bridge: -1 }
  return { at: broker, reason: refusalAt(passage, best, levelOf(compiled.to[best]!)), bridge: best }
}

/**
 * By broker, one more than the fewest hops over which it hears demand: 1 where a consumer is, 0 where none is heard.
 *
 * @param held - By edge: not 0 where a subscription may be held.
 */
export function demandLevels(
  { from, into, intoAt }: Passage,
  held: Uint8Array,
  consumers: readonly number[],
): (broker: number) => number {
  const levels = new Map<number, number>(consumers.map((broker) => [broker, 1]))
  for (const [broker, level] of levels) {
    for (let i = intoAt[broker]!; i < intoAt[broker + 1]!; i++) {
      const edge = into[i]!
      if (held[edge] !== 0 && !levels.has(from[edge]!)) levels.set(from[edge]!, level + 1)
    }
  }
  return (broker) => levels.get(broker) ?? 0
}

/** Where a topic's copies end: at a bridge that takes them and does not carry them. */
export function endAt(passage: Passage, at: number, edge: number): Halt {
  const reason = passage.hangs[edge] === 1 ? hangReason(passage, edge) : 'message-ttl-spent'
  return { at, reason, bridge: passage.bridge[edge]! }
}

/** The list that keeps a message from crossing though a subscription to a pattern has taken it. */
export function hangReason(passage: Passage, edge: number): StuckReason {
  return (
    refusalOfMessage(passage.compiled.bridges[passage.bridge[edge]!]!, passage.destination) ?? 'not-included'
  )
}
