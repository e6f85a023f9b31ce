import { isPattern } from '../../network/wildcards.ts'
import type { Check } from '../check.ts'
import { subject, toldAll } from '../../words.ts'
import { APACHE_GUIDE, measured } from '../sources.ts'

const check: Check = {
  id: 'wildcard-in-static-list',
  severity: 'warning',
  title: 'A static list holds a wildcard, which the documents rule out.',
  why: 'Brokers take it: everything the pattern stands for is forwarded, wanted or not. Apache and others write that wildcards do not work here, so a reader may count on the opposite. Name the destinations.',
  covers: ['MQ013'],
  sources: [measured('static include of w.>: the broker took it and forwarded'), APACHE_GUIDE],
  examples: {
    bad: 'a -> b { static=queue://orders.> staticBridge=true }',
    good: 'a -> b { static=queue://orders.eu staticBridge=true }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const patterns = (connector.filters.static ?? []).filter(({ name }) => isPattern(name))
      if (patterns.length === 0) continue
      yield {
        at: [{ connector: connector.id, setting: 'static' }],
        message: `${subject(network, connector)} always forwards ${toldAll(patterns)}: brokers take the wildcard, the documents say they do not.`,
      }
    }
  },
}
export default check
