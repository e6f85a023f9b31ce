import type { Broker } from '../../design/design.ts'
import type { Destination } from '../../design/destination.ts'
import { isPattern, matches } from '../../network/wildcards.ts'

/** How a broker without a consumer of its own treats messages that somebody they have left before could take. */
export type Replay = 'none' | 'at-once' | 'delayed'

/**
 * What a broker's policies say of a queue: the one that fits it most closely counts. Topics are never replayed.
 *
 * @source activemq-broker ConditionalNetworkBridgeFilterFactory
 */
export function replayOf(broker: Pick<Broker, 'policies'> | undefined, destination: Destination): Replay {
  if (destination.kind === 'topic' || !broker?.policies) return 'none'
  const fitting = broker.policies.filter((policy) => matches(policy.destination, destination))
  const closest = fitting.toSorted((a, b) => closeness(b.destination) - closeness(a.destination))[0]
  if (closest?.replayWhenNoConsumers !== true) return 'none'
  return (closest.replayDelay ?? 0) > 0 ? 'delayed' : 'at-once'
}

/** A name comes before patterns, a longer pattern before a shorter one. */
function closeness({ name }: Destination): number {
  return isPattern(name) ? name.split('.').length : Infinity
}
