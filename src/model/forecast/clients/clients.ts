import type { Destination } from '../../design/destination.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { Network } from '../../network/network.ts'
import type { Flow, Off } from '../flow.ts'
import { offByStart } from '../passage/off.ts'
import { combineFlows } from './combineFlows.ts'
import { flowIn } from './flowIn.ts'
import { groupOf, listenersOf, type Listener } from './group.ts'
import { byQueue, groupFlows, groupListenersOf } from './virtualTopic.ts'

export interface ClientsQuestion {
  readonly destination: Destination
  /** Absent: the brokers of the design's producers of that destination. */
  readonly producers?: readonly BrokerId[]
  /** Absent: the design's consumers that take that destination. */
  readonly consumers?: readonly Listener[]
  readonly off?: readonly Off[]
}

/**
 * Forecasts several producers and consumers at once: a flow for each producer's broker and each consumer's broker. They
 * act on each other: a consumer's demand can carry messages for another one part of the way.
 *
 * A queue's message that another consumer of the group takes has arrived: the verdict is that of the group, and `never`
 * where this consumer's broker cannot be reached. A topic's is that of each consumer alone. Messages of a virtual topic
 * arrive in the queues of its consumer groups, too: there is a flow for each queue and each broker with consumers of it.
 */
export function forecastClients(network: Network, question: ClientsQuestion): readonly Flow[] {
  const { destination, off = [] } = question
  const all = question.consumers ?? [
    ...listenersOf(network, destination),
    ...groupListenersOf(network, destination),
  ]
  const { own: listeners, groups: queues } = byQueue(destination, all)
  const producers = [...new Set(question.producers ?? producersOf(network, destination))]
  const groups = offByStart(network, off).map((down) => groupOf(network, destination, listeners, down))
  const consumers = [...new Set(listeners.map(({ broker }) => broker))]
  const own = producers.flatMap((from) =>
    consumers.map((to) => combineFlows(groups.map((group) => flowIn(group, from, to)))),
  )
  return [...own, ...flowsOfGroups()]

  /** Of a virtual topic: what arrives in the queues of consumer groups. */
  function flowsOfGroups(): readonly Flow[] {
    return [...queues].flatMap(([name, members]) => {
      const queue: Destination = { kind: 'queue', name }
      const asked = { topic: destination, subscribers: listeners, off }
      return groupFlows(network, asked, queue, producers, members, (brokers) =>
        forecastClients(network, { destination: queue, producers: brokers, consumers: members, off }),
      )
    })
  }
}

function producersOf(network: Network, { kind, name }: Destination): readonly BrokerId[] {
  return network.design.clients
    .filter(
      ({ role, destination }) =>
        role === 'producer' && destination.kind === kind && destination.name === name,
    )
    .map(({ broker }) => broker)
}
