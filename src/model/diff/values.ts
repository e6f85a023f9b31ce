import { bridgeUserOf, type Broker, type Connector } from '../design/design.ts'
import { formatDestination } from '../design/destination.ts'
import { BROKER_ATTRIBUTES } from '../dialects/broker.ts'
import {
  DESTINATION_LISTS,
  SETTING_KEYS,
  settingRow,
  type DestinationList,
} from '../dialects/network-connector.ts'
import { defaultFor } from '../dialects/row.ts'
import type { Network } from '../network/network.ts'
import { isSecret, withoutSecrets } from '../read/source/secrets.ts'
import { endpointsOf } from '../targets/endpoint.ts'
import { connectorUri } from '../xml/parts/connectorUri.ts'

/** One value that means something else than before. An absent side: it was not there. Texts as XML would say them. */
export interface ChangedField {
  readonly field: string
  readonly before?: string
  readonly after?: string
}

/** What counts of one broker, defaults filled in: two brokers with the same values mean the same. Never a password. */
export function brokerValues(network: Network, broker: Broker): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  const engine = network.engineOf(broker.id)
  const set = (field: string, value: string | number | boolean | undefined) => {
    if (value !== undefined) values.set(field, String(value))
  }
  const listening = endpointsOf(network, broker.id)
  set('brokerName', broker.name)
  set('region', network.region(broker.region)?.name)
  set('listens', listening.map(({ url }) => url).join(', '))
  set('instances', broker.instances.length)
  set('external', broker.external)
  if (broker.external) return values
  set('target', network.targetOf(broker.id))
  set('engine', engine)
  for (const [key, row] of Object.entries(BROKER_ATTRIBUTES)) {
    set(row.xml, broker.settings?.[key as keyof typeof BROKER_ATTRIBUTES] ?? defaultFor(row, engine))
  }
  if (broker.settings?.users) set('users', broker.settings.users.toSorted().join(', '))
  set('authorization', broker.settings?.authorization)
  for (const { destination, ...policy } of broker.policies ?? []) {
    for (const [key, value] of Object.entries(policy))
      set(`policy ${formatDestination(destination)} ${key}`, value)
  }
  for (const [key, value] of Object.entries(broker.amazon ?? {})) set(key, value)
  return values
}

/** What counts of one connector, defaults filled in and with `networkTTL` in the place of what it overrides. */
export function connectorValues(network: Network, connector: Connector): ReadonlyMap<string, string> {
  const engine = network.engineOf(connector.from)
  const values = new Map<string, string>()
  values.set('name', connector.name ?? 'NC')
  values.set('uri', withoutSecrets(connectorUri(network, connector).uri))
  const { networkTtl } = connector.settings
  for (const key of SETTING_KEYS) {
    const row = settingRow(key)
    const own =
      key === 'userName'
        ? bridgeUserOf(network.design, connector)
        : key === 'messageTtl' || key === 'consumerTtl'
          ? (networkTtl ?? connector.settings[key])
          : connector.settings[key]
    const value = own ?? defaultFor(row, engine)
    if (value !== undefined && key !== 'networkTtl') values.set(row.xml, String(value))
  }
  for (const list of Object.keys(DESTINATION_LISTS) as DestinationList[]) {
    const names = (connector.filters[list] ?? []).map(formatDestination).toSorted()
    if (names.length > 0) values.set(DESTINATION_LISTS[list].xml, names.join(', '))
  }
  for (const [name, value] of Object.entries(connector.extra ?? {})) {
    if (!isSecret(name)) values.set(name, value)
  }
  return asNetworkTtl(values)
}

/** Both limits are what `networkTTL` sets, so equal ones are told as one. */
function asNetworkTtl(values: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const [message, consumer] = [settingRow('messageTtl').xml, settingRow('consumerTtl').xml]
  const ttl = values.get(message)
  if (ttl === undefined || ttl !== values.get(consumer)) return values
  const told = [...values].flatMap(([field, value]): readonly (readonly [string, string])[] => {
    if (field === message) return [[settingRow('networkTtl').xml, value]]
    return field === consumer ? [] : [[field, value]]
  })
  return new Map(told)
}

/** Of `static:(a,b)` each address is a bridge of its own, so their order means nothing. */
function inAnyOrder(uri: string): string {
  const [, list] = /^static:\(([^()]*)\)$/.exec(uri) ?? []
  return list === undefined ? uri : `static:(${list.split(',').toSorted().join()})`
}

/** The fields whose values differ, in the order of the later side. */
export function differences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly ChangedField[] {
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((field) => {
    const [old, now] = [before.get(field), after.get(field)]
    if (old === now) return []
    if (field === 'uri' && inAnyOrder(old ?? '') === inAnyOrder(now ?? '')) return []
    return [
      { field, ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) },
    ]
  })
}
