import { forecastPair } from '../../forecast/forecast.ts'
import type { Check } from '../check.ts'
import { drawnFlows } from '../flows/drawnFlows.ts'
import { brokerName, told } from '../../words.ts'
import { measured } from '../sources.ts'

const check: Check = {
  id: 'topics-without-failover',
  severity: 'warning',
  title: 'A second route for topics does not stand in for the first.',
  why: 'For topics each broker keeps one route to a subscriber and throws the others away for good. When a broker on that route stops, messages do not come by the other one until the subscriber subscribes again. Either count topics as not redundant here, or keep all routes (suppressDuplicateTopicSubscriptions off on all connectors) and let a priority dispatch policy for topics on every broker drop the second copy.',
  covers: ['topic-no-failover'],
  needsForecast: true,
  sources: [
    measured(
      'diamond: the chosen middle broker stops, 0 of 5 arrive although the other way is up; with the policy, exactly once before and after',
    ),
  ],
  examples: {
    bad: 'a -> b { networkTTL=2 }; a -> c { networkTTL=2 }; b -> d { networkTTL=2 }; c -> d { networkTTL=2 }; producer on a of topic://news; consumer on d of topic://news',
    good: 'a -> b { networkTTL=2 }; b -> d { networkTTL=2 }; producer on a of topic://news; consumer on d of topic://news',
  },
  *find(network) {
    const seen = new Set<string>()
    for (const { producer, consumer, flow } of drawnFlows(network)) {
      const { destination, from, to, route = [] } = flow
      const middle = route.slice(1, -1)
      const key = `${from} ${to} ${destination.name}`
      if (
        flow.queue ||
        destination.kind !== 'topic' ||
        flow.verdict === 'never' ||
        middle.length === 0 ||
        seen.has(key)
      )
        continue
      const suppressed = network
        .bridgesFrom(from)
        .some(({ settings }) => settings.suppressDuplicateTopicSubscriptions)
      const spared =
        suppressed &&
        middle.find(
          (broker) => forecastPair(network, { from, to, destination, off: [{ broker }] }).verdict !== 'never',
        )
      if (!spared) continue
      seen.add(key)
      yield {
        at: [{ client: producer.id }, { client: consumer.id }, { broker: spared }],
        message: `If ${brokerName(network, spared)} stops, ${told(destination)} from ${brokerName(network, from)} no longer reaches ${brokerName(network, to)}, although another way is there.`,
        route: { from, to, destination },
      }
    }
  },
}
export default check
