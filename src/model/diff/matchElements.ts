import { remotesOf, type Broker, type Connector, type Design } from '../design/design.ts'
import type { BrokerId, ConnectorId } from '../design/ids.ts'
import { networkOf } from '../network/network.ts'
import { endpointsOf } from '../targets/endpoint.ts'

export interface MatchOptions {
  /** Both are versions of one design, so what has the same id is the same when nothing else tells. */
  readonly versions?: boolean
  /** The files that describe brokers, where there are such: what has a file of the same path to itself is the same. */
  readonly files?: {
    readonly before?: FilesOfBrokers
    readonly after?: FilesOfBrokers
  }
  /** Where both sides have one broker of their own, it is the same: a file that was edited and is called otherwise. */
  readonly alone?: boolean
}

/** Paths of the files that describe each broker, below the folder that all of one side share. */
export type FilesOfBrokers = ReadonlyMap<BrokerId, readonly string[]>

type KeyOf<T> = (design: Design, element: T) => string | undefined

/**
 * Which broker of the later design each of the earlier is: by name, else by id of Amazon MQ, else by where it listens, else
 * by what the options allow.
 */
export function matchBrokers(
  before: Design,
  after: Design,
  { versions = false, files, alone = false }: MatchOptions = {},
): ReadonlyMap<BrokerId, BrokerId> {
  const own = (design: Design) => design.brokers.filter(({ external }) => !external).length
  const isAlone = alone && own(before) === 1 && own(after) === 1
  const keys: readonly KeyOf<Broker>[] = [
    (_, { name, external }) => `${external ? 'external' : 'own'} ${name}`,
    (_, { name }) => name,
    (_, { amazon }) => amazon?.brokerId,
    listeningAt,
    (design, { id }) => fileOf(design === before ? files?.before : files?.after, id),
    ...(versions ? [(_: Design, { id }: Broker) => id] : []),
    ...(isAlone ? [(_: Design, { external }: Broker) => (external ? undefined : 'the only one')] : []),
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

/** Its files, where they describe no other broker. */
function fileOf(files: FilesOfBrokers | undefined, id: BrokerId): string | undefined {
  const own = files?.get(id)?.join()
  if (files === undefined || own === undefined) return undefined
  return [...files.values()].filter((paths) => paths.join() === own).length === 1 ? own : undefined
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
