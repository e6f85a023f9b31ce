import { isPair, type Broker } from '../../design/design.ts'
import type { EngineVersion } from '../../dialects/engine.ts'
import type { Network } from '../../network/network.ts'
import type { TargetId } from '../../targets/target.ts'
import type { About, XmlComment } from '../tree/node.ts'

/** What the first comment of a file says of its broker: what the XML itself has no place for. */
export interface Identity {
  readonly broker: string
  readonly target: TargetId
  readonly engine: EngineVersion
  /** The region's name. */
  readonly region?: string
  /** Amazon MQ's broker id. */
  readonly id?: string
  readonly pair?: true
  /** Which instance of a self-managed pair the file is for: 1 or 2. */
  readonly instance?: number
  readonly host?: string
  readonly zone?: string
}

const MARK = 'Meshwright:'

export function identityOf(network: Network, broker: Broker, instance: number): Identity {
  const target = network.targetOf(broker.id)
  const region = network.region(broker.region)?.name
  const own = target === 'self-managed' ? broker.instances[instance] : undefined
  return {
    broker: broker.name,
    target,
    engine: network.engineOf(broker.id),
    ...(region === undefined ? {} : { region }),
    ...(target === 'amazon-mq' && broker.amazon?.brokerId ? { id: broker.amazon.brokerId } : {}),
    ...(isPair(broker) ? { pair: true } : {}),
    ...(isPair(broker) && own ? { instance: instance + 1 } : {}),
    ...(own?.host ? { host: own.host } : {}),
    ...(own?.zone ? { zone: own.zone } : {}),
  }
}

/** The comment that carries an identity: `<!-- Meshwright: {"broker":"hub",…} -->`. Any text survives it. */
export function writeIdentity(identity: Identity, about?: About): XmlComment {
  const json = JSON.stringify(identity)
    .replace(/--/g, '-\\u002d')
    .replace(
      /[\ufffe\uffff\u007f-\u009f\u2028\u2029]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
  return { comment: ` ${MARK} ${json} `, ...(about ? { about } : {}) }
}

/** Reads an identity back from the text of a comment; `undefined` for any other comment, or a damaged one. */
export function readIdentity(comment: string): Partial<Identity> | undefined {
  const text = comment.trim()
  if (!text.startsWith(MARK)) return undefined
  let value: unknown
  try {
    value = JSON.parse(text.slice(MARK.length))
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  const fields = Object.entries(value).filter(([key, field]) => TYPES.get(key)?.(field) === true)
  return Object.fromEntries(fields)
}

const isText = (field: unknown) => typeof field === 'string'

const TYPES = new Map<string, (field: unknown) => boolean>([
  ['broker', isText],
  ['target', (field) => field === 'self-managed' || field === 'amazon-mq'],
  ['engine', isText],
  ['region', isText],
  ['id', isText],
  ['pair', (field) => field === true],
  ['instance', (field) => field === 1 || field === 2],
  ['host', isText],
  ['zone', isText],
])
