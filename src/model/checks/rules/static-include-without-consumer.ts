import { overlaps } from '../../network/wildcards.ts'
import type { Check } from '../check.ts'
import { brokerName, subject, toldAll } from '../../words.ts'
import { measured } from '../sources.ts'

const check: Check = {
  id: 'static-include-without-consumer',
  severity: 'note',
  title: 'Messages are forwarded statically to a broker where nobody consumes them.',
  why: 'A static include forwards with no consumer anywhere. On a broker without a consumer, and without a way on, the messages stay. Put the consumer there, or forward on demand.',
  covers: ['static-no-consumer'],
  sources: [measured('static include: 10 of 10 messages moved with no consumer anywhere')],
  examples: {
    bad: 'a -> b { static=queue://orders staticBridge=true }; consumer on a of queue://bills',
    good: 'a -> b { static=queue://orders staticBridge=true }; consumer on b of queue://orders',
  },
  *find(network) {
    const { clients } = network.design
    // A design without clients says nothing of who consumes where.
    if (clients.length === 0) return
    const consumers = clients.filter(({ role }) => role === 'consumer')
    for (const connector of network.design.connectors) {
      const fixed = connector.filters.static ?? []
      if (fixed.length === 0) continue
      for (const { to } of network.bridgesOf(connector.id)) {
        const here = consumers.filter(({ broker }) => broker === to)
        const lost = fixed.filter(
          (entry) =>
            !here.some(({ destination }) => overlaps(entry, destination)) &&
            network.bridgesFrom(to).every((bridge) => bridge.to === connector.from),
        )
        if (lost.length === 0) continue
        yield {
          at: [{ connector: connector.id, setting: 'static' }, { broker: to }],
          message: `${subject(network, connector)} always forwards ${toldAll(lost)} to ${brokerName(network, to)}, where nobody consumes.`,
        }
      }
    }
  },
}
export default check
