import type { Check } from '../check.ts'
import { brokerName, spelled } from '../../words.ts'
import { code } from '../sources.ts'

const check: Check = {
  id: 'connector-name-prefix',
  severity: 'note',
  title: 'The name of one connector is the beginning of another.',
  why: 'Durable subscriptions of the network are recognised by how their client id begins: cleaning up after link may hit those of link2. Use names of which none begins another where durable subscribers are.',
  covers: ['nc-name-prefix'],
  sources: [code('NetworkBridgeUtils')],
  examples: {
    bad: 'a -> b { name=link }; a -> c { name=link2 }; consumer on b of topic://news { durable }',
    good: 'a -> b { name=link-b }; a -> c { name=link-c }; consumer on b of topic://news { durable }',
  },
  *find(network) {
    const durable = network.design.clients.some((client) => client.durable)
    for (const { id } of network.design.brokers) {
      const named = network
        .declaredOn(id)
        .filter(({ name }) => name)
        .toSorted((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1))
      if (named.length < 2 || !(durable || named.some(({ settings }) => settings.syncDurableSubs))) continue
      // In the order of names, whatever begins with a name follows it.
      for (const [i, longer] of named.entries()) {
        const shorter = named[i - 1]
        if (
          !shorter?.name ||
          !longer.name ||
          shorter.name === longer.name ||
          !longer.name.startsWith(shorter.name)
        )
          continue
        yield {
          at: [
            { connector: shorter.id, setting: 'name' },
            { connector: longer.id, setting: 'name' },
          ],
          message: `On ${brokerName(network, id)} the name ${spelled(shorter.name)} is the beginning of ${spelled(longer.name)}, and durable subscriptions are told apart by it.`,
        }
      }
    }
  },
}
export default check
