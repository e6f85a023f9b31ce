import { engineOf, remotesOf, targetOf, type Broker, type Connector, type Design } from '../design/design.ts'
import { formatDestination } from '../design/destination.ts'
import type { BrokerId } from '../design/ids.ts'
import { BROKER_ATTRIBUTES } from '../dialects/broker.ts'
import {
  DESTINATION_LISTS,
  SETTING_KEYS,
  settingRow,
  type DestinationList,
} from '../dialects/network-connector.ts'
import { defaultFor } from '../dialects/row.ts'
import { defaultDestination } from '../forecast/defaultDestination.ts'
import type { Flow } from '../forecast/flow.ts'
import { forecastAll } from '../forecast/forecast.ts'
import { networkOf } from '../network/network.ts'
import { endpointsOf } from '../targets/endpoint.ts'
import { connectorUri } from '../xml/connectorUri.ts'
import { writeConfiguration } from '../xml/writeConfiguration.ts'
import { matchBrokers, matchConnectors } from './matchElements.ts'

/** One value that means something else than before. An absent side: it was not there. Texts as XML would say them. */
export interface ChangedField {
  readonly field: string
  readonly before?: string
  readonly after?: string
}

export interface ChangedBroker {
  readonly name: string
  readonly kind: 'added' | 'removed' | 'changed'
  readonly fields: readonly ChangedField[]
}

export interface ChangedConnector {
  /** The broker that declares it, by its newer name. */
  readonly broker: string
  readonly name: string
  readonly to: readonly string[]
  readonly kind: 'added' | 'removed' | 'changed'
  readonly fields: readonly ChangedField[]
}

/** How sure it is that messages arrive, before and after; absent where one of the brokers was not there. */
export interface ChangedReach {
  readonly from: string
  readonly to: string
  readonly before?: string
  readonly after?: string
}

export interface Difference {
  readonly brokers: readonly ChangedBroker[]
  readonly connectors: readonly ChangedConnector[]
  /** Brokers whose configuration is another one now, and those whose is the same to the byte. */
  readonly files: { readonly changed: readonly string[]; readonly same: readonly string[] }
  /** For a queue that no filter of either design names, one producer and one consumer at a time. */
  readonly reach: readonly ChangedReach[]
}

/**
 * What differs in meaning between two designs: a value that is set to its default is the same as one that is not set.
 * Brokers are the same by name, else by where they listen; connectors by the broker that declares them, their name and
 * where they lead.
 */
export function compareDesigns(before: Design, after: Design): Difference {
  const brokers = matchBrokers(before, after)
  const connectors = matchConnectors(before, after, brokers)
  return {
    brokers: changedBrokers(before, after, brokers),
    connectors: changedConnectors(before, after, connectors),
    files: changedFiles(before, after, brokers),
    reach: changedReach(before, after, brokers),
  }
}

export function isEmptyDifference({ brokers, connectors, reach }: Difference): boolean {
  return brokers.length === 0 && connectors.length === 0 && reach.length === 0
}

function changedBrokers(
  before: Design,
  after: Design,
  matched: ReadonlyMap<BrokerId, BrokerId>,
): readonly ChangedBroker[] {
  const news = new Map([...matched].map(([old, now]) => [now, old]))
  const now = after.brokers.flatMap((broker): readonly ChangedBroker[] => {
    const old = before.brokers.find(({ id }) => id === news.get(broker.id))
    if (!old) return [{ name: broker.name, kind: 'added', fields: [] }]
    const fields = differences(brokerValues(before, old), brokerValues(after, broker))
    return fields.length > 0 ? [{ name: broker.name, kind: 'changed', fields }] : []
  })
  const gone = before.brokers.filter(({ id }) => !matched.has(id))
  return [...now, ...gone.map(({ name }) => ({ name, kind: 'removed' as const, fields: [] }))]
}

function brokerValues(design: Design, broker: Broker): ReadonlyMap<string, string> {
  const network = networkOf(design)
  const values = new Map<string, string>()
  const engine = engineOf(design, broker)
  const set = (field: string, value: string | number | boolean | undefined) => {
    if (value !== undefined) values.set(field, String(value))
  }
  set('brokerName', broker.name)
  set('region', network.region(broker.region)?.name)
  set(
    'listens',
    endpointsOf(network, broker.id)
      .map(({ url }) => url)
      .join(', '),
  )
  set('instances', broker.instances.length)
  set('external', broker.external)
  if (broker.external) return values
  set('target', targetOf(design, broker))
  set('engine', engine)
  for (const [key, row] of Object.entries(BROKER_ATTRIBUTES)) {
    set(row.xml, broker.settings?.[key as keyof typeof BROKER_ATTRIBUTES] ?? defaultFor(row, engine))
  }
  if (broker.settings?.users) set('users', broker.settings.users.toSorted().join(', '))
  for (const { destination, ...policy } of broker.policies ?? []) {
    for (const [key, value] of Object.entries(policy))
      set(`policy ${formatDestination(destination)} ${key}`, value)
  }
  for (const [key, value] of Object.entries(broker.amazon ?? {})) set(key, value)
  return values
}

