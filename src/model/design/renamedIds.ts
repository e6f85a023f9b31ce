import type { Connector, Design } from './design.ts'
import type { RegionId } from './ids.ts'

/**
 * A design whose regions, brokers and connectors have other ids: all that refers to them follows. `idOf` keeps the first
 * letter, which tells what the element is. Clients, notes and ignored findings stay as they are: what is read from files
 * has none.
 */
export function renamedIds(design: Design, idOf: <Id extends string>(id: Id) => Id): Design {
  return {
    ...design,
    regions: design.regions.map((region) => ({ ...region, id: idOf(region.id) })),
    brokers: design.brokers.map((broker) => ({
      ...broker,
      id: idOf(broker.id),
      ...(broker.region ? { region: idOf<RegionId>(broker.region) } : {}),
    })),
    connectors: design.connectors.map((connector): Connector => ({
      ...connector,
      id: idOf(connector.id),
      from: idOf(connector.from),
      to: idOf(connector.to),
      ...(connector.alsoTo ? { alsoTo: connector.alsoTo.map(idOf) } : {}),
    })),
  }
}
