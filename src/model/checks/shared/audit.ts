import type { Destination } from '../../design/destination.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { Network } from '../../network/network.ts'
import { isPattern, matches, overlaps } from '../../network/wildcards.ts'
import { consumersOf } from '../crossing/demand.ts'
import { brokerNames } from '../../words.ts'

/** Brokers that give some subscriber every copy of a topic message that comes to them. */
export interface EveryCopy {
  /** To a durable subscriber, whatever their policies say. */
  readonly durable: readonly BrokerId[]
  /** To plain ones too, since a policy turns their audit off. */
  readonly unaudited: readonly BrokerId[]
}

/**
 * Which of these brokers give a subscriber every copy. The others give plain ones each message once: the file that is
 * written for them has a policy for all topics, as ActiveMQ's own and Amazon MQ's have, and that turns on the audit.
 * Where a design has topic consumers at all, only those count.
 *
 * @param topic - Absent: any topic.
 * @source e2e/brokers/facts audit-of-a-policy-drops-copies, audit-off, audit-spares-durable-subscribers,
 * audit-follows-the-subscription
 */
export function everyCopy(network: Network, brokers: readonly BrokerId[], topic?: Destination): EveryCopy {
  const drawn = consumersOf(network, 'topic')
  const durable = new Set<BrokerId>()
  const unaudited = new Set<BrokerId>()
  for (const { broker, destination, durable: isDurable } of drawn) {
    if (topic && !overlaps(topic, destination)) continue
    if (isDurable) durable.add(broker)
    else if (isAuditOff(network, broker, destination)) unaudited.add(broker)
  }
  return {
    durable: brokers.filter((id) => durable.has(id)),
    unaudited: brokers.filter((id) =>
      drawn.length > 0
        ? unaudited.has(id)
        : topicPolicies(network, id).some(
            ({ destination, enableAudit }) =>
              enableAudit === false && (!topic || overlaps(destination, topic)),
          ),
    ),
  }
}

/** `durable subscribers on b get every copy`: a part of a sentence; `undefined` where nobody does. */
export function tellEveryCopy(network: Network, { durable, unaudited }: EveryCopy): string | undefined {
  const parts = [
    ...(durable.length > 0 ? [`durable subscribers on ${brokerNames(network, durable)} get every copy`] : []),
    ...(unaudited.length > 0
      ? [`so do all on ${brokerNames(network, unaudited)}, where a policy turns the audit off`]
      : []),
  ]
  if (parts.length === 0) return undefined
  return durable.length > 0
    ? parts.join(', and ')
    : `all subscribers on ${brokerNames(network, unaudited)} get every copy, because a policy turns the audit off`
}

/** The policy that fits most closely what the subscriber listens to decides. */
function isAuditOff(network: Network, id: BrokerId, topic: Destination): boolean {
  const fitting = topicPolicies(network, id).filter(({ destination }) => matches(destination, topic))
  const [closest] = fitting.toSorted((a, b) => closeness(b.destination) - closeness(a.destination))
  return closest?.enableAudit === false
}

function topicPolicies(network: Network, id: BrokerId) {
  return (network.broker(id)?.policies ?? []).filter(({ destination }) => destination.kind === 'topic')
}

/** A name comes before patterns, a longer pattern before a shorter one. */
function closeness({ name }: Destination): number {
  return isPattern(name) ? name.split('.').length : Infinity
}
