import { formatDestination, type Destination } from '../../design/destination.ts'
import type { BrokerId } from '../../design/ids.ts'
import { listenersOf } from '../../forecast/clients/group.ts'
import { groupListenersOf } from '../../forecast/clients/virtualTopic.ts'
import { simulate } from '../../forecast/simulation/simulate.ts'
import type { Network } from '../../network/network.ts'
import { brokerName, brokerNames, told } from '../../words.ts'
import type { Check } from '../check.ts'
import { groupBy } from '../shared/group.ts'
import { fact } from '../sources.ts'

const check: Check = {
  id: 'virtual-topic-copies-stay',
  severity: 'warning',
  title: 'Copies of a virtual topic’s messages pile up on a broker without a consumer of the group.',
  why: 'Where subscribers bring a virtual topic to another broker, that broker puts its own copies into the queue of each group that it hears of. They may not go back to the brokers that they have left, so they stay there for good while the group gets the others. Let the subscribers be a group of their own, and exclude topic VirtualTopic.> from the connectors: the queues of the groups carry the messages across.',
  covers: [],
  needsForecast: true,
  sources: [
    fact(
      'virtual-topic-second-copy-is-stuck',
      'the group on a, a subscriber of the topic on b, 5 sent on a: 5 stay on b',
    ),
  ],
  examples: {
    bad: 'a = b; producer on a of topic://VirtualTopic.t; consumer on a of queue://Consumer.g.VirtualTopic.t; consumer on b of topic://VirtualTopic.t',
    good: 'a = b { excluded=topic://VirtualTopic.> }; producer on a of topic://VirtualTopic.t; consumer on a of queue://Consumer.g.VirtualTopic.t; consumer on b of queue://Consumer.audit.VirtualTopic.t',
  },
  *find(network) {
    const producers = network.design.clients.filter(
      ({ role, destination }) => role === 'producer' && destination.kind === 'topic',
    )
    for (const [, own] of groupBy(producers, ({ destination }) => formatDestination(destination))) {
      const { destination } = own[0]
      const groups = groupListenersOf(network, destination)
      const subscribers = listenersOf(network, destination)
      if (groups.length === 0 || subscribers.length === 0) continue
      for (const { broker, id } of own) {
        for (const [queue, places] of copiesLeft(network, broker, destination)) {
          yield {
            at: [{ client: id }, ...places.map((at) => ({ broker: at }))],
            message: `Copies of what ${brokerName(network, broker)} sends to ${told(destination)} stay on ${brokerNames(network, places)} in ${told({ kind: 'queue', name: queue })}: subscribers of the topic bring them there, and they may not go back.`,
          }
        }
      }
    }
  },
}
export default check

/** By queue, the brokers on which copies stay that came there as messages of the topic: one message tells. */
function copiesLeft(
  network: Network,
  from: BrokerId,
  destination: Destination,
): ReadonlyMap<string, readonly BrokerId[]> {
  const { events } = simulate(network, {
    destination,
    producers: [{ broker: from, messages: 1 }],
    consumers: [...listenersOf(network, destination), ...groupListenersOf(network, destination)],
    traffic: 'idle',
  })
  const brought = new Set(
    events
      .filter(({ kind, queue, at }) => kind === 'copied' && queue && at !== from)
      .map(({ queue, copy }) => `${queue?.name} ${copy}`),
  )
  const left = new Map<string, BrokerId[]>()
  for (const { kind, queue, copy = 1, at } of events) {
    if (kind !== 'stuck' || !queue || !brought.has(`${queue.name} ${copy}`)) continue
    left.set(queue.name, [...new Set([...(left.get(queue.name) ?? []), at])])
  }
  return left
}
