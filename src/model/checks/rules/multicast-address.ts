import { addressOf } from '../settings/addresses.ts'
import type { Check } from '../check.ts'
import { subject } from '../say.ts'
import { code } from '../sources.ts'

const check: Check = {
  id: 'multicast-address',
  severity: 'note',
  title: 'A connector finds its brokers by itself.',
  why: 'With multicast or zeroconf a connector links to every broker that announces itself in the group, so the file does not say which brokers those are. The drawing and the forecast show only what was drawn. Use static:(…) to have exactly these links.',
  targets: ['self-managed'],
  covers: ['multicast-opaque'],
  sources: [code('DiscoveryNetworkConnector')],
  examples: { bad: 'a = b { uri=multicast://default }', good: 'a = b { uri=static:(tcp://b1:61616) }' },
  *find(network) {
    for (const connector of network.design.connectors) {
      const scheme = addressOf(connector)?.scheme
      if (scheme !== 'multicast' && scheme !== 'zeroconf') continue
      yield {
        at: [{ connector: connector.id, setting: 'uri' }],
        message: `${subject(network, connector)} links to whatever broker answers its ${scheme} call, not only to the one it is drawn to.`,
      }
    }
  },
}
export default check
