import { build, numbered, oneRegion } from '../build.ts'
import { howMany, TARGET, type Topology } from '../topology.ts'

/**
 * The mesh of the Amazon MQ workshop, with the topic connectors' messageTTL at 1: as published, at -1, topics arrive more
 * than once (measured on 5.17.2).
 * @source aws-samples/amazon-mq-workshop 122e66f, labs/lab-9
 */
export const queuesAndTopics: Topology = {
  id: 'queues-and-topics',
  title: 'Mesh with queues and topics apart',
  shape: 'mesh',
  description:
    'Pairs in a mesh, with two one-way connectors for each direction: one for queues, one for topics. Consumers may move from broker to broker, and their messages follow.',
  lookAt:
    'Queues may go on for any number of hops (messageTTL -1) while demand stays at one; topics make one hop, or they would cross twice. Conduit is off for queues only.',
  parameters: [howMany('brokers', 'Pairs', 3, 6, 3), TARGET],
  make(ask) {
    const count = ask.number('brokers')
    const builder = build(`Mesh of ${count} pairs, queues and topics apart`, ask.target)
    const region = oneRegion(builder, ask.target)
    const names = numbered('pair', count)
    const brokers = names.map((name) => builder.broker(name, { region, pair: true }))
    for (const [a, from] of brokers.entries()) {
      for (const [b, to] of brokers.entries()) {
        if (a === b) continue
        const stem = `${names[a]}-to-${names[b]}`
        builder.connect(from, to, {
          name: `${stem}-queues`,
          settings: { conduitSubscriptions: false, consumerTtl: 1, messageTtl: -1 },
          filters: { excluded: [{ kind: 'topic', name: '>' }] },
        })
        builder.connect(from, to, {
          name: `${stem}-topics`,
          settings: { conduitSubscriptions: true, consumerTtl: 1, messageTtl: 1 },
          filters: { excluded: [{ kind: 'queue', name: '>' }] },
        })
      }
    }
    return builder.document()
  },
}
