import type { Flow } from '../../forecast/flow.ts'
import type { Network } from '../../network/network.ts'
import type { Check, QuickFix } from '../check.ts'
import { triedFlows } from '../flows/flows.ts'
import { rank, ranksIn } from '../flows/ranks.ts'
import { replaysAtOnce, waitFirst } from '../fixes/replay.ts'
import { brokerName, brokerNames } from '../../words.ts'
import { code, measured } from '../sources.ts'
import { topologyOf, type Component } from '../shape/topology.ts'
import { after } from '../fixes/tried.ts'

const check: Check = {
  id: 'replay-without-delay',
  severity: 'error',
  title: 'On a circle of bridges, messages that are sent back at once can end in the dead letter queue.',
  why: 'With replayWhenNoConsumers a broker without a consumer offers its messages to brokers that they have left as well, as soon as they arrive. On a circle such a message can come back to a broker that has hardly let go of it, which takes it for a duplicate and moves it to its dead letter queue. Set a replayDelay: the others on the circle then take their messages first, and only what is left over is sent back.',
  covers: [],
  needsForecast: true,
  sources: [
    code('ConditionalNetworkBridgeFilterFactory'),
    measured(
      'three brokers in a circle, TTL 2, equal priorities: of 30 messages 7 or 8 in the dead letter queue, with replayDelay 1000 none',
    ),
  ],
  examples: {
    bad: 'engine 5.17; a = b { networkTTL=2 excluded=topic://> }; b = c { networkTTL=2 excluded=topic://> }; c = a { networkTTL=2 excluded=topic://> }; policy on b for queue://> { replayWhenNoConsumers=true }',
    good: 'engine 5.17; a = b { networkTTL=2 excluded=topic://> }; b = c { networkTTL=2 excluded=topic://> }; c = a { networkTTL=2 excluded=topic://> }; policy on b for queue://> { replayWhenNoConsumers=true replayDelay=1000 }',
  },
  *find(network) {
    for (const component of topologyOf(network).components) {
      if (!component.hasCycle) continue
      const edits = waitFirst(network, component.brokers)
      const atOnce = component.brokers.filter((id) => network.broker(id)?.policies?.some(replaysAtOnce))
      const [first, ...others] = atOnce
      if (!first || edits.length === 0) continue
      const fix: QuickFix = { label: 'Wait a second before messages are sent back', edits }
      const flow = savedBy(network, after(network, fix), component)
      if (!flow) continue
      yield {
        at: [
          { broker: first, setting: 'policies' },
          ...others.map((broker) => ({ broker, setting: 'policies' })),
        ],
        message: `${brokerNames(network, atOnce)} ${others.length > 0 ? 'send' : 'sends'} messages back at once: some from ${brokerName(network, flow.from)} to ${brokerName(network, flow.to)} can end in a dead letter queue as duplicates.`,
        fix,
      }
    }
  },
}
export default check

/** The first flow that fares better once brokers wait before they send messages back. */
function savedBy(network: Network, waiting: Network, component: Component): Flow | undefined {
  const now = topologyOf(waiting).componentOf(component.brokers[0]!)
  const better = now && ranksIn(waiting, now)
  for (const tried of triedFlows(network)) {
    if (tried.component !== component || tried.destination.kind !== 'queue') continue
    const cell = tried.cells.find((one) => rank(tried, one) > (better?.(tried, one) ?? rank(tried, one)))
    if (cell !== undefined) return tried.pairs.flow(cell)
  }
  return undefined
}
