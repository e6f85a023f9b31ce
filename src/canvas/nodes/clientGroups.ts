import { formatDestination, type Client } from '@meshwright/model'

/** Clients of one broker that do the same: they send to, or listen to, one destination. */
export interface ClientGroup {
  readonly key: string
  readonly role: Client['role']
  readonly kind: Client['destination']['kind']
  readonly name: string
  readonly clients: readonly Client[]
  /** How many that are, each client counted as often as it stands for. */
  readonly count: number
}

/** Clients by what they do, producers first, in the order in which they were added. */
export function clientGroups(clients: readonly Client[]): readonly ClientGroup[] {
  const groups = new Map<string, ClientGroup>()
  for (const role of ['producer', 'consumer'] as const) {
    for (const client of clients.filter((other) => other.role === role)) {
      const key = `${role} ${formatDestination(client.destination)}`
      const { clients: known = [], count = 0 } = groups.get(key) ?? {}
      const { kind, name } = client.destination
      groups.set(key, {
        key,
        role,
        kind,
        name,
        clients: [...known, client],
        count: count + (client.count ?? 1),
      })
    }
  }
  return [...groups.values()]
}
