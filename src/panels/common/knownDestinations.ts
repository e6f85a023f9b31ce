import { formatDestination, type Design, type Destination } from '@meshwright/model'

/** Destinations that the design speaks of already (clients, filters, policies), as people write them; each once, sorted. */
export function knownDestinations(design: Design): readonly string[] {
  const found: Destination[] = [
    ...design.clients.map((client) => client.destination),
    ...design.connectors.flatMap(({ filters }) => Object.values(filters).flat()),
    ...design.brokers.flatMap((broker) => broker.policies?.map((policy) => policy.destination) ?? []),
  ]
  return [...new Set(found.map(formatDestination))].sort()
}
