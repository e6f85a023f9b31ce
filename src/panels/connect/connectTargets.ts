import { isPair, remotesOf, type Broker, type BrokerId, type Network } from '@meshwright/model'
import { connectorTitle } from '../common/elementNames.ts'

/** A broker that a connector may lead to, with what people want to know before they choose it. */
export interface ConnectTarget {
  readonly id: BrokerId
  readonly name: string
  readonly look: 'broker' | 'pair' | 'external'
  /** `eu-west-1`, `connected by hub-to-b`. */
  readonly detail: string
  readonly isConnected: boolean
}

/**
 * Every broker but the one it starts from: first those that no connector joins with it, those of its own region before
 * others; then those that are joined already, since a second connector is rarely meant.
 */
export function connectTargets(network: Network, from: BrokerId): readonly ConnectTarget[] {
  const { design } = network
  const own = network.broker(from)?.region
  const joined = new Map<BrokerId, string>()
  for (const connector of design.connectors) {
    const ends = [connector.from, ...remotesOf(connector)]
    if (!ends.includes(from)) continue
    for (const end of ends)
      if (end !== from && !joined.has(end)) joined.set(end, connectorTitle(network, connector))
  }
  const targets = design.brokers
    .filter(({ id }) => id !== from)
    .map((broker) => ({
      rank: (joined.has(broker.id) ? 2 : 0) + (broker.region === own ? 0 : 1),
      target: {
        id: broker.id,
        name: broker.name,
        look: lookOfBroker(broker),
        detail: [
          network.region(broker.region)?.name,
          joined.has(broker.id) && `connected by ${joined.get(broker.id)}`,
        ]
          .filter(Boolean)
          .join(', '),
        isConnected: joined.has(broker.id),
      },
    }))
  return targets.toSorted((a, b) => a.rank - b.rank).map(({ target }) => target)
}

/** Brokers that a connector can be declared on: not those of others, whose files are not ours. */
export function connectSources(network: Network): readonly ConnectTarget[] {
  return network.design.brokers
    .filter(({ external }) => !external)
    .map((broker) => ({
      id: broker.id,
      name: broker.name,
      look: lookOfBroker(broker),
      detail: network.region(broker.region)?.name ?? '',
      isConnected: false,
    }))
}

function lookOfBroker(broker: Broker): ConnectTarget['look'] {
  return broker.external ? 'external' : isPair(broker) ? 'pair' : 'broker'
}
