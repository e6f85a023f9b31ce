import type { Check } from '../check.ts'
import { covers } from '../crossing/filters.ts'
import { connectorName, toldAll } from '../../words.ts'
import { code, measured } from '../sources.ts'

const check: Check = {
  id: 'excluded-beats-static',
  severity: 'warning',
  title: 'A statically included destination is excluded as well.',
  why: 'An exclusion comes before every other list, so the destination is not forwarded. Apache’s page says the opposite. Take it out of one of the two lists.',
  covers: ['filter-exclude-kills-static'],
  sources: [
    code('DemandForwardingBridgeSupport', 1401),
    measured('excluded and static: nothing is forwarded'),
  ],
  examples: {
    bad: 'a -> b { static=queue://orders.eu dynamic=queue://orders.> excluded=queue://orders.eu }',
    good: 'a -> b { static=queue://orders.eu dynamic=queue://orders.> excluded=queue://orders.us }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const { static: fixed = [], excluded = [] } = connector.filters
      const dead = fixed.filter((entry) => excluded.some((other) => covers(other, entry)))
      if (dead.length === 0) continue
      yield {
        at: [{ connector: connector.id, setting: 'static' }],
        message: `${toldAll(dead)} never ${dead.length === 1 ? 'crosses' : 'cross'} ${connectorName(network, connector)}: excluded beats statically included.`,
      }
    }
  },
}
export default check
