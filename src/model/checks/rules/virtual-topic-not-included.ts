import type { Check } from '../check.ts'
import { consumersOf, demandOf } from '../crossing/demand.ts'
import { matches } from '../../network/wildcards.ts'
import { brokerName, clipped } from '../../words.ts'
import { fact } from '../sources.ts'

/** `Consumer.<group>.VirtualTopic.<topic>`, ActiveMQ's own naming. */
const GROUP = /^Consumer\.([^.*>]+)\.(VirtualTopic\.[^*>]+)$/

const check: Check = {
  id: 'virtual-topic-not-included',
  severity: 'warning',
  title: 'Lists let a virtual topic cross, and not the queues of its groups.',
  why: 'A group of a virtual topic consumes a queue, and nobody on its broker subscribes to the topic: a connector that includes topic VirtualTopic.> alone hears of no demand, and the group gets nothing. Include queue Consumer.*.VirtualTopic.> as well, or turn on useVirtualDestSubs on the connector and on both brokers.',
  covers: [],
  sources: [
    fact('virtual-topic-behind-include-of-topics', 'the topic is included alone: 0 of 5 arrive'),
    fact(
      'virtual-topic-with-use-virtual-dest-subs',
      'with useVirtualDestSubs on connector and brokers all 5',
    ),
  ],
  examples: {
    bad: 'a -> b { dynamic=topic://VirtualTopic.> }; producer on a of topic://VirtualTopic.t; consumer on b of queue://Consumer.g.VirtualTopic.t',
    also: ['flow-never-arrives'],
    good: 'a -> b { dynamic=topic://VirtualTopic.> dynamic=queue://Consumer.*.VirtualTopic.> }; producer on a of topic://VirtualTopic.t; consumer on b of queue://Consumer.g.VirtualTopic.t',
  },
  *find(network) {
    const subscribers = consumersOf(network, 'topic')
    for (const consumer of consumersOf(network, 'queue')) {
      const [, group, topic] = GROUP.exec(consumer.destination.name) ?? []
      if (group === undefined || topic === undefined) continue
      const topicItself = { kind: 'topic', name: topic } as const
      const heard = new Set(demandOf(network, consumer).map(({ bridge }) => bridge.from))
      // Whoever else brings the topic to the group's broker brings its messages too.
      const isBrought = subscribers.some(({ destination }) => matches(destination, topicItself))
      if (isBrought) continue
      for (const producer of network.design.clients) {
        const { role, broker, destination } = producer
        if (role !== 'producer' || broker === consumer.broker || heard.has(broker)) continue
        if (destination.kind !== 'topic' || destination.name !== topic) continue
        // As if somebody on the group's broker subscribed to the topic: the bridges that would bring it.
        const ways = demandOf(network, { ...consumer, destination: topicItself })
        const [last] = ways.filter(({ bridge }) => bridge.to === consumer.broker)
        if (!last || !ways.some(({ bridge }) => bridge.from === broker)) continue
        if (ways.some(({ bridge }) => bridge.connector.settings.useVirtualDestSubs)) continue
        yield {
          at: [{ client: producer.id }, { client: consumer.id }, { connector: last.bridge.connector.id }],
          message: `What ${brokerName(network, broker)} sends to ${clipped(topic)} does not reach the group ${clipped(group)} on ${brokerName(network, consumer.broker)}: lists let the topic cross, and not queue ${clipped(consumer.destination.name)}.`,
        }
      }
    }
  },
}
export default check
