import type { Connector } from '../../design/design.ts'
import { AMAZON_HOST } from '../../targets/amazon-mq.ts'
import { oncePer } from '../../oncePer.ts'

/** One place that an address leads to. */
export interface AddressPart {
  /** As written: `tcp://h1:61616?soTimeout=1`. */
  readonly text: string
  /** Lower case; empty where there is none. */
  readonly scheme: string
  /** Lower case, without the brackets of an IPv6 address. */
  readonly host: string
  /** The text behind the colon; it may be no number. */
  readonly port: string
  /** It stands inside a `failover:(…)`. */
  readonly inFailover: boolean
  /** Which of the lists inside it stands in, where it stands in one whose places are one broker: the first is 0. */
  readonly list?: number
}

/** The address of a connector, as somebody wrote it, taken apart. */
export interface Address {
  readonly text: string
  /** What finds the remote broker: `static`, `masterslave`, `multicast`, … Lower case; empty where there is none. */
  readonly scheme: string
  readonly parts: readonly AddressPart[]
  /** Options of the discovery agent. */
  readonly options: ReadonlyMap<string, string>
  /** One for each `failover:(…)` inside: its options. */
  readonly failovers: readonly ReadonlyMap<string, string>[]
}

/** The verbatim address of a connector; `undefined` where it has none and the design works it out. */
export const addressOf = oncePer((connector: Connector): Address | undefined => {
  const text = connector.uri?.trim()
  return text ? readAddress(text) : undefined
})

/** Schemes that stand around a list of other addresses, and whether the places in it are one broker, one at a time. */
const LISTS: Readonly<Record<string, boolean>> = {
  failover: true,
  masterslave: true,
  static: false,
  simple: false,
  fanout: false,
  discovery: false,
}
/** Nobody nests deeper; a hostile text may. */
const DEEPEST = 8

/**
 * Takes an address apart: `static:(tcp://h:1,failover:(tcp://i:1,tcp://j:1)?randomize=false)?maxReconnectDelay=5000`,
 * with or without `//`, `static:tcp://h:1,tcp://i:1`, and lists in lists. It reads any text; what makes no sense gives
 * empty parts.
 *
 * @source activemq-client URISupport#parseComposite: without brackets, everything behind the scheme is the list
 */
export function readAddress(text: string): Address {
  const { scheme, pieces, options } = composite(text)
  const parts: AddressPart[] = []
  const failovers: ReadonlyMap<string, string>[] = []
  let lists = 0
  const take = (piece: string, depth: number, list: number | undefined): void => {
    const outer = /^([a-z]+):/i.exec(piece)?.[1]?.toLowerCase() ?? ''
    const together = Object.hasOwn(LISTS, outer) ? LISTS[outer] : undefined
    if (together === undefined || depth > DEEPEST) {
      parts.push(readPart(piece, list))
      return
    }
    const inner = composite(piece)
    if (together) failovers.push(inner.options)
    const number = list ?? (together ? lists++ : undefined)
    for (const each of inner.pieces) take(each, depth + 1, number)
  }
  for (const piece of pieces) take(piece, 0, undefined)
  return { text, scheme, parts, options, failovers }
}

/** `scheme:(pieces)?options`, or `scheme:pieces`; an address of one place is its own piece. */
function composite(text: string): {
  scheme: string
  pieces: readonly string[]
  options: ReadonlyMap<string, string>
} {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase() ?? ''
  const open = /^(?:[a-z][a-z0-9+.-]*:(?:\/\/)?)?\(/i.exec(text)?.[0].length
  if (open === undefined) return { scheme, pieces: splitList(afterScheme(text, scheme)), options: new Map() }
  let depth = 1
  let end = open
  while (end < text.length && depth > 0) {
    if (text[end] === '(') depth++
    else if (text[end] === ')') depth--
    end++
  }
  const closed = depth === 0
  const query = /^\?(.*)$/s.exec(text.slice(end))?.[1]
  return {
    scheme,
    pieces: splitList(text.slice(open, closed ? end - 1 : end)),
    options: readOptions(query ?? ''),
  }
}

/** What a list without brackets holds; an address that is no list is all of it. */
function afterScheme(text: string, scheme: string): string {
  if (Object.hasOwn(LISTS, scheme)) return text.replace(/^[a-z]+:(\/\/)?/i, '')
  return text.replace(/^[a-z][a-z0-9+.-]*:(?=[a-z][a-z0-9+.-]*:)/i, '')
}

/** Splits at the commas that stand in no inner brackets. */
function splitList(text: string): readonly string[] {
  const pieces: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++
    else if (text[i] === ')') depth--
    else if (text[i] === ',' && depth === 0) {
      pieces.push(text.slice(start, i).trim())
      start = i + 1
    }
  }
  pieces.push(text.slice(start).trim())
  return pieces.filter((piece) => piece !== '')
}

function readPart(text: string, list: number | undefined): AddressPart {
  // Somebody may stand before the host: `user:word@host`.
  const match = /^([a-z][a-z0-9+.-]*):(?:\/\/)?(?:[^/?#@]*@)?(\[[^\]]*\]|[^:/?#]*)(?::([^/?#]*))?/i.exec(text)
  return {
    text,
    scheme: match?.[1]?.toLowerCase() ?? '',
    host: (match?.[2] ?? '').replace(/^\[(.*)\]$/, '$1').toLowerCase(),
    port: match?.[3] ?? '',
    inFailover: list !== undefined,
    ...(list === undefined ? {} : { list }),
  }
}

function readOptions(text: string): ReadonlyMap<string, string> {
  const options = new Map<string, string>()
  for (const pair of text.split('&')) {
    const [, key, value = ''] = /^([^=]+)=?(.*)$/s.exec(pair) ?? []
    if (key) options.set(key, value)
  }
  return options
}

/** Parts of an Amazon MQ endpoint's host; `undefined` for any other host. */
export function amazonHost(
  host: string,
): { readonly id: string; readonly instance: number; readonly region: string } | undefined {
  const match = AMAZON_HOST.pattern.exec(host)
  return match?.[1] && match[3] ? { id: match[1], instance: Number(match[2]), region: match[3] } : undefined
}
