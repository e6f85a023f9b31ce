import type { BrokerSettings, DestinationPolicy } from '../../design/design.ts'
import type { Destination } from '../../design/destination.ts'
import { BROKER_ATTRIBUTES } from '../../dialects/broker.ts'
import { POLICY_SETTINGS } from '../../dialects/policy-entry.ts'
import { readSetting, type SettingValue } from '../../dialects/row.ts'
import { transportOf } from '../../dialects/transport.ts'
import { readListener } from './addresses.ts'
import { holdsPlaceholder, resolve } from './properties.ts'
import { withoutSecrets } from './secrets.ts'
import type { Listener, Notebook } from './source.ts'
import { childrenNamed, descend, findElements, type XmlElement } from '../text/xmlTree.ts'

type Values = ReadonlyMap<string, string>

/** Attributes and plugins of a broker that a design knows. Names of users, never their passwords. */
export function readSettings(broker: XmlElement, values: Values, notes: Notebook): BrokerSettings {
  const settings: Record<string, SettingValue | readonly string[]> = {}
  for (const [key, row] of Object.entries(BROKER_ATTRIBUTES)) {
    const raw = broker.attributes.get(row.xml)
    if (raw === undefined) continue
    const text = resolve(raw, values)
    const value = readSetting(row.type, row.type === 'text' ? text : text.trim())
    if (value !== undefined) settings[key] = value
    else
      notes.add(
        holdsPlaceholder(text) ? 'placeholder' : 'attribute-value',
        `${row.xml}="${text.slice(0, 60)}" of the broker is not known here, so its default counts.`,
        broker.line,
      )
  }
  const plugins = childrenNamed(broker, 'plugins')
  const users = findElements(plugins, ({ local }) => local === 'authenticationUser')
  const names = users
    .flatMap((user) => user.attributes.get('username') ?? [])
    .map((name) => resolve(name, values))
  if (names.length > 0) settings['users'] = [...new Set(names)]
  const plain = users.filter((user) => {
    const password = user.attributes.get('password')
    return password !== undefined && password !== '' && !holdsPlaceholder(password)
  })
  if (plain[0]) {
    notes.add(
      'password-in-file',
      `${plain.length === 1 ? 'A password of a user stands' : `Passwords of ${plain.length} users stand`} in the file in plain text. They stay there and go nowhere else; put them into a .properties file.`,
      plain[0].line,
    )
  }
  const restricted = findElements(
    plugins,
    ({ local }) => local === 'authorizationMap' || local === 'authorizationPlugin',
  )
  return { ...(settings as BrokerSettings), ...(restricted.length > 0 ? { authorization: true } : {}) }
}

/** Policies that change what a network does; the rest of each entry stays in the file alone. */
export function readPolicies(
  broker: XmlElement,
  values: Values,
  notes: Notebook,
): readonly DestinationPolicy[] {
  const entries = descend(broker, 'destinationPolicy', 'policyMap', 'policyEntries', 'policyEntry')
  const policies: DestinationPolicy[] = []
  for (const entry of descend(broker, 'destinationPolicy', 'policyMap', 'defaultEntry', 'policyEntry')) {
    if (Object.keys(policyOf(entry, values, notes)).length > 0) {
      notes.add(
        'policy-for-all',
        'The default policy of this broker says something of bridges. It counts for every destination that has no policy of its own, which a design cannot say; it stays in the file. Give it to the queue or topic > as well to see what it does.',
        entry.line,
      )
    }
  }
  for (const entry of entries) {
    const destination = destinationOf(entry, values)
    for (const bare of childrenNamed(entry, 'conditionalNetworkBridgeFilterFactory')) {
      notes.add(
        'factory-without-wrapper',
        `The factory conditionalNetworkBridgeFilterFactory without its wrapper is not accepted: other brokers do not start, and Amazon MQ removes it, so nothing is replayed${destination ? ` for ${destination.name}` : ''}. Put it inside <networkBridgeFilterFactory>.`,
        bare.line,
      )
    }
    const found = policyOf(entry, values, notes)
    if (Object.keys(found).length === 0) continue
    if (!destination) {
      notes.add(
        'policy-without-destination',
        'A policy that says something of bridges names neither a queue nor a topic, so it is left aside; it stays in the file.',
        entry.line,
      )
      continue
    }
    policies.push({ destination, ...found })
  }
  return policies
}

/** What a policy is for: `queue="A.>"`, or `<destination><queue physicalName="A.>"/></destination>`. */
export function destinationOf(entry: XmlElement, values: Values): Destination | undefined {
  const inner = childrenNamed(entry, 'destination')[0]
  const named = (local: string) => inner && childrenNamed(inner, local)[0]?.attributes.get('physicalName')
  const queue = entry.attributes.get('queue') ?? named('queue')
  const topic = entry.attributes.get('topic') ?? named('topic')
  if (queue !== undefined) return { kind: 'queue', name: resolve(queue, values) }
  return topic === undefined ? undefined : { kind: 'topic', name: resolve(topic, values) }
}

