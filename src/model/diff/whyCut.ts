import type { Design } from '../design/design.ts'
import type { Destination } from '../design/destination.ts'
import type { BrokerId, ConnectorId } from '../design/ids.ts'
import { forecastPair } from '../forecast/forecast.ts'
import { networkOf, type Network } from '../network/network.ts'

/** Why a pair that both ends have is cut between two steps. */
export interface WhyCut {
  /** Connectors of the way before all steps that are gone by now, or changed. */
  readonly former: readonly ConnectorId[]
  /** Connectors of the way after all steps that are not there yet, or not yet changed. */
  readonly next: readonly ConnectorId[]
}

/** Tells why pairs are cut in networks between two others. The ways of both ends are looked up once for each pair. */
export function explainCuts(
  before: Design,
  after: Design,
): (
  now: Design,
  pair: { readonly destination: Destination; readonly from: BrokerId; readonly to: BrokerId },
) => WhyCut {
  const wayIn = (design: Design) => {
    const network = networkOf(design)
    const known = new Map<string, readonly Hop[]>()
    return (destination: Destination, from: BrokerId, to: BrokerId) => {
      const key = `${destination.kind} ${destination.name} ${from} ${to}`
      const way = known.get(key) ?? hopsOf(network, forecastPair(network, { destination, from, to }).route)
      known.set(key, way)
      return way
    }
  }
  const [former, next] = [wayIn(before), wayIn(after)]
  return (now, { destination, from, to }) => {
    const network = networkOf(now)
    return {
      former: lackingIn(network, former(destination, from, to)),
      next: lackingIn(network, next(destination, from, to)),
    }
  }
}

interface Hop {
  readonly from: BrokerId
  readonly to: BrokerId
  /** Those that bridge it, each as its file says it. */
  readonly connectors: ReadonlyMap<ConnectorId, string>
}

function hopsOf(network: Network, route: readonly BrokerId[] | undefined): readonly Hop[] {
  return (route ?? []).slice(1).map((to, index) => {
    const from = route![index]!
    return { from, to, connectors: connectorsOver(network, from, to) }
  })
}

function connectorsOver(network: Network, from: BrokerId, to: BrokerId): ReadonlyMap<ConnectorId, string> {
  const bridges = network.bridgesFrom(from).filter((bridge) => bridge.to === to)
  return new Map(bridges.map(({ connector }) => [connector.id, JSON.stringify(connector)]))
}

/** Connectors of a way that a network does not have, or has otherwise. */
function lackingIn(network: Network, way: readonly Hop[]): readonly ConnectorId[] {
  const lacking = way.flatMap(({ from, to, connectors }) => {
    const here = connectorsOver(network, from, to)
    const isSame = [...connectors].some(([id, text]) => here.get(id) === text)
    return isSame ? [] : [...connectors.keys()]
  })
  return [...new Set(lacking)]
}
