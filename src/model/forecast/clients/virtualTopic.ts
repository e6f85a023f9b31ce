import type { Destination } from '../../design/destination.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { Network } from '../../network/network.ts'
import type { Flow, Off, Stuck, StuckReason } from '../flow.ts'
import { createOutcomeView } from '../judges/outcomeView.ts'
import { offByStart } from '../passage/off.ts'
import { groupOf, type Group, type Listener } from './group.ts'

const NAME = /^VirtualTopic\./
const QUEUE = /^Consumer\.[^.]+\.(VirtualTopic\..+)$/

/** Tells whether a queue is that of a consumer group of a virtual topic, as brokers name them by default. */
export function isQueueOf(queue: Destination, topic: Destination): boolean {
  return queue.kind === 'queue' && topic.kind === 'topic' && QUEUE.exec(queue.name)?.[1] === topic.name
}

/** Tells whether messages of a topic are copied into the queues of consumer groups. */
export function isVirtualTopic({ kind, name }: Destination): boolean {
  return kind === 'topic' && NAME.test(name)
}

/** Consumers of the design that listen to a queue of a virtual topic's. */
export function groupListenersOf(network: Network, topic: Destination): readonly Listener[] {
  if (!isVirtualTopic(topic)) return []
  return network.design.clients
    .filter(({ role, destination }) => role === 'consumer' && isQueueOf(destination, topic))
    .map(({ broker, destination, count }) => ({ broker, destination, ...(count ? { count } : {}) }))
}

/**
 * What becomes of a virtual topic's messages in the queue of one consumer group. The producer's broker copies each into
 * that queue where it has it, which is where it has a consumer of the group or demand of one; from there a copy goes as
 * any message of the queue. Without it the group gets nothing of the message. Where subscribers of the topic bring
 * copies to other brokers, those put them into the queue once more.
 *
 * @param flows - What the forecast says of the queue itself, from every broker to each of the group's.
 * @source activemq-broker VirtualTopicInterceptor; measured on all versions (`virtual-topic-…` in e2e/brokers/facts)
 */
export function groupFlows(
  network: Network,
  question: {
    readonly topic: Destination
    readonly subscribers: readonly Listener[]
    readonly off: readonly Off[]
  },
  queue: Destination,
  producers: readonly BrokerId[],
  flows: readonly Flow[],
): readonly Flow[] {
  const { topic, subscribers, off } = question
  const heard = [...subscribers, ...countedAsSubscribers(network, flows)]
  const groups = offByStart(network, off).map((down) => groupOf(network, topic, heard, down))
  return producers.flatMap((from) => {
    const spilled = spilledTo(groups, from)
    return flows.filter((flow) => flow.from === from).map((own) => oneFlow(own, spilled))
  })

  function oneFlow(own: Flow, spilled: ReadonlyMap<BrokerId, number>): Flow {
    const isSure = own.verdict === 'always'
    const single = { ...own, destination: topic, queue }
    const others = flows.filter(
      (flow) => flow.to === own.to && flow.from !== own.from && spilled.has(flow.from) && isHeld(flow),
    )
    const copies = { min: isSure ? 1 : 0, max: own.verdict === 'never' ? 0 : 1 }
    if (others.length === 0) return { ...single, copies }
    const more = others.reduce((sum, { from }) => sum + spilled.get(from)!, 0)
    const { when: _, ...rest } = single
    return {
      ...rest,
      ...(isSure ? {} : { verdict: 'sometimes' as const, when: 'race' as const, exact: false }),
      ...(own.route ? {} : routeOver(others)),
      stuck: together([...own.stuck, ...others.flatMap(stuckOnTheWay)]),
      copies: { ...copies, max: copies.max + more },
    }
  }
}

/** With `useVirtualDestSubs` a group counts as a subscriber of the topic. Which connectors hear that is not looked at. */
function countedAsSubscribers({ design }: Network, flows: readonly Flow[]): readonly Listener[] {
  if (!design.connectors.some(({ settings }) => settings.useVirtualDestSubs)) return []
  const ends = new Set(flows.map(({ to }) => to))
  return design.brokers
    .filter(({ id, settings }) => ends.has(id) && settings?.useVirtualDestSubs)
    .map(({ id }) => ({ broker: id }))
}

/** Other brokers to which the topic's own subscribers may bring a message, with how many copies at most. */
function spilledTo(groups: readonly Group[], from: BrokerId): ReadonlyMap<BrokerId, number> {
  const most = new Map<BrokerId, number>()
  for (const { passage, outcomes, local } of groups) {
    const { compiled, size } = passage
    const producer = compiled.indexOf.get(from)
    if (producer === undefined || passage.count === 0) continue
    const view = createOutcomeView(passage)
    for (const outcome of outcomes) {
      if (!outcome.counts.some((count) => count > 0)) continue
      view.look(outcome, local)
      for (let broker = 0; broker < size; broker++) {
        if (broker === producer) continue
        view.aim(broker)
        const copies = view.hops[producer] === 0 ? 0 : view.copies(producer)
        const id = compiled.brokers[broker]!
        if (copies > (most.get(id) ?? 0)) most.set(id, copies)
      }
    }
  }
  return most
}

function routeOver(others: readonly Flow[]): Pick<Flow, 'route'> {
  const route = others.find((flow) => flow.route)?.route
  return route ? { route } : {}
}

const WITH_DEMAND: readonly StuckReason[] = ['message-ttl-spent', 'already-visited', 'lost-race']

/** Whether a broker has the queue: where it has no demand, a copy that comes there is put into none. */
function isHeld({ verdict, stuck }: Flow): boolean {
  return verdict !== 'never' || stuck.some(({ reason }) => WITH_DEMAND.includes(reason))
}

/** A copy that came to a broker has left others before, and so may stay there or farther on. */
function stuckOnTheWay({ route = [], from, to, stuck }: Flow): readonly Stuck[] {
  const passed = [from, ...route].filter((at) => at !== to)
  return [...passed.map((at) => ({ at, reason: 'already-visited' as const })), ...stuck]
}

function together(all: readonly Stuck[]): readonly Stuck[] {
  const stuck = new Map<BrokerId, Stuck>()
  for (const one of all) if (!stuck.has(one.at)) stuck.set(one.at, one)
  return [...stuck.values()]
}
