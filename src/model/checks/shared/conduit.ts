import type { Client, Connector } from '../../design/design.ts'
import type { Network } from '../../network/network.ts'
import type { QuickFix } from '../check.ts'
import { consumersOf, demandOf } from '../crossing/demand.ts'
import { carries } from '../crossing/filters.ts'
import { splitByKind } from '../fixes/fixes.ts'

/** Connectors with conduit subscriptions off that topic consumers' demand crosses; durable ones, or the others. */
export function conduitOff(
  network: Network,
  durable: boolean,
): readonly { readonly connector: Connector; readonly consumer: Client }[] {
  const found = new Map<Connector, Client>()
  for (const consumer of consumersOf(network, 'topic')) {
    if ((consumer.durable === true) !== durable) continue
    for (const { bridge } of demandOf(network, consumer)) {
      if (!bridge.settings.conduitSubscriptions && !found.has(bridge.connector))
        found.set(bridge.connector, consumer)
    }
  }
  return [...found].map(([connector, consumer]) => ({ connector, consumer }))
}

/** Topics cross with conduit on; queues, where they cross as well, keep it off on a connector of their own. */
export function conduitOffFix(network: Network, connector: Connector): QuickFix {
  const on = { conduitSubscriptions: null } as const
  return carries(connector, 'queue')
    ? {
        label: 'Let topics cross on a connector of their own',
        edits: splitByKind(network, [connector], { queue: {}, topic: on }),
      }
    : {
        label: 'Turn conduit subscriptions on',
        edits: [{ type: 'set-settings', id: connector.id, settings: on }],
      }
}
