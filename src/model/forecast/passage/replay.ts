import type { Broker, DestinationPolicy } from '../../design/design.ts'
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
  if (destination.kind === 'topic') return 'none'
  const closest = policyFor(broker, destination)
  if (closest?.replayWhenNoConsumers !== true) return 'none'
  return (closest.replayDelay ?? 0) > 0 ? 'delayed' : 'at-once'
}

/**
 * Whether a broker hands a topic's message to one only of several subscriptions that stand for one consumer: to that of
 * the highest priority.
 *
 * @source activemq-broker PriorityNetworkDispatchPolicy; measured on all versions (`topic-priority-dispatch`)
 */
export function dropsCopies(broker: Pick<Broker, 'policies'> | undefined, destination: Destination): boolean {
  return destination.kind === 'topic' && policyFor(broker, destination)?.priorityNetworkDispatch === true
}

function policyFor(
  broker: Pick<Broker, 'policies'> | undefined,
  destination: Destination,
): DestinationPolicy | undefined {
  const fitting = broker?.policies?.filter((policy) => matches(policy.destination, destination)) ?? []
  return fitting.toSorted((a, b) => closeness(b.destination) - closeness(a.destination))[0]
}

/** A name comes before patterns, a longer pattern before a shorter one. */
function closeness({ name }: Destination): number {
  return isPattern(name) ? name.split('.').length : Infinity
}
