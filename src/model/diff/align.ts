import { remotesOf, type Broker, type Connector, type Design } from '../design/design.ts'
import type { BrokerId, ConnectorId, RegionId } from '../design/ids.ts'
import { matchBrokers, matchConnectors, type MatchOptions } from './matchElements.ts'

/** Two designs whose elements can be told apart and put together: what is the same in both has the same id. */
export interface Aligned {
  /** The earlier design with the ids of the later one; what is only in it has ids that the later one does not use. */
  readonly before: Design
  readonly after: Design
  /** Ids of the earlier design as it was given, by the ids that its elements have here. */
  readonly brokersBefore: ReadonlyMap<BrokerId, BrokerId>
  readonly connectorsBefore: ReadonlyMap<ConnectorId, ConnectorId>
}

/** Gives the elements of an earlier design the ids that the same elements have in a later one. Neither changes in meaning. */
export function align(before: Design, after: Design, options: MatchOptions = {}): Aligned {
  const matched = matchBrokers(before, after, options)
  const brokers = renumber('b', before.brokers, after.brokers, matched)
  const connectors = renumber(
    'c',
    before.connectors,
    after.connectors,
    matchConnectors(before, after, matched, options),
  )
  const byName = new Map(after.regions.toReversed().map(({ id, name }) => [name, id]))
  const regions = renumber(
    'r',
    before.regions,
    after.regions,
    new Map(
      before.regions.flatMap(({ id, name }) => {
        const same = byName.get(name)
        return same === undefined ? [] : [[id, same] as const]
      }),
    ),
  )
  return {
    before: {
      ...before,
      regions: uniqueById(before.regions.map((region) => ({ ...region, id: regions.get(region.id)! }))),
      brokers: before.brokers.map((broker) => movedBroker(broker, brokers, regions)),
      connectors: before.connectors.map((connector) => movedConnector(connector, brokers, connectors)),
      clients: before.clients.map((client) => ({
        ...client,
        broker: brokers.get(client.broker) ?? client.broker,
      })),
      // Notes and ignored findings point at elements and say nothing of a network.
      notes: [],
      ignored: [],
    },
    after,
    brokersBefore: inverted(brokers),
    connectorsBefore: inverted(connectors),
  }
}

/** New ids by old ones: the matched element's, else a number that nothing in either design has. */
function renumber<Id extends BrokerId | ConnectorId | RegionId>(
  letter: Id extends BrokerId ? 'b' : Id extends ConnectorId ? 'c' : 'r',
  before: readonly { readonly id: Id }[],
  after: readonly { readonly id: Id }[],
  matched: ReadonlyMap<Id, Id>,
): ReadonlyMap<Id, Id> {
  let number = 0
  for (const { id } of [...before, ...after]) number = Math.max(number, Number(id.slice(1)))
  return new Map(before.map(({ id }) => [id, matched.get(id) ?? (`${letter}${++number}` as Id)]))
}

function movedBroker(
  broker: Broker,
  brokers: ReadonlyMap<BrokerId, BrokerId>,
  regions: ReadonlyMap<RegionId, RegionId>,
): Broker {
  const region = broker.region === undefined ? undefined : regions.get(broker.region)
  const { region: _, ...rest } = broker
  return { ...rest, id: brokers.get(broker.id)!, ...(region === undefined ? {} : { region }) }
}

function movedConnector(
  connector: Connector,
  brokers: ReadonlyMap<BrokerId, BrokerId>,
  connectors: ReadonlyMap<ConnectorId, ConnectorId>,
): Connector {
  const [to, ...alsoTo] = remotesOf(connector).map((id) => brokers.get(id) ?? id)
  return {
    ...connector,
    id: connectors.get(connector.id)!,
    from: brokers.get(connector.from) ?? connector.from,
    to: to!,
    ...(alsoTo.length > 0 ? { alsoTo } : {}),
  }
}

function uniqueById<T extends { readonly id: string }>(elements: readonly T[]): readonly T[] {
  return [...new Map(elements.toReversed().map((element) => [element.id, element])).values()].toReversed()
}

function inverted<Id>(map: ReadonlyMap<Id, Id>): ReadonlyMap<Id, Id> {
  return new Map([...map].map(([key, value]) => [value, key]))
}
