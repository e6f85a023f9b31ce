import { drawnFlows, needsOthers } from '../flows/drawnFlows.ts'
import type { Check } from '../check.ts'
import { brokerName, told } from '../../words.ts'
import { measured } from '../sources.ts'

const check: Check = {
  id: 'flow-depends-on-others',
  severity: 'warning',
  title: 'Messages reach a consumer only because of another one.',
  why: 'The demand of this consumer does not get as far as the producer; messages come along because somebody nearer wants the same. When that one leaves, they stop. Let its own demand through: raise the consumer TTL where it ends on the way, and let lists carry what it consumes.',
  covers: ['flow-depends-on-others'],
  needsForecast: true,
  sources: [
    measured(
      'chain of 3, consumer TTL 1, message TTL 2: nothing for the consumer at the end, everything once the middle has one too',
    ),
  ],
  examples: {
    bad: 'a -> b { messageTTL=2 }; b -> c { messageTTL=2 }; producer on a of topic://news; consumer on b of topic://news; consumer on c of topic://news',
    also: ['out-of-reach'],
    good: 'a -> b { networkTTL=2 }; b -> c { networkTTL=2 }; producer on a of topic://news; consumer on b of topic://news; consumer on c of topic://news',
  },
  *find(network) {
    const seen = new Set<string>()
    for (const drawn of drawnFlows(network)) {
      const { producer, consumer, flow } = drawn
      const { queue } = flow
      const key = `${producer.broker} ${consumer.broker} ${producer.destination.name} ${queue?.name ?? ''}`
      if (flow.verdict !== 'never' || seen.has(key) || !needsOthers(network, drawn)) continue
      seen.add(key)
      yield {
        at: [{ client: consumer.id }, { client: producer.id }],
        message: `What ${brokerName(network, producer.broker)} sends to ${told(producer.destination)} reaches the consumer ${queue ? `of ${told(queue)} ` : ''}on ${brokerName(network, consumer.broker)} only while somebody nearer wants it too.`,
        route: { from: producer.broker, to: consumer.broker, destination: queue ?? producer.destination },
      }
    }
  },
}
export default check
