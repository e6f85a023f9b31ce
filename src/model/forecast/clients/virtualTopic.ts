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

/** Consumers by what they listen to: those of a destination itself, and of a virtual topic the groups by their queues. */
export function byQueue<L extends Listener>(
  topic: Destination,
  listeners: readonly L[],
): { readonly own: readonly L[]; readonly groups: ReadonlyMap<string, readonly L[]> } {
  const groups = new Map<string, L[]>()
  const own = listeners.filter((listener) => {
    const { destination } = listener
    if (!destination || !isQueueOf(destination, topic)) return true
    groups.set(destination.name, [...(groups.get(destination.name) ?? []), listener])
    return false
  })
  return { own, groups }
}

/**
 * What becomes of a virtual topic's messages in the queue of one consumer group. The producer's broker copies each into
 * that queue where it has it, which is where it has a consumer of the group or demand of one; from there a copy goes as
 * any message of the queue. Without it the group gets nothing of the message. Where subscribers of the topic bring
 * copies to other brokers, those put them into the queue once more.
 *
 * @param members - The group's consumers.
 * @param flowsFrom - What the forecast says of the queue itself, from some brokers to each of the group's.
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
  members: readonly Listener[],
  flowsFrom: (brokers: readonly BrokerId[]) => readonly Flow[],
): readonly Flow[] {
  const { topic, subscribers, off } = question
  const ends = members.map(({ broker }) => broker)
  const heard = [...subscribers, ...countedAsSubscribers(network, ends)]
  const groups =
    heard.length === 0 ? [] : offByStart(network, off).map((down) => groupOf(network, topic, heard, down))
  const byProducer = new Map(producers.map((from) => [from, spilledTo(groups, from)]))
  const flows = flowsFrom([...new Set([...byProducer].flatMap(([from, others]) => [from, ...others.keys()]))])
  return producers.flatMap((from) =>
    flows.filter((flow) => flow.from === from).map((own) => oneFlow(own, byProducer.get(from)!)),
  )

  function oneFlow(own: Flow, spilled: ReadonlyMap<BrokerId, Spilled>): Flow {
    const isSure = own.verdict === 'always'
    const single = { ...own, destination: topic, queue }
    const others = flows.filter(
      (flow) => flow.to === own.to && flow.from !== own.from && spilled.has(flow.from) && isHeld(flow),
    )
    const copies = { min: isSure ? 1 : 0, max: own.verdict === 'never' ? 0 : 1 }
    if (others.length === 0) return { ...single, copies }
    const more = others.reduce((sum, { from }) => sum + spilled.get(from)!.copies, 0)
    const { when: _, ...rest } = single
    return {
      ...rest,
      ...(isSure ? {} : { verdict: 'sometimes' as const, when: 'race' as const, exact: false }),
      ...(own.route ? {} : routeOver(others, spilled)),
      stuck: together([...own.stuck, ...others.flatMap(stuckOnTheWay)]),
      copies: { ...copies, max: copies.max + more },
    }
  }
}

/** With `useVirtualDestSubs` a group counts as a subscriber of the topic. Which connectors hear that is not looked at. */
export function countedAsSubscribers(
  { design }: Network,
  groupBrokers: readonly BrokerId[],
): readonly Listener[] {
  if (!design.connectors.some(({ settings }) => settings.useVirtualDestSubs)) return []
  const ends = new Set(groupBrokers)
  return design.brokers
    .filter(({ id, settings }) => ends.has(id) && settings?.useVirtualDestSubs)
    .map(({ id }) => ({ broker: id }))
}

/** What subscribers of the topic bring to a broker: at most so many copies, by a way such as this one. */
interface Spilled {
  readonly copies: number
  readonly route: readonly BrokerId[]
}

/** Other brokers to which the topic's own subscribers may bring a message. */
function spilledTo(groups: readonly Group[], from: BrokerId): ReadonlyMap<BrokerId, Spilled> {
  const most = new Map<BrokerId, Spilled>()
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
        if (copies <= (most.get(id)?.copies ?? 0)) continue
        const route = view.route(producer) ?? []
        most.set(id, { copies, route: route.map((at) => compiled.brokers[at]!) })
      }
    }
  }
  return most
}

/** The shortest way over a broker to which the topic's subscribers bring messages. */
function routeOver(others: readonly Flow[], spilled: ReadonlyMap<BrokerId, Spilled>): Pick<Flow, 'route'> {
  const routes = others.flatMap(({ from, route }) =>
    route ? [[...spilled.get(from)!.route, ...route.slice(1)]] : [],
  )
  const [route] = routes.toSorted((a, b) => a.length - b.length)
  return route ? { route } : {}
}

const WITH_DEMAND: readonly StuckReason[] = ['message-ttl-spent', 'already-visited', 'lost-race']

/** Tells whether messages that stay for a reason stay on a broker with demand of them. */
export function meansDemand(reason: StuckReason): boolean {
  return WITH_DEMAND.includes(reason)
}

/** Whether a broker has the queue: where it has no demand, a copy that comes there is put into none. */
function isHeld({ verdict, stuck }: Flow): boolean {
  return verdict !== 'never' || stuck.some(({ reason }) => meansDemand(reason))
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
