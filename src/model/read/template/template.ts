import { isRaw, type Raw } from '../../design/saved/fields.ts'
import { nameOfFile } from '../source/fileWords.ts'
import { embeddedIn, placeOf, writeEmbedded } from './embedded.ts'
import type { Surroundings } from '../source/sourceBrokers.ts'
import type { TemplateNode } from './templateNode.ts'
import { readTemplateTree } from './templateTree.ts'
import type { TextEdit } from '../text/textEdits.ts'
import { lineCounter } from '../text/xmlTree.ts'

/** A configuration that stands inside of a CloudFormation template. */
export interface Embedded {
  readonly xml: string
  readonly around: Surroundings
  /** The line of the template on which a place of the configuration stands. */
  readonly lineAt: (position: number) => number
  /** The place of the template that a place of the configuration stands at; `undefined` where nobody wrote it there. */
  readonly placeAt: (position: number) => number | undefined
  /**
   * What to change in the template for changes in the configuration; `undefined` where one of them is not in the text of
   * one value: in a reference, or across two parts of a list that is joined.
   */
  readonly write: (edits: readonly TextEdit[]) => readonly TextEdit[] | undefined
  /** It stands there as base64, which changes as a whole. */
  readonly coded: boolean
}

/** Tells a CloudFormation template by its words, before anything is read. */
export function looksLikeTemplate(text: string): boolean {
  return /AWS::AmazonMQ::(Configuration|Broker)/.test(text)
}

/** More than any stack may have. */
const MOST_RESOURCES = 5000

/**
 * The configurations inside of a CloudFormation template, in JSON or YAML, plain or base64, with `Fn::Sub`, `Fn::Join`
 * and references as `${…}`. `undefined` where the text cannot be taken apart.
 */
export function readTemplate(text: string): readonly Embedded[] | undefined {
  const root = readTemplateTree(text)
  const resources = entryOf(root, 'Resources')
  if (resources?.kind !== 'map') return undefined
  const raw: Record<string, Raw> = {}
  for (const [logical, node] of resources.entries.slice(0, MOST_RESOURCES)) {
    const value = rawOf(node)
    if (isRaw(value)) raw[logical] = value
  }
  const owners = ownersIn(raw)
  const lineOf = lineCounter(text)
  const found: Embedded[] = []
  for (const [logical, resource] of resources.entries.slice(0, MOST_RESOURCES)) {
    if (raw[logical]?.['Type'] !== 'AWS::AmazonMQ::Configuration') continue
    const data = entryOf(entryOf(resource, 'Properties'), 'Data')
    const embedded = data && embeddedIn(data)
    if (!embedded) continue
    const properties = raw[logical]['Properties']
    found.push({
      xml: embedded.text,
      around: surroundings(logical, owners.get(logical), isRaw(properties) ? properties : {}, raw),
      lineAt: (position) => lineOf(placeOf(embedded, position) ?? data.at),
      placeAt: (position) => placeOf(embedded, position),
      write: (edits) => writeEmbedded(embedded, edits, text),
      coded: embedded.coded !== undefined,
    })
  }
  return withoutReplaced(found)
}

/** XML in double quotes, with its own quotes and line ends escaped. */
const ESCAPED =
  /\bbrokerName=\\"|\bxmlns(?::[\w.-]{1,50})?=\\"http:\/\/activemq|<\/(?:[\w.-]{1,50}:)?(?:broker|networkConnectors)>\\[nrt]/
const HOLDS = /(?:<|\\u003[cC])(?:[\w.-]{1,50}:)?(?:broker|networkConnectors?)(?:[\s>/]|\\)/
/** What `aws mq describe-configuration-revision` prints. */
const CODED = /"Data"\s*:\s*"[A-Za-z0-9+/]{40}/

