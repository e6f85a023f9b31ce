import type { Client } from '../../design/design.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { Network } from '../../network/network.ts'
import { matches, overlaps } from '../../network/wildcards.ts'
import type { Check } from '../check.ts'
import { consumersOf, demandOf } from '../crossing/demand.ts'
import { isOnCircle, REPLAY_DELAY } from '../fixes/replay.ts'
import { groupBy, some } from '../shared/group.ts'
import { brokerNames, told } from '../../words.ts'
import { code, fact } from '../sources.ts'

const check: Check = {
  id: 'queue-cannot-return',
  severity: 'warning',
  title: 'Queue messages that crossed cannot go back.',
  why: 'A message is not sent to a broker that it has left. Where a queue has consumers on both sides of a link, or one that moves, messages that have crossed when their consumer leaves stay there, although there is a consumer where they came from. A policy with replayWhenNoConsumers lets the broker that holds them send them back. On a circle of bridges it needs a replayDelay too: without one, messages can come back to a broker that takes them for duplicates.',
  covers: ['queue-no-return'],
  sources: [
    code('ConditionalNetworkBridgeFilterFactory'),
    fact('move-back-to-origin', 'the consumer moves to the producer’s broker: 0 of 10 messages follow'),
    fact('move-back-with-replay-ttl-one', 'with replayWhenNoConsumers all 10 do, whatever the message TTL'),
  ],
  examples: {
    bad: 'a = b; consumer on a of queue://orders; consumer on b of queue://orders',
    good: 'a = b; consumer on a of queue://orders; consumer on b of queue://orders; policy on a for queue://> { replayWhenNoConsumers=true }; policy on b for queue://> { replayWhenNoConsumers=true }',
  },
  *find(network) {
    const byQueue = groupBy(consumersOf(network, 'queue'), ({ destination }) => destination.name)
    for (const [, consumers] of byQueue) {
      const { destination } = consumers[0]
      const holding = some(withoutReplay(network, consumers))
      if (!holding) continue
      const [first, ...others] = holding
      const circular = holding.filter((id) => isOnCircle(network, id))
      const because =
        circular.length > 0
          ? ` Sending them back asks for a replayDelay there: ${brokerNames(network, circular)} ${circular.length === 1 ? 'is' : 'are'} on a circle of bridges, where what comes back at once can end in the dead letter queue as a duplicate.`
          : ''
      yield {
        at: [
          { broker: first, setting: 'policies' },
          ...others.map((broker) => ({ broker, setting: 'policies' })),
          ...consumers.map(({ id }) => ({ client: id })),
        ],
        message: `When a consumer of ${told(destination)} leaves, messages that crossed to ${brokerNames(network, holding)} cannot go back to where they came from.${because}`,
        fix: {
          label:
            holding.length === 1
              ? 'Send them back with a replay policy'
              : 'Send them back with replay policies',
          edits: holding.map((id) => ({
            type: 'set-broker',
            id,
            fields: { policies: withReplay(network, id, destination) },
          })),
        },
      }
    }
  },
}
export default check

/** Brokers with a consumer of the queue that is linked both ways with another such broker, or moves, and no replay. */
function withoutReplay(network: Network, consumers: readonly Client[]): readonly BrokerId[] {
  const at = new Set(consumers.map(({ broker }) => broker))
  const holding = new Set<BrokerId>()
  for (const consumer of consumers) {
    for (const { bridge } of demandOf(network, consumer)) {
      const back =
        network.bridgesFrom(consumer.broker).length > 0 &&
        demandReaches(network, consumers, bridge.from, consumer.broker)
      if (at.has(bridge.from) ? back : consumer.moves === true) holding.add(consumer.broker)
    }
  }
  return [...holding].filter((id) => !network.broker(id)?.external && !hasReplay(network, id, consumers))
}

function demandReaches(network: Network, consumers: readonly Client[], of: BrokerId, to: BrokerId): boolean {
  return consumers.some(
    (consumer) =>
      consumer.broker === of && demandOf(network, consumer).some(({ bridge }) => bridge.from === to),
  )
}

function hasReplay(network: Network, id: BrokerId, [first]: readonly Client[]): boolean {
  return (network.broker(id)?.policies ?? []).some(
    (policy) => policy.replayWhenNoConsumers && first && matches(policy.destination, first.destination),
  )
}

/** The policies of a broker with replay for a queue: switched on where one speaks of just that queue, else added. */
function withReplay(network: Network, id: BrokerId, destination: Client['destination']) {
  const policies = network.broker(id)?.policies ?? []
  const own = policies.find(
    (policy) => policy.destination.name === destination.name && overlaps(policy.destination, destination),
  )
  const replay = {
    replayWhenNoConsumers: true,
    ...(isOnCircle(network, id) ? { replayDelay: own?.replayDelay || REPLAY_DELAY } : {}),
  }
  return own
    ? policies.map((policy) => (policy === own ? { ...policy, ...replay } : policy))
    : [...policies, { destination, ...replay }]
}
