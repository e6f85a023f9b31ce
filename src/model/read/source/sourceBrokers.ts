import type { TargetId } from '../../targets/target.ts'
import { readIdentity, type Identity } from '../../xml/parts/identity.ts'
import { destinationsOf } from './addresses.ts'
import { nameOfFile, foldersOf } from './fileWords.ts'
import { holdsPlaceholder, resolve } from './properties.ts'
import { readConnector } from './readConnector.ts'
import { readListeners, readPolicies, readSettings, readStore } from './readBroker.ts'
import type { Notebook, SourceBroker } from './source.ts'
import type { Surroundings } from './surroundings.ts'
import { childrenNamed, findElements, type XmlElement, type XmlTree } from '../text/xmlTree.ts'

/** Further ones are not looked at: they would only take time. */
const MOST_IN_A_FILE = 20_000

const KNOWN_NAMESPACE = /activemq\.apache\.org\/schema\/core|activemq\.org\/(config|schema\/core)/

/**
 * Every broker of a document: elements named `broker` (or `brokerService`, as blueprints have it) anywhere, whatever their prefix and name space, and
 * `<networkConnectors>` that stand in none.
 */
export function sourceBrokers(
  tree: XmlTree,
  file: number,
  values: ReadonlyMap<string, string>,
  notes: Notebook,
  around: Surroundings = {},
): readonly SourceBroker[] {
  const elements = findElements(
    tree.roots,
    // A template may write the start tag of one broker in two ways, and only the last one has its content.
    (element) =>
      (isBroker(element) && !element.children.some(isBroker)) || element.local === 'networkConnectors',
  )
  const identities = tree.comments.flatMap(({ text, start }) => {
    const identity = readIdentity(text)
    return identity ? [{ identity, start }] : []
  })
  const brokers = elements.slice(0, MOST_IN_A_FILE).map((element, index): SourceBroker => {
    const before = identities.findLast(({ start }) => start < element.start)
    const identity = elements.length === 1 || index === 0 ? before?.identity : undefined
    return element.local === 'networkConnectors'
      ? fragment(element, file, values, notes, around)
      : whole(element, file, values, notes, around, identity)
  })
  for (const comment of [...tree.comments, ...findComments(tree.roots)]) {
    noteComment(comment.text, comment.line, notes)
  }
  return brokers
}

/** What stands in brokers of ActiveMQ alone. */
const PARTS =
  /^(networkConnectors?|transportConnectors|destinationPolicy|destinationInterceptors|persistenceAdapter|systemUsage|managementContext)$/

/** Artemis and others have elements of that name too, so it must be in a name space of ActiveMQ, or look like one of its brokers. */
function isBroker(element: XmlElement): boolean {
  if (element.local !== 'broker' && element.local !== 'brokerService') return false
  if (KNOWN_NAMESPACE.test(element.namespace) || element.attributes.has('brokerName')) return true
  // Before ActiveMQ 4, its connector held the transports.
  return element.children.some(
    ({ local, children }) =>
      PARTS.test(local) ||
      (local === 'connector' && children.some((child) => child.local.endsWith('erverTransport'))),
  )
}

function findComments(roots: readonly XmlElement[]): readonly { text: string; line: number }[] {
  const found: { text: string; line: number }[] = []
  const walk = (elements: readonly XmlElement[]) => {
    for (const { comments, children } of elements) {
      for (const comment of comments) found.push(comment)
      if (children.length > 0) walk(children)
    }
  }
  walk(roots)
  return found
}

function noteComment(text: string, line: number, notes: Notebook): void {
  if (/<([\w.-]+:)?networkConnector[\s>/]/.test(text)) {
    notes.add(
      'connectors-in-comment',
      'A comment holds network connectors. They are not live and stay in the file as they are.',
      line,
    )
  } else if (/#{3,}\s*\w*(MESH|NETWORK|CONNECTOR)\w*\s*#{3,}|\$\{[^}]*connect?or[^}]*\}/i.test(text)) {
    notes.add(
      'connectors-at-start',
      'A mark in a comment shows that a script may put connectors in when the broker starts. They are not known here.',
      line,
    )
  }
}

