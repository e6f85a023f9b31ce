import { effectiveName } from '../design/design.ts'
import type { BrokerId, ConnectorId } from '../design/ids.ts'
import { BROKER_NAME } from '../dialects/broker.ts'
import type { Bridge } from './bridges.ts'
import type { Network } from './network.ts'

/** More are not followed. */
const MOST = 16

const remembered = new WeakMap<Network, readonly (readonly ConnectorId[])[]>()

/**
 * How a network can come up: by start, the connectors that are refused for ever. Mostly there is one start, in which none
 * is. Bridges log in under client ids made of names; of two that would log in under the same id on the same broker
 * the first to come stays: connectors of one name toward each other of which one is duplex, or two brokers of one name
 * that lead to the same neighbour by connectors of one name. Of very many starts only 16 are told.
 *
 * @source activemq-broker DemandForwardingBridgeSupport:520,548,630; measured on all versions (`name-…` in
 * e2e/brokers/facts)
 */
export function startsOf(network: Network): readonly (readonly ConnectorId[])[] {
  const known = remembered.get(network)
  if (known) return known
  const starts = startsAmong(network, network.bridges)
  remembered.set(network, starts)
  return starts
}

/** The same where only these bridges can come up. */
export function startsAmong(
  network: Network,
  bridges: readonly Bridge[],
): readonly (readonly ConnectorId[])[] {
  return whoStays(rivalsIn(network, bridges))
}

type Rivals = ReadonlyMap<ConnectorId, ReadonlySet<ConnectorId>>

/** Connectors that want a client id that another wants too. */
function rivalsIn(network: Network, bridges: readonly Bridge[]): Rivals {
  const owners = new Map<string, Set<ConnectorId>>()
  for (const bridge of ofSharedNames(bridges)) {
    for (const login of loginsOf(network, bridge)) {
      const same = owners.get(login)
      if (same) same.add(bridge.connector.id)
      else owners.set(login, new Set([bridge.connector.id]))
    }
  }
  const rivals = new Map<ConnectorId, Set<ConnectorId>>()
  for (const same of owners.values()) {
    if (same.size === 1) continue
    for (const id of same) {
      const others = rivals.get(id) ?? new Set()
      rivals.set(id, others)
      for (const other of same) if (other !== id) others.add(other)
    }
  }
  return rivals
}

/** Bridges as they are declared, of connectors that have a name in common with another: mostly there are none. */
function ofSharedNames(bridges: readonly Bridge[]): readonly Bridge[] {
  const owners = new Map<string, ConnectorId>()
  const shared = new Set<string>()
  for (const { connector } of bridges) {
    const name = effectiveName(connector)
    const owner = owners.get(name)
    if (owner === undefined) owners.set(name, connector.id)
    else if (owner !== connector.id) shared.add(name)
  }
  if (shared.size === 0) return []
  return bridges.filter(({ connector, reverse }) => !reverse && shared.has(effectiveName(connector)))
}

/** The client ids of a connector's bridge, on either broker. */
function loginsOf(network: Network, { connector, from, to, settings }: Bridge): readonly string[] {
  const token = connector.settings.clientIdToken ?? '_'
  const name = effectiveName(connector)
  const login = (at: BrokerId, ...parts: readonly string[]) => `${at} ${[name, ...parts].join(token)}`
  const [here, there] = [from, to].map((id) => network.nameOf(id).replace(BROKER_NAME.refused, '_')) as [
    string,
    string,
  ]
  const ids = [login(from, there, 'inbound', here), login(to, here, 'outbound')]
  if (!settings.duplex) return ids
  return [...ids, login(to, here, 'inbound', there), login(from, there, 'outbound')]
}

/** By start, those that lose: whoever is first leaves no place for its rivals, until nobody is left. */
function whoStays(rivals: Rivals): readonly (readonly ConnectorId[])[] {
  const starts = new Map<string, readonly ConnectorId[]>()
  follow([...rivals.keys()], [])
  return [...starts.values()]

  function follow(waiting: readonly ConnectorId[], refused: readonly ConnectorId[]): void {
    if (starts.size >= MOST) return
    const [next] = waiting
    if (next === undefined) {
      const losers = refused.toSorted()
      starts.set(losers.join(), losers)
      return
    }
    const others = rivals.get(next)!
    for (const first of [next, ...waiting.filter((id) => others.has(id))]) {
      const losing = rivals.get(first)!
      const lost = waiting.filter((id) => losing.has(id))
      follow(
        waiting.filter((id) => id !== first && !losing.has(id)),
        [...refused, ...lost],
      )
    }
  }
}
