import { EMPTY_DESIGN } from '../design/document.ts'
import type { Broker, Client, Connector, Design, DestinationPolicy } from '../design/design.ts'
import { parseDestination, type Destination } from '../design/destination.ts'
import type { BrokerId } from '../design/ids.ts'
import { DESTINATION_LISTS, NETWORK_CONNECTOR, SETTING_KEYS } from '../dialects/network-connector.ts'
import { readSetting } from '../dialects/row.ts'
import type { TargetId } from '../targets/target.ts'

/**
 * Reads a design from a few words: for examples of checks and for tests. Statements end with `;` or a line.
 *
 * ```
 * target amazon-mq; engine 5.18; user bridge
 * region eu-west-1: a, b
 * pair hub { host=h1.example standby=h2.example }; external partner
 * broker a, b { advisorySupport=false host=a.example port=61616 }; broker twin { name=a }
 * a -> b                                   one-way, declared on a, named a-to-b
 * a = b { networkTTL=2 excluded=topic://> } duplex, declared on a
 * a -> b { name=x }      a -> b { unnamed }      a -> b, c      (one connector toward both)
 * a -> hub { ?maxReconnectDelay=5000 }     an option of the discovery agent
 * consumer on c of queue://x { count=2 selector="kind = 'a'" durable moves }
 * producer on a of topic://t
 * policy on b for queue://> { replayWhenNoConsumers=true }
 * ```
 *
 * Connector options are spelled as in XML; unknown ones become `extra`. Brokers come to be when first named.
 * @throws Error with a sentence, for text that is no sketch: sketches are written by us.
 */
export function sketch(text: string): Design {
  const state: State = {
    design: EMPTY_DESIGN,
    brokers: [],
    calledSo: new Map(),
    connectors: [],
    clients: [],
    regions: [],
  }
  for (const statement of statementsOf(text)) readStatement(state, statement)
  return {
    ...state.design,
    name: 'Sketch',
    regions: state.regions,
    brokers: state.brokers,
    connectors: state.connectors,
    clients: state.clients,
  }
}

/** Cuts at `;` and at line ends, but not inside braces. */
function statementsOf(text: string): readonly string[] {
  const statements: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i <= text.length; i++) {
    const character = text[i] ?? '\n'
    if (character === '{') depth++
    else if (character === '}') depth--
    else if (depth <= 0 && (character === ';' || character === '\n')) {
      statements.push(text.slice(start, i).trim())
      start = i + 1
    }
  }
  return statements.filter((statement) => statement !== '')
}

interface State {
  design: Design
  readonly regions: Design['regions'][number][]
  readonly brokers: Broker[]
  /** What statements call a broker, where its own name is another. */
  readonly calledSo: Map<string, BrokerId>
  readonly connectors: Connector[]
  readonly clients: Client[]
}

