import type { Check } from '../check.ts'
import { brokerName, told } from '../../words.ts'

const check: Check = {
  id: 'durable-subscriber-moves',
  severity: 'warning',
  title: 'A durable subscriber that moves leaves its backlog behind.',
  why: 'What a durable subscriber has missed is stored on the broker where it subscribed. On another broker it makes a new subscription, and the old one goes on storing messages that nobody fetches. Use a virtual topic: each subscription is a queue then, and queues can follow with replay.',
  covers: [],
  sources: [
    {
      title: 'meshIQ, ActiveMQ Network of Brokers: The Complete Configuration Guide',
      where: 'meshIQ guide, "Durable Subscribers and Stuck Messages"',
      seen: '2026-04-29',
    },
  ],
  examples: {
    bad: 'a = b; consumer on a of topic://news { durable moves }',
    good: 'a = b; consumer on a of queue://Consumer.g.VirtualTopic.news',
  },
  *find(network) {
    for (const { id, broker, durable, moves, destination, role } of network.design.clients) {
      if (role !== 'consumer' || !durable || !moves || destination.kind !== 'topic') continue
      if (network.bridgesTo(broker).length === 0 && network.bridgesFrom(broker).length === 0) continue
      yield {
        at: [{ client: id }],
        message: `When the durable subscriber of ${told(destination)} leaves ${brokerName(network, broker)}, what is stored for it stays there.`,
      }
    }
  },
}
export default check
