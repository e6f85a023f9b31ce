import {
  DESTINATION_LISTS,
  SETTING_KEYS,
  settingRow,
  type ConnectorSettings,
  type DestinationList,
} from '../../dialects/network-connector.ts'
import type { SettingType } from '../../dialects/row.ts'
import type {
  AmazonBroker,
  Broker,
  BrokerSettings,
  Client,
  Connector,
  DestinationPolicy,
  Filters,
  IgnoredFinding,
  Instance,
  Note,
  Region,
} from '../design.ts'
import type { Destination } from '../destination.ts'
import {
  fieldsFor,
  flag,
  group,
  isRaw,
  list,
  mark,
  oneOf,
  readFields,
  text,
  textsByName,
  whole,
  type Fields,
  type Reader,
} from './fields.ts'
import type { ElementId } from '../ids.ts'

/** How each element of a design is read, field by field, in the order in which the fields are written. */

/** Any short text may be an id in a file that somebody wrote by hand; `parseDocument` turns it into one of ours. */
function id<Id extends ElementId>(): Reader<Id> {
  return {
    expects: 'the id of an element',
    read: (value) => (typeof value === 'string' && value.length <= 200 ? (value as Id) : undefined),
  }
}

export const target = oneOf({ 'self-managed': true, 'amazon-mq': true })

const setting: Readonly<Record<SettingType, Reader<boolean | number | string>>> = {
  boolean: flag,
  integer: whole,
  long: whole,
  memory: {
    expects: 'a whole number or a text such as "2mb"',
    read: (value, log, at) => whole.read(value, log, at) ?? text.read(value, log, at),
  },
  text,
}

/** The table of the dialect gives each setting its type, so it gives its reader too. */
export const settings: Reader<ConnectorSettings> = group(
  fieldsFor(SETTING_KEYS, (key) => setting[settingRow(key).type]) as Fields<ConnectorSettings>,
  'settings',
)

const destination: Reader<Destination> = {
  expects: 'a queue or a topic with a name',
  read(value, log, at) {
    if (!isRaw(value)) return undefined
    const { kind, name } = readFields(
      { kind: oneOf({ queue: true, topic: true }), name: text } satisfies Fields<Destination>,
      value,
      log,
      at,
    )
    return kind === undefined || name === undefined ? undefined : { kind, name }
  },
}

const destinations = list(destination, 'destination')

const filters: Reader<Filters> = group(
  fieldsFor(Object.keys(DESTINATION_LISTS) as DestinationList[], () => destinations),
  'filters',
)

const instance: Reader<Instance> = group<Instance>(
  { scheme: text, host: text, port: whole, zone: text },
  'instance',
)

const instances: Reader<Broker['instances']> = {
  expects: 'a list of one instance, or of two for a pair',
  read(value, log, at) {
    const read = list(instance, 'instance').read(value, log, at)
    const [first, second] = read ?? []
    if (read && read.length > 2) {
      log.add('too-many', `${at}: it has ${read.length} instances; the first two were read.`)
    }
    return first && (second ? [first, second] : [first])
  },
}

const policy: Reader<DestinationPolicy> = {
  expects: 'a policy with a destination',
  read(value, log, at) {
    if (!isRaw(value)) return undefined
    const fields: Fields<DestinationPolicy> = {
      destination,
      replayWhenNoConsumers: flag,
      selectorAware: flag,
      replayDelay: whole,
      rateLimit: whole,
      rateDuration: whole,
      enableAudit: flag,
      priorityNetworkDispatch: flag,
    }
    const { destination: about, ...rest } = readFields(fields, value, log, at)
    return about && { destination: about, ...rest }
  },
}

const brokerSettings = group<BrokerSettings>(
  {
    brokerId: text,
    advisorySupport: flag,
    persistent: flag,
    useJmx: flag,
    networkConnectorStartAsync: flag,
    useVirtualDestSubs: flag,
    users: list(text, 'user'),
    authorization: flag,
  },
  'settings',
)

const amazon = group<AmazonBroker>(
  {
    brokerId: text,
    instanceType: text,
    storage: oneOf({ efs: true, ebs: true }),
    autoMinorVersionUpgrade: flag,
    publiclyAccessible: flag,
    authentication: oneOf({ simple: true, ldap: true }),
    vpc: text,
  },
  'Amazon MQ',
)

export const REGION: Fields<Region> = { id: id(), name: text }

export const BROKER: Fields<Broker> = {
  id: id(),
  name: text,
  region: id(),
  instances,
  external: mark,
  target,
  engine: text,
  settings: brokerSettings,
  amazon,
  policies: list(policy, 'policy'),
}

export const CONNECTOR: Fields<Connector> = {
  id: id(),
  name: text,
  from: id(),
  to: id(),
  alsoTo: list(id(), 'further broker'),
  settings,
  filters,
  uri: text,
  uriOptions: textsByName,
  extra: textsByName,
}

export const CLIENT: Fields<Client> = {
  id: id(),
  name: text,
  broker: id(),
  role: oneOf({ producer: true, consumer: true }),
  destination,
  count: whole,
  selector: text,
  durable: mark,
  replies: mark,
  moves: mark,
  priority: whole,
}

export const NOTE: Fields<Note> = { id: id(), text, about: id() }

export const IGNORED: Fields<IgnoredFinding> = { check: text, at: list(id(), 'element'), reason: text }
