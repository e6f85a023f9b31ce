import { hostLabel } from '../../targets/hostLabels.ts'
import { lineCounter } from '../text/xmlTree.ts'
import { embeddedIn, placeOf, writeEmbedded, type Fill } from './embedded.ts'
import { endpointOf, idOf, type StackBroker } from './stack.ts'
import { surroundings, type Embedded, type TemplateParts } from './template.ts'
import { range, scalar } from './templateNode.ts'

/** Tells a file of Terraform that makes brokers of Amazon MQ or their configurations, by its words. */
export function looksLikeTerraform(text: string): boolean {
  return /^[ \t]*resource\s+"aws_mq_(broker|configuration)"\s+"/m.test(text)
}

interface Block {
  readonly kind: string
  readonly name: string
  /** Where its first line and its body begin, and where the body ends. */
  readonly at: number
  readonly from: number
  readonly to: number
}

/** More than any module has. */
const MOST_BLOCKS = 5000

/** The configurations in a file of Terraform, in heredocs, with what its references come to, and the brokers without one. */
export function readTerraform(text: string): TemplateParts {
  const lineOf = lineCounter(text)
  const blocks = blocksIn(text)
  const body = ({ from, to }: Block) => withoutHeredocs(text.slice(from, to))
  const defaults = new Map(
    blocks
      .filter(({ kind }) => kind === 'variable')
      .flatMap((block) => {
        const value = wordIn(body(block), 'default', new Map())
        return value === undefined ? [] : [[block.name, value] as const]
      }),
  )
  const brokers = blocks
    .filter(({ kind }) => kind === 'aws_mq_broker')
    .map((block) => ({ block, broker: brokerOf(block.name, body(block), defaults) }))
    .filter(({ block }) => !/rabbit/i.test(wordIn(body(block), 'engine_type', defaults) ?? ''))
  const byName = new Map(brokers.map(({ broker }) => [broker.logical, broker]))
  const around = (block: Block, broker: StackBroker, ...more: readonly string[]) =>
    surroundings(broker, lineOf(block.at), more)
  const fill: Fill = (reference, before) => {
    const known = referenceTo(reference, byName) ?? defaults.get(/^var\.([\w-]+)$/.exec(reference)?.[1] ?? '')
    // A variable that nobody gives a value stands under its own name, but in an address it is a place that is not known.
    const isAddress = /\buri\s*=\s*(["'])(?:(?!\1)[^<>])*$/.test(before)
    return known ?? (isAddress ? undefined : /^var\.([\w-]+)$/.exec(reference)?.[1])
  }
  const taken = new Set<string>()
  const configurations = blocks.flatMap((block): readonly Embedded[] => {
    if (block.kind !== 'aws_mq_configuration') return []
    const heredoc = heredocIn(text, block)
    const embedded =
      heredoc &&
      embeddedIn(
        {
          ...scalar(heredoc.value, 'block', range(heredoc.at, heredoc.value.length), heredoc.at),
          tag: 'Sub',
        },
        fill,
      )
    if (!embedded) return []
    const owners = brokers.filter(({ broker }) => broker.configurations.includes(block.name))
    for (const { broker } of owners) taken.add(broker.logical)
    const [first, ...shared] = owners.map((owner) => around(owner.block, owner.broker, block.name))
    return [
      {
        xml: embedded.text,
        around: first ?? { fallback: block.name, aliases: [block.name], target: 'amazon-mq' },
        ...(shared.length > 0 ? { shared } : {}),
        lineAt: (position) => lineOf(placeOf(embedded, position) ?? block.at),
        placeAt: (position) => placeOf(embedded, position),
        write: (edits) => writeEmbedded(embedded, edits, text),
        coded: false,
      },
    ]
  })
  const bare = brokers.filter(({ broker }) => !taken.has(broker.logical))
  return { configurations, bare: bare.map(({ block, broker }) => around(block, broker)) }
}

function brokerOf(logical: string, body: string, defaults: ReadonlyMap<string, string>): StackBroker {
  const engine = wordIn(body, 'engine_version', defaults)
  const instanceType = wordIn(body, 'host_instance_type', defaults)
  const storage = wordIn(body, 'storage_type', defaults)?.toLowerCase()
  const [configuration] = /\baws_mq_configuration\.([\w-]+)\.id\b/.exec(body)?.slice(1) ?? []
  const users = [...body.matchAll(/\buser\s*\{([^{}]*)\}/g)].flatMap(([, user = '']) => {
    const name = wordIn(user, 'username', defaults)
    return name ?? /\busername\s*=\s*var\.([\w-]+)/.exec(user)?.[1] ?? []
  })
  return {
    logical,
    name: wordIn(body, 'broker_name', defaults) ?? logical,
    ...(engine !== undefined && /^\d+\.\d+/.test(engine) ? { engine } : {}),
    pair: wordIn(body, 'deployment_mode', defaults) === 'ACTIVE_STANDBY_MULTI_AZ',
    users,
    amazon: {
      ...(instanceType === undefined ? {} : { instanceType }),
      ...(storage === 'efs' || storage === 'ebs' ? { storage } : {}),
    },
    zones: [],
    configurations: configuration === undefined ? [] : [configuration],
  }
}

/** `aws_mq_broker.b.instances.0.endpoints.0`, `aws_mq_broker.b.instances[0].endpoints[0]`, `aws_mq_broker.b.id`. */
function referenceTo(reference: string, brokers: ReadonlyMap<string, StackBroker>): string | undefined {
  const plain = reference.replace(/\[(\d+)\]/g, '.$1')
  const [, name = '', instance] =
    /^aws_mq_broker\.([\w-]+)\.(?:id|instances\.(\d)\.endpoints\.0)$/.exec(plain) ?? []
  const broker = brokers.get(name)
  if (!broker) return undefined
  return instance === undefined ? idOf(broker) : endpointOf(broker, Number(instance) + 1)
}

/** A word that an argument is given: as it is, or by a variable with a default. `undefined` for any other expression. */
function wordIn(body: string, name: string, defaults: ReadonlyMap<string, string>): string | undefined {
  const [, quoted, bare = ''] =
    new RegExp(`(?:^|[\\s{])${name}\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([\\w.-]+))`).exec(body) ?? []
  const variable = /^(?:\$\{\s*)?var\.([\w-]+)(?:\s*\})?$/.exec(quoted ?? bare)?.[1]
  if (variable !== undefined) return defaults.get(variable)
  if (quoted !== undefined) return hostLabel(quoted) === '' || quoted.includes('${') ? undefined : quoted
  return /^(true|false|[\d.]+)$/.test(bare) ? bare : undefined
}

/** Blocks at the top of a file: resources by their type, variables as `variable`. */
function blocksIn(text: string): readonly Block[] {
  const opener = /^[ \t]*(?:resource\s+"([\w-]+)"|(variable))\s+"([\w-]+)"\s*\{/gm
  const blocks: Block[] = []
  for (let match = opener.exec(text); match && blocks.length < MOST_BLOCKS; match = opener.exec(text)) {
    const from = opener.lastIndex
    const to = endOfBlock(text, from)
    blocks.push({ kind: match[1] ?? match[2] ?? '', name: match[3] ?? '', at: match.index, from, to })
    opener.lastIndex = to
  }
  return blocks
}

/** Where the brace that opened before a place is closed; texts and heredocs are passed over. */
function endOfBlock(text: string, from: number): number {
  const token = /"(?:[^"\\\n]|\\.)*"|<<[-~]?[A-Za-z_]|#[^\n]*|\/\/[^\n]*|[{}]/g
  token.lastIndex = from
  let depth = 1
  for (let match = token.exec(text); match; match = token.exec(text)) {
    if (match[0].startsWith('<<')) {
      const heredoc = heredocFrom(text, match.index)
      if (!heredoc) return text.length
      token.lastIndex = heredoc.end
    } else if (match[0] === '{') depth++
    else if (match[0] === '}' && --depth === 0) return match.index
  }
  return text.length
}

interface Heredoc {
  /** Where the mark, the text in it, and what is behind it begin. */
  readonly start: number
  readonly at: number
  readonly value: string
  readonly end: number
}

/** The first heredoc behind a place; `undefined` where there is none, or nobody closes it. Looks at each character once. */
function heredocFrom(text: string, from: number): Heredoc | undefined {
  const opener = /<<([-~]?)([A-Za-z_]\w{0,100})[^\S\n]{0,100}\n/g
  opener.lastIndex = from
  const match = opener.exec(text)
  if (!match) return undefined
  // `<<-` takes the indent away, so that an XML declaration stands at the start.
  const indent =
    match[1] === '' ? '' : (/^[ \t]*/.exec(text.slice(opener.lastIndex, opener.lastIndex + 200))?.[0] ?? '')
  const at = opener.lastIndex + indent.length
  const closer = new RegExp(`^[ \\t]*${match[2]}[ \\t]*\\r?$`, 'gm')
  closer.lastIndex = opener.lastIndex
  const closing = closer.exec(text)
  if (!closing) return undefined
  return {
    start: match.index,
    at,
    value: text.slice(Math.min(at, closing.index), closing.index),
    end: closer.lastIndex,
  }
}

function withoutHeredocs(body: string): string {
  let rest = ''
  let at = 0
  for (let heredoc = heredocFrom(body, 0); heredoc; heredoc = heredocFrom(body, at)) {
    rest += body.slice(at, heredoc.start)
    at = heredoc.end
  }
  return rest + body.slice(at)
}

function heredocIn(text: string, { from, to }: Block): Pick<Heredoc, 'value' | 'at'> | undefined {
  const heredoc = heredocFrom(text.slice(from, to), 0)
  return heredoc && { value: heredoc.value, at: from + heredoc.at }
}
