import type { Network } from '../network/network.ts'
import type { Check, Hit, Place } from './check.ts'

/**
 * Tells whether a hit counts where its check says anything at all: the target of the first place decides. A region runs
 * nowhere itself, so a check that reports one looks at its brokers.
 */
export function applies({ targets }: Check, network: Network, { at: [place] }: Hit): boolean {
  if (!targets) return true
  const broker = brokerOf(network, place)
  return broker === undefined || targets.includes(network.targetOf(broker))
}

function brokerOf(network: Network, place: Place) {
  if ('broker' in place) return place.broker
  if ('connector' in place) return network.connector(place.connector)?.from
  if ('client' in place) return network.design.clients.find(({ id }) => id === place.client)?.broker
  return undefined
}
