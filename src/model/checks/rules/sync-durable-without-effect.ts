import type { Check } from '../check.ts'
import { unset } from '../fixes/fixes.ts'
import { connectorName } from '../../words.ts'
import { code } from '../sources.ts'

const check: Check = {
  id: 'sync-durable-without-effect',
  severity: 'warning',
  title: 'Synchronising durable subscriptions has no effect here.',
  why: 'The attribute syncDurableSubs works only with conduit subscriptions on, dynamicOnly off, and for destinations that are included dynamically: an empty list matches none. Meet all three, or leave it out.',
  covers: ['sync-durable-noop'],
  sources: [code('NetworkBridgeUtils'), code('DemandForwardingBridgeSupport', 775)],
  examples: {
    bad: 'a -> b { syncDurableSubs=true }',
    good: 'a -> b { syncDurableSubs=true dynamic=topic://> dynamic=queue://> }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      if (!connector.settings.syncDurableSubs) continue
      const [bridge] = network.bridgesOf(connector.id)
      if (!bridge) continue
      const because = !bridge.settings.conduitSubscriptions
        ? 'conduit subscriptions are off'
        : bridge.settings.dynamicOnly
          ? 'dynamicOnly is on'
          : !connector.filters.dynamic?.some(({ kind }) => kind === 'topic')
            ? 'no topic is included dynamically'
            : undefined
      if (!because) continue
      yield {
        at: [{ connector: connector.id, setting: 'syncDurableSubs' }],
        message: `syncDurableSubs does nothing on ${connectorName(network, connector)}: ${because}.`,
        fix: { label: 'Leave it out', edits: [unset(connector.id, 'syncDurableSubs')] },
      }
    }
  },
}
export default check
