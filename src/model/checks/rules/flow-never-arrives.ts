import { carriedAlong, drawnFlows, type DrawnFlow } from '../flows/drawnFlows.ts'
import type { Network } from '../../network/network.ts'
import type { Check } from '../check.ts'
import type { StuckReason } from '../../forecast/flow.ts'
import { brokerName, brokerNames, connectorName, told } from '../../words.ts'
import { code } from '../sources.ts'

const check: Check = {
  id: 'flow-never-arrives',
  severity: 'error',
  title: 'What a producer sends never reaches the consumers that are drawn for it.',
  why: 'The network has no way for these messages: lists of a connector refuse them, TTLs end before the consumer, a connector points the other way, or nobody announces the consumer. They stay where they were sent, or on the way. The message names the first place where they stop: change what stops them there.',
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
    for (const { producer, consumer, flow } of flows) {
      if (flow.verdict !== 'never' || carriedAlong(network, producer, consumer.broker)) continue
      if (producer.destination.kind === 'queue' && othersServe(network, flows, producer)) continue
      if (seen.has(`${producer.id} ${consumer.broker}`)) continue
      seen.add(`${producer.id} ${consumer.broker}`)
      yield {
        at: [{ client: producer.id }, { client: consumer.id }, ...connectorsOf(flow)],
        message: `Messages of ${told(producer.destination)} from ${brokerName(network, producer.broker)} never reach the consumer on ${brokerName(network, consumer.broker)}${because(network, flow)}.`,
        route: { from: producer.broker, to: consumer.broker, destination: producer.destination },
      }
    }
  },
}
export default check

/** A queue is served when any consumer gets its messages. */
function othersServe(
  network: Network,
  flows: readonly DrawnFlow[],
  producer: DrawnFlow['producer'],
): boolean {
  const local = network
    .clientsOn(producer.broker)
    .some(
      ({ role, destination }) =>
        role === 'consumer' && destination.kind === 'queue' && destination.name === producer.destination.name,
    )
  return local || flows.some((other) => other.producer === producer && other.flow.verdict !== 'never')
}

function connectorsOf(flow: DrawnFlow['flow']) {
  return [...new Set(flow.stuck.flatMap(({ connector }) => connector ?? []))].map((connector) => ({
    connector,
  }))
}

const REASONS: Readonly<Record<StuckReason, string>> = {
  'message-ttl-spent': 'they have made as many hops as they may',
  'consumer-ttl-spent': 'the consumer is further away than connectors listen',
  'already-visited': 'the only way on leads back',
  'no-demand': 'no bridge there hears of the consumer',
  excluded: 'they are excluded',
  'not-included': 'they are not included',
  'static-only': 'only what is listed statically is forwarded',
  'no-advisories': 'the broker of the consumer does not announce it',
  'lost-race': 'another route was kept',
  selector: 'selectors of consumers leave them',
}

function because(network: Network, { stuck }: DrawnFlow['flow']): string {
  const [first] = stuck
  if (!first) return ''
  const connector = first.connector && network.connector(first.connector)
  const by = connector ? ` by ${connectorName(network, connector)}` : ''
  return `: on ${brokerNames(network, [first.at])} ${REASONS[first.reason]}${by}`
}
