import { remotesOf, type Connector } from '../../design/design.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { Network } from '../../network/network.ts'
import type { Hit } from '../check.ts'
import { clipped } from '../../words.ts'
import { AMAZON_NAMES } from '../../targets/amazon-mq.ts'

/** What a bridge user is called where the design gives no hint. */
const USUAL = 'network-bridge'

/**
 * A user that some connectors can log in with: one that the lists of users of all their ends share; where there are no
 * such lists, the one that most connectors of the design log in with, or a usual name. `undefined` where lists are
 * there and share none.
 */
export function commonUser(network: Network, connectors: readonly Connector[]): string | undefined {
  const ends = connectors.flatMap((connector) => [connector.from, ...remotesOf(connector)])
  const [first, ...others] = ends.flatMap((id) => {
    const users = network.broker(id)?.settings?.users
    return users ? [users] : []
  })
  if (first) {
    return first.find(
      (user) => others.every((users) => users.includes(user)) && canBeCalled(network, ends, user),
    )
  }
  const counts = new Map<string, number>()
  for (const { settings } of network.design.connectors) {
    if (settings.userName) counts.set(settings.userName, (counts.get(settings.userName) ?? 0) + 1)
  }
  const [most] = [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .filter(([user]) => canBeCalled(network, ends, user))
  return most?.[0] ?? USUAL
}

/** A user that both ends of a connector are known to have; `undefined` where none is certain. */
function sharedUser(network: Network, connector: Connector): string | undefined {
  const ends = [connector.from, ...remotesOf(connector)]
  const [first, ...others] = ends.map((id) => network.broker(id)?.settings?.users)
  return first?.find(
    (user) => others.every((users) => users?.includes(user)) && canBeCalled(network, ends, user),
  )
}

/** The fix that lets a connector log in as somebody both ends are known to have; none where nobody is. */
export function sharedUserFix(network: Network, connector: Connector): Pick<Hit, 'fix'> {
  const shared = sharedUser(network, connector)
  if (shared === undefined) return {}
  const settings = { userName: shared, remoteUserName: null }
  return {
    fix: {
      label: `Log in as ${clipped(shared)}, which both know`,
      edits: [{ type: 'set-settings', id: connector.id, settings }],
    },
  }
}

/** Tells whether a user can have this name on all of some brokers. */
function canBeCalled(network: Network, ids: readonly BrokerId[], user: string): boolean {
  return AMAZON_NAMES.user.pattern.test(user) || ids.every((id) => network.targetOf(id) !== 'amazon-mq')
}
