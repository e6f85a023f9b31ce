import type { Client } from '../../design/design.ts'
import type { Check } from '../check.ts'
import { consumersOf, demandOf } from '../crossing/demand.ts'
import { groupBy } from '../shared/group.ts'
import { matches } from '../../network/wildcards.ts'
import { brokerNames, clipped, connectorNames } from '../../words.ts'
import { fact } from '../sources.ts'

/** `Consumer.<group>.VirtualTopic.<topic>`, ActiveMQ's own naming. */
const GROUP = /^Consumer\.([^.*>]+)\.(VirtualTopic\..+)$/

const check: Check = {
  id: 'virtual-topic-consumed-twice',
  severity: 'warning',
  title: 'A group of a virtual topic gets its messages on two brokers.',
  why: 'Where a topic of the name VirtualTopic.… crosses, each broker puts its own copy into the queue of each group that it knows. A group with consumers on two brokers then gets messages twice: some of them up to 5.17, all of them from 5.18 on. Exclude topic VirtualTopic.> from the connectors: the queues of the groups carry the messages across.',
  covers: ['virtual-topic-double'],
  sources: [
    fact(
      'virtual-topic-with-topic-demand-doubles',
      'one group on both ends and topic demand across, 10 sent: 15 consumed on 5.17.7, 20 from 5.18 on',
    ),
  ],
  examples: {
    bad: 'a = b; consumer on a of queue://Consumer.g.VirtualTopic.news; consumer on b of queue://Consumer.g.VirtualTopic.news; consumer on b of topic://VirtualTopic.news; policy on a for queue://> { replayWhenNoConsumers=true }; policy on b for queue://> { replayWhenNoConsumers=true }',
    good: 'a = b { excluded=topic://VirtualTopic.> }; consumer on a of queue://Consumer.g.VirtualTopic.news; consumer on b of queue://Consumer.g.VirtualTopic.news; consumer on b of topic://VirtualTopic.news',
  },
  *find(network) {
    const groups = groupBy(
      consumersOf(network, 'queue').filter(({ destination }) => GROUP.test(destination.name)),
      ({ destination }) => destination.name,
    )
    const subscribers = consumersOf(network, 'topic')
    for (const [name, members] of groups) {
      const [, group = '', topic = ''] = GROUP.exec(name) ?? []
      const brokers = [...new Set(members.map(({ broker }) => broker))]
      if (brokers.length < 2) continue
      const crossing = subscribers
        .filter(({ destination }) => matches(destination, { kind: 'topic', name: topic }))
        .flatMap((subscriber: Client) => demandOf(network, subscriber))
        .filter(({ bridge }) => brokers.includes(bridge.from))
      const [first] = crossing
      if (!first) continue
      const connectors = [...new Set(crossing.map(({ bridge }) => bridge.connector))]
      yield {
        at: [
          { client: members[0].id },
          ...members.slice(1).map(({ id }) => ({ client: id })),
          ...connectors.map(({ id }) => ({ connector: id })),
        ],
        message: `The group ${clipped(group)} of ${clipped(topic)} has consumers on ${brokerNames(network, brokers)}, and the topic crosses ${connectorNames(network, connectors)}: it gets messages twice.`,
      }
    }
  },
}
export default check
