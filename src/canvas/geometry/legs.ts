import { remotesOf, type BrokerId, type Connector, type ConnectorId } from '@meshwright/model'

/** One line on the drawing: a connector, or one of several legs of a connector that leads to several brokers. */
export interface Leg {
  /** Unlike any other leg's; the first leg of a connector has the connector's id. */
  readonly id: string
  readonly connector: ConnectorId
  readonly from: BrokerId
  readonly to: BrokerId
}

export interface Legs {
  readonly all: readonly Leg[]
  readonly of: (broker: BrokerId) => readonly Leg[]
}

const known = new WeakMap<readonly Connector[], Legs>()

/** One line for each broker that a connector leads to. The same list of connectors gives the same legs. */
export function legsOf(connectors: readonly Connector[]): Legs {
  const former = known.get(connectors)
  if (former) return former
  const all = connectors.flatMap((connector) =>
    remotesOf(connector).map((to, index): Leg => ({
      id: index === 0 ? connector.id : `${connector.id}>${to}`,
      connector: connector.id,
      from: connector.from,
      to,
    })),
  )
  const byBroker = new Map<BrokerId, Leg[]>()
  for (const leg of all) {
    for (const id of new Set([leg.from, leg.to])) {
      const list = byBroker.get(id)
      if (list) list.push(leg)
      else byBroker.set(id, [leg])
    }
  }
  const legs: Legs = { all, of: (broker) => byBroker.get(broker) ?? [] }
  known.set(connectors, legs)
  return legs
}
