import type { Destination } from '../../design/destination.ts'
import type { Network } from '../../network/network.ts'
import { groupOf, type Group, type Listener } from '../clients/group.ts'
import { byQueue, countedAsSubscribers } from '../clients/virtualTopic.ts'
import { runQueue } from './runQueue.ts'
import { runTopic, type TopicRun } from './runTopic.ts'
import type { SimulationEvent, SimulationSetup } from './simulation.ts'
import type { Outcome } from '../demand/procedure.ts'
import type { Arriving } from './takers.ts'

/** The queue of a consumer group, as its consumers' demand has come to rest. */
interface GroupQueue {
  readonly queue: Destination
  readonly consumers: SimulationSetup['consumers']
  readonly group: Group
  readonly outcome: Outcome
}

/** Those who are counted as subscribers of a virtual topic: its own, and where that is set the brokers of its groups. */
export function heardOf(network: Network, { destination, consumers }: SimulationSetup): readonly Listener[] {
  const { own, groups } = byQueue(destination, consumers)
  const ends = [...groups.values()].flat().map(({ broker }) => broker)
  return [...own, ...countedAsSubscribers(network, ends)]
}

/**
 * A topic and the queues of its consumer groups: each broker to which a message comes puts a copy into every queue that
 * it has, and from there it goes as any message of that queue.
 */
export function runWithGroups(
  network: Network,
  topic: Group,
  outcome: Outcome,
  setup: SimulationSetup,
  sent: readonly Arriving[],
): readonly SimulationEvent[] {
  const { destination, traffic, off = [] } = setup
  const { own, groups } = byQueue(destination, setup.consumers)
  const queues = [...groups].map(([name, consumers]): GroupQueue => {
    const queue: Destination = { kind: 'queue', name }
    const group = groupOf(network, queue, consumers, off, 'even')
    return { queue, consumers, group, outcome: group.outcomes[0]! }
  })
  const isHeld = ({ group, outcome: { counts } }: GroupQueue, broker: number): boolean => {
    const { out, outAt } = group.passage
    return (
      group.seeds.some((seed) => seed.broker === broker) ||
      out.subarray(outAt[broker], outAt[broker + 1]).some((edge) => counts[edge]! > 0)
    )
  }
  const run = runTopic(topic, outcome, { consumers: own }, sent, (broker) =>
    queues.some((one) => isHeld(one, broker)),
  )
  const copies = copiesOf(run)
  return [
    ...run.events,
    ...queues.flatMap((one) => {
      const put = run.visits
        .filter(({ at }) => isHeld(one, at))
        .map(({ step, at, message, isTaken }): Arriving => {
          // What nobody else takes goes on as it is: it is no copy of anything.
          const isOnly = !isTaken && queues.filter((other) => isHeld(other, at)).length === 1
          const copy = isOnly ? message.copy : (copies.get(message.number) ?? 1) + 1
          copies.set(message.number, Math.max(copy, copies.get(message.number) ?? 1))
          return { step, at, message: { ...message, copy } }
        })
      return onceMore(
        runQueue(one.group, one.outcome, { consumers: one.consumers, traffic }, put, (arriving) => ({
          step: arriving.step,
          kind: 'copied',
          message: arriving.message.number,
          copy: arriving.message.copy,
          at: one.group.passage.compiled.brokers[arriving.at]!,
          hops: arriving.message.left.length,
        })),
      ).map((event) => ({ ...event, queue: one.queue }))
    }),
  ]
}

/** By message, the highest number that a copy of it has. */
function copiesOf({ visits }: TopicRun): Map<number, number> {
  const copies = new Map<number, number>()
  for (const { message } of visits) {
    copies.set(message.number, Math.max(message.copy, copies.get(message.number) ?? 1))
  }
  return copies
}

/** A group that has a message already receives it once more, on whatever broker. */
function onceMore(events: readonly SimulationEvent[]): readonly SimulationEvent[] {
  const seen = new Set<number>()
  return events.map((event) => {
    if (event.kind !== 'received') return event
    if (seen.has(event.message)) return { ...event, isDuplicate: true }
    seen.add(event.message)
    return event
  })
}
