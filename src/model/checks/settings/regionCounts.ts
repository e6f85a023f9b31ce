import type { Region } from '../../design/design.ts'
import type { Network } from '../../network/network.ts'

/** How many brokers of ours run on Amazon MQ in each region of a design. */
export function amazonBrokersByRegion(
  network: Network,
): readonly { readonly region: Region; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const { id, region, external } of network.design.brokers) {
    if (region && !external && network.targetOf(id) === 'amazon-mq')
      counts.set(region, (counts.get(region) ?? 0) + 1)
  }
  return network.design.regions.map((region) => ({ region, count: counts.get(region.id) ?? 0 }))
}
