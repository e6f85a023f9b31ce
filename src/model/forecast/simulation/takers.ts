import type { Group } from '../clients/group.ts'
import type { Outcome } from '../demand/procedure.ts'
import type { SimulationSetup } from './simulation.ts'

/** Messages that a bridge has under way at most under load: fewer than a producer sends during a hop. */
const BRIDGE_PREFETCH = 3
/** Messages that a consumer holds at most under load, and steps that it needs for one. */
const CONSUMER_PREFETCH = 2
const STEPS_FOR_ONE = { fast: 1, slow: 4 } as const
/** Steps that a message needs for a hop. */
export const HOP = 4
/** Messages that are simulated at most, over all producers. */
export const MESSAGES = 500

/** A message, or a copy of it, on its way. */
export interface Message {
  readonly number: number
  readonly copy: number
  /** Brokers that it has left. */
  readonly left: readonly number[]
}

/** A message that comes to a broker: from a producer, or over a bridge. */
export interface Arriving {
  readonly step: number
  readonly at: number
  readonly message: Message
}

/** Somebody who takes messages on a broker: a subscription over an edge, or a consumer. */
export interface Taker {
  /** Below 0: a consumer of the broker's own. */
  readonly edge: number
  readonly priority: number
  readonly stepsForOne: number
  /** Steps in which consumers are done with what they hold. */
  busy: number[]
  /** Messages that a bridge has under way. */
  underWay: number
}

/** By broker, everybody who takes messages there, highest priority first. */
export function takersOf(
  { passage }: Group,
  { held }: Outcome,
  consumers: SimulationSetup['consumers'],
): Taker[][] {
  const takers = Array.from({ length: passage.size }, (): Taker[] => [])
  for (const { broker, priority = 0, count = 1, speed = 'fast' } of consumers) {
    const at = passage.compiled.indexOf.get(broker)
    if (at === undefined || passage.down[at] === 1) continue
    for (let i = 0; i < count; i++) {
      takers[at]!.push({ edge: -1, priority, stepsForOne: STEPS_FOR_ONE[speed], busy: [], underWay: 0 })
    }
  }
  for (const { edge, priority } of held) {
    takers[passage.from[edge]!]!.push({ edge, priority, stepsForOne: 0, busy: [], underWay: 0 })
  }
  for (const list of takers) list.sort((a, b) => b.priority - a.priority)
  return takers
}

export function isFull({ edge, busy, underWay }: Taker, traffic: SimulationSetup['traffic']): boolean {
  if (traffic === 'idle') return false
  return edge < 0 ? busy.length >= CONSUMER_PREFETCH : underWay >= BRIDGE_PREFETCH
}
