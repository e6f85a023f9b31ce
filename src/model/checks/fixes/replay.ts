import type { DestinationPolicy } from '../../design/design.ts'
import type { Edit } from '../../design/edits/edit.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { Network } from '../../network/network.ts'
import { topologyOf } from '../shape/topology.ts'

/** A delay with which messages were measured to survive, in milliseconds. */
export const REPLAY_DELAY = 1000

/** Tells whether messages of a policy go back at once when the last consumer leaves. */
export function replaysAtOnce({
  destination,
  replayWhenNoConsumers,
  replayDelay,
}: DestinationPolicy): boolean {
  return destination.kind === 'queue' && replayWhenNoConsumers === true && !((replayDelay ?? 0) > 0)
}

/** Tells whether a circle of bridges leads over a broker, so that what it sends back may come to it again. */
export function isOnCircle(network: Network, id: BrokerId): boolean {
  const topology = topologyOf(network)
  return topology.neighbours(id).some((other) => topology.onCycle(id, other))
}

/** The edits that let brokers wait before they send messages back. */
export function waitFirst(network: Network, brokers: readonly BrokerId[]): readonly Edit[] {
  return brokers.flatMap((id): Edit[] => {
    const { policies = [], external } = network.broker(id) ?? {}
    if (external || !policies.some(replaysAtOnce)) return []
    const waiting = policies.map((policy) =>
      replaysAtOnce(policy) ? { ...policy, replayDelay: REPLAY_DELAY } : policy,
    )
    return [{ type: 'set-broker', id, fields: { policies: waiting } }]
  })
}