/** Tells data with configurations in its texts, as `kubectl` and `aws` print them, by its words. */
export function looksLikeData(text: string): boolean {
  return /^\s*[{[]/.test(text) ? CODED.test(text) || HOLDS.test(text) : ESCAPED.test(text)
}

/**
 * The configurations in the texts of a data file: each is called by its key, `Data` of Amazon MQ by the words beside it.
 * Empty where it holds none, or cannot be taken apart.
 */
export function readData(text: string): readonly Embedded[] {
  const lineOf = lineCounter(text)
  const found: Embedded[] = []
  const walk = (node: TemplateNode | undefined, keys: readonly string[]): void => {
    if (found.length >= MOST_RESOURCES) return
    if (node?.kind === 'map') for (const [key, each] of node.entries) walk(each, [...keys, key])
    if (node?.kind === 'list') for (const each of node.items) walk(each, keys)
    if (node?.kind !== 'scalar') return
    const key = keys.at(-1) ?? ''
    const coded = key === 'Data' || keys.at(-2) === 'binaryData'
    if (!coded && !/^\s*</.test(node.value)) return
    const embedded = embeddedIn(node)
    if (!embedded || !HOLDS.test(embedded.text)) return
    found.push({
      xml: embedded.text,
      around: {
        ...(key === 'Data' ? { target: 'amazon-mq' as const } : {}),
        ...(SAYS_NOTHING.test(key) ? {} : { fallback: nameOfFile(key) }),
      },
      lineAt: (position) => lineOf(placeOf(embedded, position) ?? node.at),
      placeAt: (position) => placeOf(embedded, position),
      write: (edits) => writeEmbedded(embedded, edits, text),
      coded: embedded.coded !== undefined,
    })
  }
  walk(readTemplateTree(text), [])
  return found
}

/** Keys that every such file has. */
const SAYS_NOTHING = /^(Data|activemq\.xml|broker\.xml|value|content|)$/i

function entryOf(node: TemplateNode | undefined, key: string): TemplateNode | undefined {
  return node?.kind === 'map' ? node.entries.find(([name]) => name === key)?.[1] : undefined
}

/** A value in the shape that JSON has, short forms of functions as their long ones. */
function rawOf(node: TemplateNode): unknown {
  const value =
    node.kind === 'scalar'
      ? node.value
      : node.kind === 'list'
        ? node.items.map(rawOf)
        : Object.fromEntries(
            node.entries.filter(([key]) => key !== '__proto__').map(([key, each]) => [key, rawOf(each)]),
          )
  if (node.tag === undefined) return value
  return { [node.tag === 'Ref' || node.tag === 'Condition' ? node.tag : `Fn::${node.tag}`]: value }
}

/** The broker that a configuration belongs to, by its association or by the broker's own reference to it. */
function surroundings(
  logical: string,
  owner: string | undefined,
  configuration: Raw,
  resources: Raw,
): Surroundings {
  const broker = owner === undefined ? undefined : resources[owner]
  const properties = isRaw(broker) && isRaw(broker['Properties']) ? broker['Properties'] : {}
  const named = properties['BrokerName']
  const engine = properties['EngineVersion'] ?? configuration['EngineVersion']
  const users = Array.isArray(properties['Users'])
    ? properties['Users'].flatMap((user) => (isRaw(user) ? (wordOf(user['Username']) ?? []) : []))
    : []
  const fallback = typeof named === 'string' && !named.includes('${') ? named : (owner ?? logical)
  return {
    fallback,
    aliases: [logical, ...(owner === undefined ? [] : [owner])],
    target: 'amazon-mq',
    ...(typeof engine === 'string' && /^\d+\.\d+/.test(engine) ? { engine } : {}),
    ...(properties['DeploymentMode'] === 'ACTIVE_STANDBY_MULTI_AZ' ? { pair: true as const } : {}),
    ...(users.length > 0 ? { users } : {}),
  }
}

/** A text, or a reference as `${…}`. */
function wordOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (!isRaw(value)) return undefined
  const name = value['Ref'] ?? value['Fn::Sub']
  if (typeof name !== 'string') return undefined
  return value['Ref'] === undefined ? name : `\${${name}}`
}

/** The brokers that configurations belong to; what an association says counts more than what a broker says. */
function ownersIn(resources: Raw): ReadonlyMap<string, string> {
  const owners = new Map<string, string>()
  const associated = new Set<string>()
  for (const [logical, resource] of Object.entries(resources)) {
    if (!isRaw(resource) || !isRaw(resource['Properties'])) continue
    const { Configuration: used, Broker: broker } = resource['Properties']
    const id = isRaw(used) ? used['Id'] : undefined
    const configuration = isRaw(id) ? id['Ref'] : undefined
    if (typeof configuration !== 'string') continue
    if (resource['Type'] === 'AWS::AmazonMQ::ConfigurationAssociation' && isRaw(broker)) {
      owners.set(configuration, String(broker['Ref']))
      associated.add(configuration)
    } else if (resource['Type'] === 'AWS::AmazonMQ::Broker' && !associated.has(configuration)) {
      owners.set(configuration, logical)
    }
  }
  return owners
}

/** A broker may start with one configuration and be given another by an association: the association's counts. */
function withoutReplaced(found: readonly Embedded[]): readonly Embedded[] {
  const last = new Map<string, Embedded>()
  for (const embedded of found) {
    const owner = embedded.around.aliases?.[1] ?? embedded.around.aliases?.[0] ?? ''
    const known = last.get(owner)
    if (!known || embedded.xml.includes('networkConnector') || !known.xml.includes('networkConnector')) {
      last.set(owner, embedded)
    }
  }
  const kept = new Set(last.values())
  return found.filter((embedded) => kept.has(embedded))
}