/** Splits `a -> b { x=1 y="2 3" flag }` into its head and its options. */
function readStatement(state: State, statement: string): void {
  const match = /^([^{]*?)\s*(?:\{(.*)\})?$/s.exec(statement)
  const head = match?.[1] ?? ''
  const options = readOptions(match?.[2] ?? '')
  const words = head.split(/\s+/)
  const rest = words.slice(1).join(' ')
  switch (words[0]) {
    case 'target':
      state.design = {
        ...state.design,
        target: words[1] as TargetId,
        ...(words[2] ? { engine: words[2] } : {}),
      }
      return
    case 'engine':
      state.design = { ...state.design, engine: rest }
      return
    case 'user':
      state.design = { ...state.design, bridgeUser: rest }
      return
    case 'region':
      readRegion(state, rest)
      return
    case 'broker':
    case 'pair':
    case 'external':
      for (const name of rest.split(/,\s*/)) readBroker(state, words[0], name, options)
      return
    case 'consumer':
    case 'producer':
      readClient(state, words[0], rest, options)
      return
    case 'policy':
      readPolicy(state, rest, options)
      return
    default:
      readConnector(state, head, options)
  }
}

function readOptions(text: string): Map<string, string> {
  const options = new Map<string, string>()
  for (const [, key, quoted, plain] of text.matchAll(/([?A-Za-z]+)(?:=(?:"([^"]*)"|(\S+)))?/g)) {
    if (!key) continue
    const value = quoted ?? plain ?? 'true'
    options.set(key, options.has(key) ? `${options.get(key)} ${value}` : value)
  }
  return options
}

function readRegion(state: State, text: string): void {
  const [name = '', members = ''] = text.split(/:\s*/)
  const id = `r${state.regions.length + 1}` as const
  state.regions.push({ id, name })
  for (const member of members.split(/,\s*/).filter(Boolean)) {
    change(state, brokerNamed(state, member), (broker) => ({ ...broker, region: id }))
  }
}

function brokerNamed(state: State, name: string): BrokerId {
  const known = state.calledSo.get(name)
  if (known) return known
  const id = `b${state.brokers.length + 1}` as const
  state.calledSo.set(name, id)
  state.brokers.push({ id, name, instances: [{}] })
  return id
}

function change(state: State, id: BrokerId, edit: (broker: Broker) => Broker): void {
  const index = state.brokers.findIndex((broker) => broker.id === id)
  const broker = state.brokers[index]
  if (broker) state.brokers[index] = edit(broker)
}

const BROKER_FLAGS = [
  'advisorySupport',
  'persistent',
  'useJmx',
  'networkConnectorStartAsync',
  'useVirtualDestSubs',
  'authorization',
]

function readBroker(state: State, kind: string, name: string, options: Map<string, string>): void {
  const settings: Record<string, unknown> = {}
  const instance: Record<string, unknown> = {}
  const fields: Record<string, unknown> = {}
  const amazon: Record<string, unknown> = {}
  let standby: string | undefined
  for (const [key, value] of options) {
    if (BROKER_FLAGS.includes(key)) settings[key] = value === 'true'
    else if (key === 'brokerId') settings[key] = value
    else if (key === 'users') settings[key] = value.split(',')
    else if (key === 'target' || key === 'engine' || key === 'name') fields[key] = value
    else if (key === 'standby') standby = value
    else if (key === 'scheme' || key === 'host' || key === 'zone') instance[key] = value
    else if (key === 'port') instance[key] = Number(value)
    else if (key === 'id') amazon['brokerId'] = value
    else amazon[key] = value === 'true' ? true : value === 'false' ? false : value
  }
  change(state, brokerNamed(state, name), (broker) => ({
    ...broker,
    ...fields,
    ...(kind === 'external' ? { external: true as const } : {}),
    instances:
      kind === 'pair'
        ? [instance, { zone: 'b', ...(standby ? { host: standby } : {}) }]
        : [{ ...broker.instances[0], ...instance }],
    ...(Object.keys(settings).length > 0 ? { settings: settings } : {}),
    ...(Object.keys(amazon).length > 0 ? { amazon } : {}),
  }))
}

const KEY_BY_XML = new Map<string, (typeof SETTING_KEYS)[number]>(
  SETTING_KEYS.map((key) => [NETWORK_CONNECTOR[key].xml, key]),
)

function readConnector(state: State, head: string, options: Map<string, string>): void {
  const match = /^(\S+)\s*(->|=)\s*(.+)$/.exec(head)
  if (!match?.[1] || !match[3]) throw new Error(`This is no statement of a sketch: "${head}".`)
  const from = brokerNamed(state, match[1])
  const names = match[3].split(/,\s*/)
  const [to, ...alsoTo] = names.map((name) => brokerNamed(state, name))
  if (!to) throw new Error(`This connector leads nowhere: "${head}".`)
  const settings: Record<string, unknown> = match[2] === '=' ? { duplex: true } : {}
  const filters: Record<string, readonly Destination[]> = {}
  const extra: Record<string, string> = {}
  let name: string | undefined = `${match[1]}-to-${names[0]}`
  let uri: string | undefined
  const uriOptions: Record<string, string> = {}
  for (const [key, value] of options) {
    const setting = KEY_BY_XML.get(key)
    const parsed = setting && readSetting(NETWORK_CONNECTOR[setting].type, value)
    if (key === 'name') name = value
    else if (key === 'unnamed') name = undefined
    else if (key === 'uri') uri = value
    else if (key.startsWith('?')) uriOptions[key.slice(1)] = value
    else if (key in DESTINATION_LISTS) filters[key] = value.split(' ').flatMap((text) => entryOf(text) ?? [])
    else if (setting && parsed !== undefined) settings[setting] = parsed
    else extra[key] = value
  }
  state.connectors.push({
    id: `c${state.connectors.length + 1}`,
    ...(name === undefined ? {} : { name }),
    from,
    to,
    ...(alsoTo.length > 0 ? { alsoTo } : {}),
    settings: settings,
    filters: filters,
    ...(uri === undefined ? {} : { uri }),
    ...(Object.keys(uriOptions).length > 0 ? { uriOptions } : {}),
    ...(Object.keys(extra).length > 0 ? { extra } : {}),
  })
}

/** `queue://` alone is an entry without a name: a fault that examples need. */
function entryOf(text: string): Destination | undefined {
  if (text === 'queue://' || text === 'topic://')
    return { kind: text === 'queue://' ? 'queue' : 'topic', name: '' }
  return parseDestination(text)
}

function readClient(
  state: State,
  role: 'producer' | 'consumer',
  text: string,
  options: Map<string, string>,
): void {
  const match = /^on (\S+) of (\S+)$/.exec(text)
  const destination = parseDestination(match?.[2] ?? '')
  if (!match?.[1] || !destination) throw new Error(`This client is not complete: "${role} ${text}".`)
  const fields: Record<string, unknown> = {}
  for (const [key, value] of options) {
    fields[key] = key === 'count' || key === 'priority' ? Number(value) : value === 'true' ? true : value
  }
  state.clients.push({
    id: `k${state.clients.length + 1}`,
    broker: brokerNamed(state, match[1]),
    role,
    destination,
    ...fields,
  })
}

function readPolicy(state: State, text: string, options: Map<string, string>): void {
  const match = /^on (\S+) for (\S+)$/.exec(text)
  const destination = parseDestination(match?.[2] ?? '')
  if (!match?.[1] || !destination) throw new Error(`This policy is not complete: "policy ${text}".`)
  const fields: Record<string, unknown> = {}
  for (const [key, value] of options) {
    fields[key] = value === 'true' ? true : value === 'false' ? false : Number(value)
  }
  const policy: DestinationPolicy = { destination, ...fields }
  change(state, brokerNamed(state, match[1]), (broker) => ({
    ...broker,
    policies: [...(broker.policies ?? []), policy],
  }))
}
