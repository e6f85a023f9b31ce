import type { Broker, Client, Connector, Design, Region } from '../design/design.ts'
import { engineOf, targetOf } from '../design/design.ts'
import type { BrokerId, ConnectorId, RegionId } from '../design/ids.ts'
import type { EngineVersion } from '../dialects/engine.ts'
import type { TargetId } from '../targets/target.ts'
import { bridgesOf, type Bridge } from './bridges.ts'

/** A design with indexes over it: what checks, summary and XML read instead of searching lists. */
export interface Network {
  readonly design: Design
  readonly bridges: readonly Bridge[]
  broker(id: BrokerId): Broker | undefined
  /** A broker's name, for sentences; the id where there is no such broker. */
  nameOf(id: BrokerId): string
  region(id: RegionId | undefined): Region | undefined
  connector(id: ConnectorId): Connector | undefined
  /** The connectors that a broker's own file declares, in order. */
  declaredOn(id: BrokerId): readonly Connector[]
  clientsOn(id: BrokerId): readonly Client[]
  bridgesFrom(id: BrokerId): readonly Bridge[]
  bridgesTo(id: BrokerId): readonly Bridge[]
  bridgesOf(id: ConnectorId): readonly Bridge[]
  targetOf(id: BrokerId): TargetId
  engineOf(id: BrokerId): EngineVersion
}

const remembered = new WeakMap<Design, Network>()

/** Reads a design into indexes; the same design gives the same network. Time grows with the size of the design. */
export function networkOf(design: Design): Network {
  const known = remembered.get(design)
  if (known) return known
  const network = build(design)
  remembered.set(design, network)
  return network
}

function build(design: Design): Network {
  const bridges = bridgesOf(design)
  const brokers = indexed(design.brokers)
  const regions = indexed(design.regions)
  const connectors = indexed(design.connectors)
  const declared = grouped(design.connectors, (connector) => connector.from)
  const clients = grouped(design.clients, (client) => client.broker)
  const outgoing = grouped(bridges, (bridge) => bridge.from)
  const incoming = grouped(bridges, (bridge) => bridge.to)
  const made = grouped(bridges, (bridge) => bridge.connector.id)
  return {
    design,
    bridges,
    broker: (id) => brokers.get(id),
    nameOf: (id) => brokers.get(id)?.name ?? id,
    region: (id) => (id ? regions.get(id) : undefined),
    connector: (id) => connectors.get(id),
    declaredOn: (id) => declared.get(id) ?? [],
    clientsOn: (id) => clients.get(id) ?? [],
    bridgesFrom: (id) => outgoing.get(id) ?? [],
    bridgesTo: (id) => incoming.get(id) ?? [],
    bridgesOf: (id) => made.get(id) ?? [],
    targetOf: (id) => targetOf(design, brokers.get(id) ?? {}),
    engineOf: (id) => engineOf(design, brokers.get(id) ?? {}),
  }
}

function indexed<T extends { readonly id: string }>(elements: readonly T[]): ReadonlyMap<string, T> {
  return new Map(elements.map((element) => [element.id, element]))
}

function grouped<T>(
  elements: readonly T[],
  keyOf: (element: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const element of elements) {
    const group = groups.get(keyOf(element))
    if (group) group.push(element)
    else groups.set(keyOf(element), [element])
  }
  return groups
}
