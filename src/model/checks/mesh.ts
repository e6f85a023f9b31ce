import type { Connector } from '../design/design.ts'
import type { Edit } from '../design/edits.ts'
import type { Network } from '../network/network.ts'
import type { QuickFix } from './check.ts'
import { carries } from './filters.ts'
import { setTtl, splitByKind } from './fixes.ts'

/** Both TTLs at their default, 1. */
const ONE = { networkTtl: null, messageTtl: null, consumerTtl: null } as const
/** Demand stays with neighbours, and messages still follow a consumer that moves. */
const FOLLOW = { networkTtl: null, messageTtl: -1, consumerTtl: 1 } as const

/**
 * The fix for a circle in which all brokers are neighbours: one hop is enough. Where consumers move, or messages are
 * meant to follow them (messageTTL above consumerTTL), queues keep crossing on and topics, which would arrive twice,
 * get a connector of their own.
 */
export function meshFix(network: Network, connectors: readonly Connector[]): QuickFix {
  const moving = network.design.clients.some(({ moves }) => moves)
  const both: Connector[] = []
  const edits: Edit[] = []
  for (const connector of connectors) {
    const { messageTtl = 1, consumerTtl = 1, networkTtl } = connector.settings
    const follows = moving || (networkTtl === undefined && consumerTtl === 1 && messageTtl !== 1)
    if (!follows || !carries(connector, 'queue')) edits.push(setTtl(connector, 1))
    else if (carries(connector, 'topic')) both.push(connector)
    else edits.push({ type: 'set-settings', id: connector.id, settings: FOLLOW })
  }
  edits.push(...splitByKind(network, both, { queue: FOLLOW, topic: ONE }))
  return {
    label:
      both.length > 0 ? 'Let topics make one hop, on a connector of their own' : 'Let messages make one hop',
    edits,
  }
}
