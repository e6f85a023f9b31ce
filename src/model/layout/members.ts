import type { Broker, Design } from '../design/design.ts'
import type { Edit } from '../design/edits/edit.ts'
import type { RegionId } from '../design/ids.ts'
import { sizeOfBroker, type Size } from './geometry.ts'
import type { SizeOf } from './rows.ts'

/** The edit that all of this makes. */
export type Place = Extract<Edit, { readonly type: 'place' }>

export function byRegion(brokers: readonly Broker[]): ReadonlyMap<RegionId | undefined, readonly Broker[]> {
  const groups = new Map<RegionId | undefined, Broker[]>()
  for (const broker of brokers) {
    const group = groups.get(broker.region)
    if (group) group.push(broker)
    else groups.set(broker.region, [broker])
  }
  return groups
}

export function sizes(design: Design): SizeOf {
  const all = new Map<string, Size>(design.brokers.map((broker) => [broker.id, sizeOfBroker(broker)]))
  return (node) => all.get(node) ?? sizeOfBroker({ instances: [{}] })
}