function changedConnectors(
  before: Design,
  after: Design,
  matched: ReadonlyMap<Connector['id'], Connector['id']>,
): readonly ChangedConnector[] {
  const [left, right] = [networkOf(before), networkOf(after)]
  const news = new Map([...matched].map(([old, now]) => [now, old]))
  const shown = (design: Design, connector: Connector) => {
    const network = design === after ? right : left
    return {
      broker: network.nameOf(connector.from),
      name: connector.name ?? 'NC',
      to: remotesOf(connector).map((id) => network.nameOf(id)),
    }
  }
  const now = after.connectors.flatMap((connector): readonly ChangedConnector[] => {
    const old = before.connectors.find(({ id }) => id === news.get(connector.id))
    if (!old) return [{ ...shown(after, connector), kind: 'added', fields: [] }]
    const fields = differences(connectorValues(before, old), connectorValues(after, connector))
    return fields.length > 0 ? [{ ...shown(after, connector), kind: 'changed', fields }] : []
  })
  const gone = before.connectors.filter(({ id }) => !matched.has(id))
  return [
    ...now,
    ...gone.map((connector) => ({ ...shown(before, connector), kind: 'removed' as const, fields: [] })),
  ]
}

function connectorValues(design: Design, connector: Connector): ReadonlyMap<string, string> {
  const network = networkOf(design)
  const engine = network.engineOf(connector.from)
  const values = new Map<string, string>()
  values.set('name', connector.name ?? 'NC')
  values.set('uri', connectorUri(network, connector).uri)
  values.set(
    'leads to',
    remotesOf(connector)
      .map((id) => network.nameOf(id))
      .join(', '),
  )
  for (const key of SETTING_KEYS) {
    const row = settingRow(key)
    const own = connector.settings[key] ?? (key === 'userName' ? design.bridgeUser : undefined)
    const value = own ?? defaultFor(row, engine)
    if (value !== undefined) values.set(row.xml, String(value))
  }
  for (const list of Object.keys(DESTINATION_LISTS) as DestinationList[]) {
    const names = (connector.filters[list] ?? []).map(formatDestination).toSorted()
    if (names.length > 0) values.set(DESTINATION_LISTS[list].xml, names.join(', '))
  }
  for (const [name, value] of Object.entries(connector.extra ?? {})) values.set(name, value)
  return values
}

function differences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly ChangedField[] {
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((field) => {
    const [old, now] = [before.get(field), after.get(field)]
    if (old === now) return []
    return [
      { field, ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) },
    ]
  })
}

function changedFiles(
  before: Design,
  after: Design,
  matched: ReadonlyMap<BrokerId, BrokerId>,
): Difference['files'] {
  const [left, right] = [networkOf(before), networkOf(after)]
  const changed: string[] = []
  const same: string[] = []
  const news = new Map([...matched].map(([old, now]) => [now, old]))
  for (const broker of after.brokers) {
    if (broker.external) continue
    const old = news.get(broker.id)
    const instances: readonly (0 | 1)[] = broker.instances.length === 2 ? [0, 1] : [0]
    const alike =
      old !== undefined &&
      instances.every(
        (instance) =>
          writeConfiguration(left, old, instance)?.text ===
          writeConfiguration(right, broker.id, instance)?.text,
      )
    ;(alike ? same : changed).push(broker.name)
  }
  return { changed, same }
}

function changedReach(
  before: Design,
  after: Design,
  matched: ReadonlyMap<BrokerId, BrokerId>,
): readonly ChangedReach[] {
  // A queue that the filters of neither design name.
  const destination = defaultDestination({
    ...after,
    connectors: [...before.connectors, ...after.connectors],
  })
  const options = { destination }
  const name = new Map(before.brokers.map((broker) => [broker.id, nameAfter(after, matched, broker)]))
  const old = new Map(
    forecastAll(networkOf(before), options).map((flow) => [
      `${name.get(flow.from)}\n${name.get(flow.to)}`,
      verdictOf(flow),
    ]),
  )
  const right = networkOf(after)
  const now = new Map(
    forecastAll(right, options).map((flow) => [
      `${right.nameOf(flow.from)}\n${right.nameOf(flow.to)}`,
      verdictOf(flow),
    ]),
  )
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)]
    if (was === is) return []
    const [from = '', to = ''] = key.split('\n')
    return [
      { from, to, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) },
    ]
  })
}

function nameAfter(after: Design, matched: ReadonlyMap<BrokerId, BrokerId>, broker: Broker): string {
  const id = matched.get(broker.id)
  return after.brokers.find((other) => other.id === id)?.name ?? broker.name
}

function verdictOf({ verdict, when }: Flow): string {
  return when === undefined ? verdict : `${verdict} (${when})`
}
