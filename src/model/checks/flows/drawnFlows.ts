import type { Client } from '../../design/design.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { Flow } from '../../forecast/flow.ts'
import { forecastPair } from '../../forecast/forecast.ts'
import type { Network } from '../../network/network.ts'
import { refusedBy } from '../../network/permit.ts'
import { isPattern, matches } from '../../network/wildcards.ts'
import { oncePer } from '../../oncePer.ts'
import { demandOf } from '../crossing/demand.ts'

/** A producer and a consumer of the design that belong together, on different brokers, and what the forecast says of them alone. */
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
      if (consumer.broker === producer.broker || !matches(consumer.destination, producer.destination))
        continue
      const { kind, name } = producer.destination
      const key = `${producer.broker} ${consumer.broker} ${kind} ${name}`
      const flow =
        answers.get(key) ??
        forecastPair(network, {
          from: producer.broker,
          to: consumer.broker,
          destination: producer.destination,
        })
      answers.set(key, flow)
      flows.push({ producer, consumer, flow })
    }
  }
  return flows
})

/**
 * Tells whether messages of a producer can come to a broker because somebody wants them there or further on: each hop
 * follows the demand of any consumer of the design, not of one.
 */
export function carriedAlong(network: Network, producer: Client, to: BrokerId): boolean {
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
