import { remotesOf, type Broker, type Connector, type Design } from '../design/design.ts'
import type { BrokerId } from '../design/ids.ts'
import { networkOf } from '../network/network.ts'
import { endpointsOf } from '../targets/endpoint.ts'

/** Which broker of the later design each of the earlier is: by name, else by id of Amazon MQ, else by where it listens. */
export function matchBrokers(before: Design, after: Design): ReadonlyMap<BrokerId, BrokerId> {
  const keys: readonly ((design: Design, broker: Broker) => string | undefined)[] = [
    (_, { name, external }) => `${name} ${external ?? ''}`,
    (_, { name }) => name,
    (_, { amazon }) => amazon?.brokerId,
    (design, broker) =>
      broker.instances[0].host === undefined
        ? undefined
        : endpointsOf(networkOf(design), broker.id)
            .map(({ host, port }) => `${host}:${port}`)
            .join(),
  ]
  const matched = new Map<BrokerId, BrokerId>()
  const taken = new Set<BrokerId>()
  for (const keyOf of keys) {
    for (const old of before.brokers) {
      const key = keyOf(before, old)
      if (key === undefined || matched.has(old.id)) continue
      const now = after.brokers.find((broker) => !taken.has(broker.id) && keyOf(after, broker) === key)
      if (!now) continue
      matched.set(old.id, now.id)
      taken.add(now.id)
    }
  }
  return matched
}

/** Which connector of the later design each of the earlier is: of one broker, by name and place, by name, by place. */
export function matchConnectors(
  before: Design,
  after: Design,
  brokers: ReadonlyMap<BrokerId, BrokerId>,
): ReadonlyMap<Connector['id'], Connector['id']> {
  const matched = new Map<Connector['id'], Connector['id']>()
  const taken = new Set<Connector['id']>()
  const tests: readonly ((old: Connector, now: Connector) => boolean)[] = [
    (old, now) => old.name === now.name && samePlaces(old, now),
    (old, now) => old.name === now.name,
    samePlaces,
  ]
  for (const test of tests) {
    for (const old of before.connectors) {
      if (matched.has(old.id)) continue
      const now = after.connectors.find(
        (connector) =>
          !taken.has(connector.id) && brokers.get(old.from) === connector.from && test(old, connector),
      )
      if (!now) continue
      matched.set(old.id, now.id)
      taken.add(now.id)
    }
  }
  return matched

  function samePlaces(old: Connector, now: Connector): boolean {
    return placesOf(old, (id) => brokers.get(id)) === placesOf(now, (id) => id)
  }
}

function placesOf(connector: Connector, of: (id: BrokerId) => BrokerId | undefined): string {
  return remotesOf(connector)
    .map((id) => of(id) ?? '')
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join()
}
