import type { Check } from '../check.ts'
import { subject, toldAll } from '../say.ts'
import { code, measured } from '../sources.ts'

const check: Check = {
  id: 'static-list-does-not-limit',
  severity: 'warning',
  title: 'A static list alone does not keep other destinations from crossing.',
  why: 'Statically included destinations always cross; everything else still crosses where a consumer wants it. To forward only these, make it a static bridge, or list what may cross on demand.',
  covers: ['filter-static-not-limit'],
  sources: [
    code('DemandForwardingBridgeSupport', 1401),
    measured('a static list alone: all else is forwarded on demand'),
  ],
  examples: {
    bad: 'a -> b { static=queue://orders }',
    good: 'a -> b { static=queue://orders staticBridge=true }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const { static: fixed, dynamic } = connector.filters
      if (!fixed || fixed.length === 0 || (dynamic && dynamic.length > 0) || connector.settings.staticBridge)
        continue
      yield {
        at: [{ connector: connector.id, setting: 'static' }],
        message: `${subject(network, connector)} lists ${toldAll(fixed)} to be forwarded always, and everything else still crosses on demand.`,
      }
    }
  },
}
export default check
