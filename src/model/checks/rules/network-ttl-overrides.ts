import type { Check } from '../check.ts'
import { hops, listed, subject } from '../../words.ts'
import { code, measured } from '../sources.ts'

const check: Check = {
  id: 'network-ttl-overrides',
  severity: 'error',
  title: 'A networkTTL overrides another TTL beside it.',
  why: 'Attributes are applied in alphabetical order, so networkTTL comes last and silently replaces messageTTL and consumerTTL. To give the two different values, leave networkTTL out.',
  covers: ['ttl-network-overrides'],
  sources: [
    code('NetworkBridgeConfiguration', 224),
    measured('networkTTL beside messageTTL: networkTTL wins, in either order'),
  ],
  examples: {
    bad: 'a = b { networkTTL=1 messageTTL=2 }',
    good: 'a = b { networkTTL=2 messageTTL=2 consumerTTL=2 }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const { networkTtl, messageTtl, consumerTtl } = connector.settings
      if (networkTtl === undefined) continue
      const ignored = [
        ...(messageTtl !== undefined && messageTtl !== networkTtl ? ['messageTTL'] : []),
        ...(consumerTtl !== undefined && consumerTtl !== networkTtl ? ['consumerTTL'] : []),
      ]
      if (ignored.length === 0) continue
      yield {
        at: [{ connector: connector.id, setting: 'networkTtl' }],
        message: `${subject(network, connector)}: ${listed(ignored)} ${ignored.length === 1 ? 'is' : 'are'} ignored, because networkTTL sets both TTLs to ${hops(networkTtl)}.`,
        fix: {
          label: `Write both TTLs as ${networkTtl}, which is what counts now`,
          edits: [
            {
              type: 'set-settings',
              id: connector.id,
              settings: { networkTtl: null, messageTtl: networkTtl, consumerTtl: networkTtl },
            },
          ],
        },
      }
    }
  },
}
export default check
