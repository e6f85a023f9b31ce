import type { Destination } from '../../design/destination.ts'
import { drawnFlows, needsOthers, type DrawnFlow } from '../flows/drawnFlows.ts'
import type { Network } from '../../network/network.ts'
import type { Check } from '../check.ts'
import type { StuckReason } from '../../forecast/flow.ts'
import { brokerName, connectorName, told } from '../../words.ts'
import { code } from '../sources.ts'

const check: Check = {
  id: 'flow-never-arrives',
  severity: 'error',
  title: 'What a producer sends never reaches the consumers that are drawn for it.',
  why: 'The network has no way for these messages: lists of a connector refuse them, TTLs end before the consumer, a connector points the other way, or nobody announces the consumer. A queue keeps them where they were sent, or on the way; of a topic nothing is kept. The finding names the first place where they stop: change what stops them there.',
  covers: ['ttl-flow-unreachable'],
  needsForecast: true,
  sources: [code('DemandForwardingBridgeSupport', 1401), code('NetworkBridgeFilter', 94)],
  examples: {
    bad: 'a -> b { excluded=queue://orders }; producer on a of queue://orders; consumer on b of queue://orders',
    good: 'a -> b { excluded=queue://bills }; producer on a of queue://orders; consumer on b of queue://orders',
  },
  *find(network) {
    const flows = drawnFlows(network)
    const seen = new Set<string>()
    for (const drawn of flows) {
      const { producer, consumer, flow } = drawn
      const { queue } = flow
      if (flow.verdict !== 'never' || needsOthers(network, drawn)) continue
      const shared = queue ?? producer.destination
      if (shared.kind === 'queue' && othersServe(network, flows, producer, queue)) continue
      const key = `${producer.id} ${consumer.broker} ${queue?.name ?? ''}`
      if (seen.has(key)) continue
      seen.add(key)
      yield {
        at: [{ client: producer.id }, { client: consumer.id }, ...connectorsOf(flow)],
        message: `Messages of ${told(producer.destination)} from ${brokerName(network, producer.broker)} never reach the consumer ${queue ? `of ${told(queue)} ` : ''}on ${brokerName(network, consumer.broker)}${because(network, flow)}.`,
        route: { from: producer.broker, to: consumer.broker, destination: shared },
      }
    }
  },
}
export default check

/** A queue is served when any consumer gets its messages, and so is the group of a virtual topic. */
function othersServe(
  network: Network,
  flows: readonly DrawnFlow[],
  producer: DrawnFlow['producer'],
  queue: Destination | undefined,
): boolean {
  const { name } = queue ?? producer.destination
  const local = network
    .clientsOn(producer.broker)
    .some(
      ({ role, destination }) =>
        role === 'consumer' && destination.kind === 'queue' && destination.name === name,
    )
  return (
    local ||
    flows.some(
      (other) =>
        other.producer === producer &&
        other.flow.queue?.name === queue?.name &&
        other.flow.verdict !== 'never',
    )
  )
}

function connectorsOf(flow: DrawnFlow['flow']) {
  return [...new Set(flow.stuck.flatMap(({ connector }) => connector ?? []))].map((connector) => ({
    connector,
  }))
}

/** What stops messages on a broker; `by` is the connector that does, where one does. */
function reasonOf(reason: StuckReason, by: string | undefined): string {
  switch (reason) {
    case 'message-ttl-spent':
      return by ? `${by} takes none that has come so far` : 'they have made as many hops as they may'
    case 'consumer-ttl-spent':
      return by
        ? `${by} hears of no consumer so far away`
        : 'the consumer is further away than connectors listen'
    case 'excluded':
      return by ? `${by} excludes them` : 'they are excluded'
    case 'not-included':
      return by ? `${by} includes others only` : 'they are not included'
    case 'static-only':
      return by
        ? `${by} is static and forwards only what it lists`
        : 'only what is listed statically is forwarded'
    case 'no-advisories':
      return 'the broker of the consumer does not announce it'
    case 'already-visited':
      return 'the only way on leads back'
    case 'no-demand':
      return 'no bridge hears of the consumer'
    case 'lost-race':
      return 'another route was kept'
    case 'selector':
      return 'selectors of consumers leave them'
  }
}

function because(network: Network, { stuck }: DrawnFlow['flow']): string {
  const [first] = stuck
  if (!first) return ''
  const connector = first.connector && network.connector(first.connector)
  const by = connector ? connectorName(network, connector) : undefined
  return `: on ${brokerName(network, first.at)}, ${reasonOf(first.reason, by)}`
}
