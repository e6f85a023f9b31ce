import { isRaw, type Raw } from '../../design/saved/fields.ts'
import { nameOfFile } from '../source/fileWords.ts'
import { embeddedIn, placeOf, writeEmbedded, type EmbeddedText, type Fill } from './embedded.ts'
import { Stack, type StackBroker } from './stack.ts'
import type { Surroundings } from '../source/surroundings.ts'
import type { TemplateNode } from './templateNode.ts'
import { readTemplateTree } from './templateTree.ts'
import type { TextEdit } from '../text/textEdits.ts'
import { lineCounter } from '../text/xmlTree.ts'

/** A configuration that stands inside of a CloudFormation template. */
export interface Embedded {
  readonly xml: string
  readonly around: Surroundings & Partial<StackSurroundings>
  /** Further brokers that have the same configuration. */
  readonly shared?: readonly StackSurroundings[]
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

/** What a template holds of brokers. */
export interface TemplateParts {
  readonly configurations: readonly Embedded[]
  /** Brokers of their own, for which the template has no configuration. */
  readonly bare: readonly StackSurroundings[]
}

/**
 * The configurations inside of a CloudFormation template, in JSON or YAML, plain or base64, with what its references come
 * to as far as the template says it, and the brokers without one. `undefined` where the text cannot be taken apart.
 */
export function readTemplate(text: string): TemplateParts | undefined {
  const root = readTemplateTree(text)
  const resources = entryOf(root, 'Resources')
  if (resources?.kind !== 'map') return undefined
  const raw: Record<string, Raw> = {}
  for (const [logical, node] of resources.entries.slice(0, MOST_RESOURCES)) {
    const value = rawOf(node)
    if (isRaw(value)) raw[logical] = value
  }
  const parameters = entryOf(root, 'Parameters')
  const declared = parameters && rawOf(parameters)
  const stack = new Stack(raw, isRaw(declared) ? declared : {})
  // A parameter that nobody gives a value stands under its own name, but in an address it is a place that is not known.
  const fill: Fill = (reference, before) =>
    stack.fillIn(reference) ??
    (stack.isOpen(reference) && !/\buri\s*=\s*(["'])(?:(?!\1)[^<>])*$/.test(before) ? reference : undefined)
  const lineOf = lineCounter(text)
  const placeOfBroker = new Map(resources.entries.map(([logical, { at }]) => [logical, lineOf(at)]))
  const around = (broker: StackBroker, ...more: readonly string[]) =>
    surroundings(broker, placeOfBroker.get(broker.logical) ?? 1, more)
  const read = new Map<string, { readonly embedded: EmbeddedText; readonly at: number }>()
  for (const [logical, resource] of resources.entries.slice(0, MOST_RESOURCES)) {
    if (raw[logical]?.['Type'] !== 'AWS::AmazonMQ::Configuration') continue
    const data = entryOf(entryOf(resource, 'Properties'), 'Data')
    const embedded = data && embeddedIn(data, fill)
    if (embedded) read.set(logical, { embedded, at: data.at })
  }
  // A broker may start with one configuration and be given another by an association: the one with connectors counts.
  const chosen = new Map(
    stack.brokers.map(({ logical, configurations }) => {
      const known = configurations.filter((name) => read.has(name))
      const linked = known.find((name) => read.get(name)?.embedded.text.includes('networkConnector'))
      return [logical, linked ?? known[0]] as const
    }),
  )
  const configurations = [...read].flatMap(([logical, { embedded, at }]): readonly Embedded[] => {
    const owners = stack.brokers.filter((broker) => chosen.get(broker.logical) === logical)
    if (owners.length === 0 && stack.ownersOf(logical).length > 0) return []
    const [first, ...others] = owners.map((broker) => around(broker, logical))
    const engine = stack.textOf(raw[logical]?.['Properties'], 'EngineVersion')
    return [
      {
        xml: embedded.text,
        around: {
          ...(engine !== undefined && /^\d+\.\d+/.test(engine) ? { engine } : {}),
          ...(first ?? { fallback: logical, aliases: [logical], target: 'amazon-mq' as const }),
        },
        ...(others.length > 0 ? { shared: others } : {}),
        lineAt: (position) => lineOf(placeOf(embedded, position) ?? at),
        placeAt: (position) => placeOf(embedded, position),
        write: (edits) => writeEmbedded(embedded, edits, text),
        coded: embedded.coded !== undefined,
      },
    ]
  })
  const bare = stack.brokers.filter(({ logical }) => chosen.get(logical) === undefined)
  return { configurations, bare: bare.map((broker) => around(broker)) }
}

/** What a template says around a configuration: of the broker that has it, and where that stands. */
export interface StackSurroundings extends Surroundings {
  readonly line: number
  readonly amazon: StackBroker['amazon']
  readonly zones: readonly string[]
  readonly region?: string
}

/** What is known of the broker of a configuration; `more`: other words for it. */
export function surroundings(
  { logical, name, engine, pair, users, amazon, zones, region }: StackBroker,
  line: number,
  more: readonly string[],
): StackSurroundings {
  return {
    fallback: name,
    aliases: [...more, logical],
    target: 'amazon-mq',
    line,
    amazon,
    zones,
    ...(region === undefined ? {} : { region }),
    ...(engine === undefined ? {} : { engine }),
    ...(pair ? { pair: true as const } : {}),
    ...(users.length > 0 ? { users } : {}),
  }
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
