import type { Check } from '../check.ts'
import { unset } from '../fixes/fixes.ts'
import { some } from '../shared/group.ts'
import { connectorNames } from '../../words.ts'
import { code, measured } from '../sources.ts'

const check: Check = {
  id: 'dynamic-only-is-not-on-demand',
  severity: 'note',
  title: 'Dynamic only does not mean forwarding on demand.',
  why: 'Forwarding is always on demand. dynamicOnly only says when durable subscriptions of the network come back after a restart: not at once, but when their subscriber returns. A well-known guide describes it wrongly. Without durable subscribers it has no effect: leave it out.',
  covers: ['dynamiconly-meaning'],
  sources: [
    code('DurableConduitBridge', 65),
    measured('with and without dynamicOnly nothing moves without a consumer'),
  ],
  examples: {
    bad: 'a -> b { dynamicOnly=true }',
    good: 'a -> b { dynamicOnly=true }; consumer on b of topic://news { durable }',
  },
  *find(network) {
    const connectors = some(network.design.connectors.filter(({ settings }) => settings.dynamicOnly))
    if (!connectors || network.design.clients.some(({ durable }) => durable)) return
    const [first, ...others] = connectors
    yield {
      at: [
        { connector: first.id, setting: 'dynamicOnly' },
        ...others.map(({ id }) => ({ connector: id, setting: 'dynamicOnly' })),
      ],
      message: `dynamicOnly has no effect on ${connectorNames(network, connectors)}: it concerns durable subscribers, and forwarding is on demand without it.`,
      fix: { label: 'Leave it out', edits: connectors.map(({ id }) => unset(id, 'dynamicOnly')) },
    }
  },
}
export default check