function whole(
  element: XmlElement,
  file: number,
  values: ReadonlyMap<string, string>,
  notes: Notebook,
  around: Surroundings,
  identity: Partial<Identity> | undefined,
): SourceBroker {
  const containers = childrenNamed(element, 'networkConnectors')
  const container = containers.at(-1)
  // A template may write them in two ways, of which one is filled in: both are read.
  const isTemplate = element.texts.some(({ text }) => /<%|\{%|\{\{/.test(text))
  for (const earlier of isTemplate ? [] : containers.slice(0, -1)) {
    notes.add(
      'connectors-twice',
      `<${earlier.name}> stands there twice, and ActiveMQ takes the last one alone, so what is in this one is left aside. Put all connectors into one.`,
      earlier.line,
    )
  }
  const loose = childrenNamed(element, 'networkConnector')
  for (const each of loose) {
    notes.add(
      'connector-outside',
      'A network connector stands in the broker itself, which ActiveMQ 5 and 6 refuse. Put it into <networkConnectors>.',
      each.line,
    )
  }
  for (const each of element.texts) {
    if (holdsPlaceholder(each.text)) {
      notes.add(
        'connectors-at-start',
        `${each.text.slice(0, 60)} in the broker is filled in elsewhere and may bring connectors that are not known here.`,
        each.line,
      )
    }
  }
  const rawName = nameIn(element)
  const settings = readSettings(element, values, notes)
  const store = readStore(element, values)
  const listeners = readListeners(element, values)
  const connectors = [
    ...(isTemplate ? containers : containers.slice(-1)).flatMap((each) =>
      connectorsIn(each, file, values, notes),
    ),
    ...loose.map((each) => readConnector(each, file, values, notes)),
  ]
  const target = identity?.target ?? around.target ?? likelyTarget(element, listeners.length, connectors)
  return {
    file,
    line: element.line,
    element,
    ...(container ? { container } : {}),
    connectors,
    ...(identity ? { identity } : {}),
    fallback: around.fallback ?? nameOfFile(notes.path),
    aliases: [
      nameOfFile(notes.path),
      ...foldersOf(notes.path),
      ...(around.aliases ?? []),
      ...(element.attributes.has('id') ? [element.attributes.get('id') ?? ''] : []),
    ],
    ...(rawName === undefined ? {} : { brokerName: resolve(rawName, values) }),
    ...(target ? { target } : {}),
    ...engineOf(identity, around),
    settings: around.users && !settings.users ? { ...settings, users: around.users } : settings,
    policies: readPolicies(element, values, notes),
    ...(identity?.id === undefined ? {} : { amazon: { brokerId: identity.id } }),
    ...(identity?.pair || around.pair ? { pair: true as const } : {}),
    listeners,
    ...(store === undefined ? {} : { store }),
    ...(around.group === undefined ? {} : { group: around.group }),
  }
}

/** `brokerName`; before 4.0, when there was no name space yet, it was `name`. */
function nameIn({ attributes, namespace }: XmlElement): string | undefined {
  return attributes.get('brokerName') ?? (namespace === '' ? attributes.get('name') : undefined)
}

function engineOf(identity: Partial<Identity> | undefined, around: Surroundings): { engine?: string } {
  const engine = identity?.engine ?? around.engine
  return engine === undefined ? {} : { engine }
}

/** A configuration of Amazon MQ holds neither a name nor an address nor a store, and its brokers speak TLS alone. */
function likelyTarget(
  element: XmlElement,
  listeners: number,
  connectors: readonly { readonly uri?: string }[],
): TargetId | undefined {
  if (element.parent || listeners > 0) return undefined
  const own = ['brokerName', 'dataDirectory', 'brokerId', 'useJmx'].some((name) =>
    element.attributes.has(name),
  )
  const parts = ['persistenceAdapter', 'persistenceFactory', 'managementContext', 'sslContext', 'systemUsage']
  if (own || element.children.some(({ local }) => parts.includes(local))) return undefined
  return leadsToAmazon(connectors) === false ? undefined : 'amazon-mq'
}

/** Whether connectors speak TLS alone, as those of Amazon MQ do; `undefined` where there are none. */
function leadsToAmazon(connectors: readonly { readonly uri?: string }[]): boolean | undefined {
  const schemes = connectors.flatMap(({ uri }) => {
    const { places, unknown, scheme } = destinationsOf(uri)
    if (unknown === 'cut') return /\bssl:/.test(uri ?? '') ? ['ssl'] : ['']
    return places.length > 0 ? places.flat().map((place) => place.scheme) : [scheme]
  })
  return schemes.length === 0 ? undefined : schemes.every((scheme) => scheme === 'ssl' || scheme === '')
}

function fragment(
  container: XmlElement,
  file: number,
  values: ReadonlyMap<string, string>,
  notes: Notebook,
  around: Surroundings,
): SourceBroker {
  const connectors = connectorsIn(container, file, values, notes)
  return {
    file,
    line: container.line,
    container,
    connectors,
    fallback: around.fallback ?? nameOfFile(notes.path),
    aliases: [nameOfFile(notes.path), ...foldersOf(notes.path)],
    ...(around.target
      ? { target: around.target }
      : onAmazon(connectors)
        ? { target: 'amazon-mq' as const }
        : {}),
    settings: {},
    policies: [],
    listeners: [],
    ...(around.group === undefined ? {} : { group: around.group }),
  }
}

/** Connectors alone say where they are by an endpoint of Amazon MQ, or by one that is cut off as the guide of AWS prints it. */
function onAmazon(connectors: readonly { readonly uri?: string }[]): boolean {
  const leads = connectors.map(({ uri }) => destinationsOf(uri))
  return (
    leadsToAmazon(connectors) === true &&
    leads.every(({ unknown, places }) => unknown === 'cut' || places.flat().some(({ amazon }) => amazon))
  )
}

/** Elements that make bridges in ways that a design does not know. */
const OTHER_CONNECTORS: ReadonlySet<string> = new Set(['multicastNetworkConnector', 'ldapNetworkConnector'])

function connectorsIn(
  container: XmlElement,
  file: number,
  values: ReadonlyMap<string, string>,
  notes: Notebook,
) {
  for (const { text, line } of container.texts) {
    notes.add(
      holdsPlaceholder(text) ? 'connectors-at-start' : 'not-understood',
      holdsPlaceholder(text)
        ? `${text.slice(0, 60)} among the connectors is filled in elsewhere and may bring connectors that are not known here.`
        : `The text "${text.slice(0, 60)}" among the connectors is left aside; it stays in the file.`,
      line,
    )
  }
  return container.children.flatMap((element) => {
    if (element.local === 'networkConnector') return [readConnector(element, file, values, notes)]
    notes.add(
      'not-understood',
      OTHER_CONNECTORS.has(element.local)
        ? `<${element.name}> finds brokers in ways that are not known here. It stays in the file.`
        : `<${element.name}> among the connectors is left aside; it stays in the file.`,
      element.line,
    )
    return []
  })
}
