import { remotesOf, type Connector } from '../design/design.ts'
import type { Network } from '../network/network.ts'

/** What a bridge user is called where the design gives no hint. */
const USUAL = 'network-bridge'

/**
 * A user that all ends of some connectors know: one that their lists of users share, else the one that most connectors
 * of the design log in with, else a usual name.
 */
export function commonUser(network: Network, connectors: readonly Connector[]): string {
  const listed = connectors.flatMap((connector) =>
    [connector.from, ...remotesOf(connector)].flatMap((id) => {
      const users = network.broker(id)?.settings?.users
      return users ? [users] : []
    }),
  )
  const [first, ...others] = listed
  const shared = first?.find((user) => others.every((users) => users.includes(user)))
  if (shared) return shared
  const counts = new Map<string, number>()
  for (const { settings } of network.design.connectors) {
    if (settings.userName) counts.set(settings.userName, (counts.get(settings.userName) ?? 0) + 1)
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1])
  return most?.[0] ?? USUAL
}

/** A user that both ends of a connector are known to have; `undefined` where none is certain. */
export function sharedUser(network: Network, connector: Connector): string | undefined {
  const lists = [connector.from, ...remotesOf(connector)].map((id) => network.broker(id)?.settings?.users)
  const [first, ...others] = lists
  return first?.find((user) => others.every((users) => users?.includes(user)))
}
