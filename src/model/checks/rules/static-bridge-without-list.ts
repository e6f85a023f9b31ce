import type { Check } from '../check.ts'
import { subject } from '../../words.ts'
import { code } from '../sources.ts'

const check: Check = {
  id: 'static-bridge-without-list',
  severity: 'error',
  title: 'A static bridge without a static list forwards nothing.',
  why: 'A static bridge does not listen for consumers: only its statically included destinations are forwarded, and there are none. List them, or turn the static bridge off.',
  covers: ['staticbridge-empty'],
  sources: [code('DemandForwardingBridgeSupport', 647)],
  examples: {
    bad: 'a -> b { staticBridge=true }',
    good: 'a -> b { staticBridge=true static=queue://orders }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const { static: fixed = [] } = connector.filters
      if (!connector.settings.staticBridge || fixed.length > 0) continue
      yield {
        at: [{ connector: connector.id, setting: 'staticBridge' }],
        message: `${subject(network, connector)} forwards nothing: it is a static bridge and lists nothing to forward.`,
      }
    }
  },
}
export default check
