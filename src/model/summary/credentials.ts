import { bridgeUserOf, remotesOf } from '../design/design.ts'
import type { BrokerId, ConnectorId } from '../design/ids.ts'
import { effectiveSettings } from '../network/bridges.ts'
import type { Network } from '../network/network.ts'

/** A user that a broker must know, so that bridges can log in. */
export interface NeededUser {
  readonly user: string
  /** Connectors that the broker declares: they log in here too. */
  readonly declared: readonly ConnectorId[]
  /** Connectors of others that come in. */
  readonly incoming: readonly ConnectorId[]
  /** Whether the design says that the broker knows the user; `undefined` where it says nothing of its users. */
  readonly known: boolean | undefined
}

export interface BrokerCredentials {
  readonly broker: BrokerId
  readonly users: readonly NeededUser[]
  /** Connectors that come in, or go out, without a user name. */
  readonly anonymous: readonly ConnectorId[]
}

/**
 * The users that each broker must know, brokers without connectors left out. A bridge logs in on both sides with the
 * same user; `remoteUserName` replaces it on the far side, except for the half that a duplex connector makes there.
 *
 * @source activemq-broker DemandForwardingBridgeSupport:522,632; measured on 5.17.2
 */
export function credentialsOf(network: Network): readonly BrokerCredentials[] {
  const users = new Map<BrokerId, Map<string, { declared: ConnectorId[]; incoming: ConnectorId[] }>>()
  const anonymous = new Map<BrokerId, ConnectorId[]>()
  const need = (
    broker: BrokerId,
    user: string | undefined,
    connector: ConnectorId,
    side: 'declared' | 'incoming',
  ) => {
    if (user === undefined) {
      const list = anonymous.get(broker) ?? []
      anonymous.set(broker, list.includes(connector) ? list : [...list, connector])
      return
    }
    const known = users.get(broker) ?? new Map<string, { declared: ConnectorId[]; incoming: ConnectorId[] }>()
    const entry = known.get(user) ?? { declared: [], incoming: [] }
    if (!entry[side].includes(connector)) entry[side].push(connector)
    users.set(broker, known.set(user, entry))
  }
  for (const connector of network.design.connectors) {
    const user = bridgeUserOf(network.design, connector)
    const remote = connector.settings.remoteUserName ?? user
    const { duplex } = effectiveSettings(connector.settings, network.engineOf(connector.from))
    need(connector.from, user, connector.id, 'declared')
    for (const id of remotesOf(connector)) {
      need(id, remote, connector.id, 'incoming')
      if (duplex) need(id, user, connector.id, 'incoming')
    }
  }
  return network.design.brokers.flatMap(({ id, settings }) => {
    const needed = [...(users.get(id) ?? [])].map(([user, sides]) => ({
      user,
      ...sides,
      known: settings?.users?.includes(user),
    }))
    const without = anonymous.get(id) ?? []
    return needed.length + without.length > 0 ? [{ broker: id, users: needed, anonymous: without }] : []
  })
}
