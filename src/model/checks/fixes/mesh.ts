import type { Connector } from '../../design/design.ts'
import type { Edit } from '../../design/edits/edit.ts'
import type { Network } from '../../network/network.ts'
import { oncePer } from '../../oncePer.ts'
import type { QuickFix } from '../check.ts'
import { carries } from '../crossing/filters.ts'
import { setTtl, splitByKind } from './fixes.ts'
import { probesOf } from '../crossing/probes.ts'
import type { Component } from '../shape/topology.ts'

/** Both TTLs at their default, 1. */
const ONE = { networkTtl: null, messageTtl: null, consumerTtl: null } as const
/** Demand stays with neighbours, and messages still follow a consumer that moves. */
const FOLLOW = { networkTtl: null, messageTtl: -1, consumerTtl: 1 } as const

/**
 * Tells whether one hop is enough in a component: whether whatever crosses it at all crosses directly from each broker
 * to each other one.
 */
export function isMesh(network: Network, component: Component): boolean {
  return everyPairLinked(component, network)
}

const everyPairLinked = oncePer(({ brokers, connectors }: Component, network: Network): boolean => {
  const size = brokers.length
  if (connectors.length * 2 < size * (size - 1)) return false
  const inside = new Set(brokers)
  return probesOf(network).every(({ bridges }) => {
    const pairs = new Set<string>()
    for (const { from, to, settings } of bridges) {
      if (inside.has(from) && settings.messageTtl !== 0) pairs.add(`${from} ${to}`)
    }
    return pairs.size === 0 || pairs.size === size * (size - 1)
  })
})

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
