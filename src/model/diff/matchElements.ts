import { remotesOf, type Broker, type Connector, type Design } from '../design/design.ts'
import type { BrokerId, ConnectorId } from '../design/ids.ts'
import { networkOf } from '../network/network.ts'
import { endpointsOf } from '../targets/endpoint.ts'

export interface MatchOptions {
  /** Both are versions of one design, so what has the same id is the same when nothing else tells. */
  readonly versions?: boolean
}

type KeyOf<T> = (design: Design, element: T) => string | undefined

/** Which broker of the later design each of the earlier is: by name, else by id of Amazon MQ, else by where it listens. */
export function matchBrokers(
  before: Design,
  after: Design,
  { versions = false }: MatchOptions = {},
): ReadonlyMap<BrokerId, BrokerId> {
  const keys: readonly KeyOf<Broker>[] = [
    (_, { name, external }) => `${external ? 'external' : 'own'} ${name}`,
    (_, { name }) => name,
    (_, { amazon }) => amazon?.brokerId,
    listeningAt,
    ...(versions ? [(_: Design, { id }: Broker) => id] : []),
  ]
  const matched = new Map<BrokerId, BrokerId>()
  const taken = new Set<BrokerId>()
  for (const keyOf of keys) {
    const free = new Map<string, BrokerId[]>()
    for (const broker of after.brokers) {
      if (taken.has(broker.id)) continue
      const key = keyOf(after, broker)
      if (key !== undefined) free.set(key, [...(free.get(key) ?? []), broker.id])
    }
    for (const old of before.brokers) {
      if (matched.has(old.id)) continue
      const key = keyOf(before, old)
      const now = key === undefined ? undefined : free.get(key)?.shift()
      if (now === undefined) continue
      matched.set(old.id, now)
      taken.add(now)
    }
  }
  return matched
}

function listeningAt(design: Design, { id, instances }: Broker): string | undefined {
  if (instances[0].host === undefined) return undefined
  const endpoints = endpointsOf(networkOf(design), id)
  return endpoints.map(({ host, port }) => `${host}:${port}`).join()
}

/** Which connector of the later design each of the earlier is: of one broker, by name and place, by name, by place. */
export function matchConnectors(
  before: Design,
  after: Design,
  brokers: ReadonlyMap<BrokerId, BrokerId>,
  { versions = false }: MatchOptions = {},
): ReadonlyMap<ConnectorId, ConnectorId> {
  const places = (connector: Connector, isOld: boolean) =>
    remotesOf(connector)
      .map((id) => (isOld ? (brokers.get(id) ?? '') : id))
      .toSorted((a, b) => (a < b ? -1 : 1))
      .join()
  const keys: readonly ((connector: Connector, isOld: boolean) => string)[] = [
    (connector, isOld) => JSON.stringify([connector.name ?? null, places(connector, isOld)]),
    ({ name }) => JSON.stringify(name ?? null),
    places,
    ...(versions ? [({ id }: Connector) => id] : []),
  ]
  const matched = new Map<ConnectorId, ConnectorId>()
  const taken = new Set<ConnectorId>()
  for (const keyOf of keys) {
    const free = new Map<string, ConnectorId[]>()
    for (const connector of after.connectors) {
      if (taken.has(connector.id)) continue
      const key = `${connector.from} ${keyOf(connector, false)}`
      const list = free.get(key)
      if (list) list.push(connector.id)
      else free.set(key, [connector.id])
    }
    for (const old of before.connectors) {
      const from = brokers.get(old.from)
      if (matched.has(old.id) || from === undefined) continue
      const now = free.get(`${from} ${keyOf(old, true)}`)?.shift()
      if (now === undefined) continue
      matched.set(old.id, now)
      taken.add(now)
    }
  }
  return matched
}
