import type { Client } from '../../design/design.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { Flow } from '../../forecast/flow.ts'
import { forecastClients } from '../../forecast/clients/clients.ts'
import { isQueueOf } from '../../forecast/clients/virtualTopic.ts'
import { forecastPair } from '../../forecast/forecast.ts'
import type { Network } from '../../network/network.ts'
import { refusedBy } from '../../network/permit.ts'
import { isPattern, matches } from '../../network/wildcards.ts'
import { oncePer } from '../../oncePer.ts'
import { demandOf } from '../crossing/demand.ts'

/**
 * A producer and a consumer of the design that belong together, on different brokers, and what the forecast says of them
 * alone. A consumer of a virtual topic's group belongs to the producers of the topic: `flow.queue` is the queue it takes.
 */
export interface DrawnFlow {
  readonly producer: Client
  readonly consumer: Client
  readonly flow: Flow
}

/** Every flow that the clients of a design draw. A producer of a pattern draws none. */
export const drawnFlows = oncePer((network: Network): readonly DrawnFlow[] => {
  const answers = new Map<string, Flow>()
  const flows: DrawnFlow[] = []
  const { clients } = network.design
  const consumers = clients.filter(({ role }) => role === 'consumer')
  for (const producer of clients) {
    if (producer.role !== 'producer' || isPattern(producer.destination.name)) continue
    for (const consumer of consumers) {
      if (consumer.broker === producer.broker) continue
      const isOfGroup = isQueueOf(consumer.destination, producer.destination)
      if (!isOfGroup && !matches(consumer.destination, producer.destination)) continue
      const { kind, name } = producer.destination
      const through = isOfGroup ? consumer.destination.name : ''
      const key = `${producer.broker} ${consumer.broker} ${kind} ${name} ${through}`
      const flow = answers.get(key) ?? flowAlone(network, producer, consumer, isOfGroup)
      if (!flow) continue
      answers.set(key, flow)
      flows.push({ producer, consumer, flow })
    }
  }
  return flows
})

function flowAlone(
  network: Network,
  { broker: from, destination }: Client,
  { broker: to, destination: taken }: Client,
  isOfGroup: boolean,
): Flow | undefined {
  if (!isOfGroup) return forecastPair(network, { from, to, destination })
  const consumers = [{ broker: to, destination: taken }]
  return forecastClients(network, { destination, producers: [from], consumers })[0]
}

/** What every client of the design together does for a virtual topic's groups, by topic and producer's broker. */
const groupFlowsIn = oncePer<Network, Map<string, readonly Flow[]>>(() => new Map())

/** Tells whether messages that a consumer alone would not get come to it because of others. */
export function needsOthers(network: Network, { producer, consumer, flow: { queue } }: DrawnFlow): boolean {
  if (!queue) return carriedAlong(network, producer, consumer.broker)
  const { broker, destination } = producer
  const key = `${broker} ${destination.name}`
  const known = groupFlowsIn(network)
  const flows = known.get(key) ?? forecastClients(network, { destination, producers: [broker] })
  known.set(key, flows)
  return flows.some(
    (flow) => flow.queue?.name === queue.name && flow.to === consumer.broker && flow.verdict !== 'never',
  )
}

/**
 * Tells whether messages of a producer can come to a broker because somebody wants them there or further on: each hop
 * follows the demand of any consumer of the design, not of one.
 */
function carriedAlong(network: Network, producer: Client, to: BrokerId): boolean {
  const consumers = network.design.clients.filter(
    ({ role, destination }) => role === 'consumer' && matches(destination, producer.destination),
  )
  const wanted = new Set(
    consumers.flatMap((consumer) => demandOf(network, consumer).map(({ bridge }) => bridge)),
  )
  let edge: ReadonlySet<BrokerId> = new Set([producer.broker])
  const seen = new Set(edge)
  for (let hops = 0; edge.size > 0; hops++) {
    const next = new Set<BrokerId>()
    for (const at of edge) {
      for (const bridge of network.bridgesFrom(at)) {
        const { messageTtl } = bridge.settings
        const crosses = wanted.has(bridge) && (messageTtl < 0 || hops < messageTtl)
        if (crosses && !seen.has(bridge.to) && !refusedBy(bridge, producer.destination)) next.add(bridge.to)
      }
    }
    for (const id of next) seen.add(id)
    if (seen.has(to)) return true
    edge = next
  }
  return false
}