const POLICY_ROWS = Object.entries(POLICY_SETTINGS)

function policyOf(
  entry: XmlElement,
  values: Values,
  notes: Notebook,
): Partial<Omit<DestinationPolicy, 'destination'>> {
  const factory = descend(entry, 'networkBridgeFilterFactory', 'conditionalNetworkBridgeFilterFactory')[0]
  const found: Record<string, SettingValue> = {}
  for (const [key, row] of POLICY_ROWS) {
    if (row.element === 'dispatchPolicy') {
      if (descend(entry, 'dispatchPolicy', row.xml).length > 0) found[key] = true
      continue
    }
    const place = row.element === 'policyEntry' ? entry : factory
    const raw = place?.attributes.get(row.xml)
    if (raw === undefined) continue
    const text = resolve(raw, values)
    const value = readSetting(row.type, text.trim())
    if (value !== undefined) found[key] = value
    else
      notes.add(
        'attribute-value',
        `${row.xml}="${text.slice(0, 60)}" of a policy is not known here, so its default counts.`,
        place?.line,
      )
  }
  return found
}

/** Where a broker listens, in the order of its file. */
export function readListeners(broker: XmlElement, values: Values): readonly Listener[] {
  const connectors = descend(broker, 'transportConnectors', 'transportConnector')
  // Before 5.0 they stood in the broker itself, and before 4.0 in <connector>.
  const old = [
    ...childrenNamed(broker, 'transportConnector'),
    ...childrenNamed(broker, 'connector').flatMap(({ children }) =>
      children.filter(({ local }) => /^(\w+S|s)erverTransport$/.test(local)),
    ),
  ]
  return [...connectors, ...old].flatMap((element) => {
    const uri = element.attributes.get('uri')
    const group = element.attributes.get('discoveryUri') ?? element.attributes.get('discoveryURI')
    if (uri === undefined) return []
    const listener = readListener(
      resolve(uri, values),
      group === undefined ? undefined : resolve(group, values),
    )
    return [
      {
        ...listener,
        openWire: transportOf(listener.scheme).openWire && !NEVER.has(listener.scheme),
        element,
      },
    ]
  })
}

const NEVER: ReadonlySet<string> = new Set(['xmpp', 'vm', 'rest', 'udp'])

/**
 * What two instances of a pair would share: an absolute directory, the database of a JDBC store, or the ensemble of a
 * replicated one. `undefined` for what is on the machine alone and for what only the machine knows.
 */
export function readStore(broker: XmlElement, values: Values): string | undefined {
  const [adapter] = [
    ...childrenNamed(broker, 'persistenceAdapter'),
    ...childrenNamed(broker, 'persistenceFactory'),
  ]
  const [store] = adapter?.children ?? []
  if (!store) {
    const directory = resolve(broker.attributes.get('dataDirectory') ?? '', values)
    return broker.attributes.get('persistent') === 'false' ? undefined : absolute(directory)
  }
  const source =
    store.attributes.get('dataSource') ??
    childrenNamed(store, 'dataSource')[0]?.children[0]?.attributes.get('bean')
  if (source !== undefined) return database(broker, resolve(source, values), values)
  const zookeeper = store.attributes.get('zkAddress')
  if (zookeeper !== undefined)
    return `zookeeper ${resolve(zookeeper, values)} ${resolve(store.attributes.get('zkPath') ?? '', values)}`
  return absolute(resolve(store.attributes.get('directory') ?? '', values))
}

function absolute(path: string): string | undefined {
  const directory = path.replace(/^file:(\/\/)?/, '')
  return /^(\/|[A-Za-z]:[\\/]|\\\\)/.test(directory) ? directory.replace(/[\\/]+$/, '') : undefined
}

/** The address of a database where its bean is in the file, else the name of the bean. */
function database(broker: XmlElement, name: string, values: Values): string | undefined {
  const id = name.replace(/^#/, '')
  let root = broker
  while (root.parent) root = root.parent
  const [bean] = findElements(
    [root],
    ({ attributes }) => attributes.get('id') === id || attributes.get('name') === id,
  )
  const property = (key: RegExp) => {
    const [found] = findElements(
      bean ? [bean] : [],
      ({ local, attributes }) => local === 'property' && key.test(attributes.get('name') ?? ''),
    )
    const value = found?.attributes.get('value') ?? found?.children[0]?.texts[0]?.text
    return value === undefined ? undefined : resolve(value, values)
  }
  const url = property(/^(url|jdbcUrl|URL|driverURL)$/)
  // These keep their files on the machine that opens them.
  if (/^jdbc:(derby|h2|hsqldb|sqlite):(?!\/\/|tcp:|ssl:)/i.test(url ?? '')) return undefined
  const parts =
    url ?? [property(/^(serverName|host)$/), property(/^(databaseName|database)$/)].filter(Boolean).join(' ')
  return `jdbc ${parts === '' ? id : withoutSecrets(parts)}`
}
