import { hostLabel } from '../../targets/hostLabels.ts'
import { loopback, type Remote } from '../source/addresses.ts'
import {
  endsInName,
  hostNamesBroker,
  hostNumbersBroker,
  hostWords,
  namesBroker,
  namesBrokerPlainly,
  plain,
  type HostWords,
} from '../source/fileWords.ts'
import { holdsPlaceholder } from '../source/properties.ts'
import type { Listener, SourceBroker, SourceConnector } from '../source/source.ts'
import type { Neighbours } from './nearness.ts'
import { speaks } from './schemes.ts'
import { guessPlaceholders, withoutPlaceholders, wordsInPlaceholder, wordsName } from './placeholders.ts'

/** Somebody uses a place: which connector of which broker. */
export interface Use {
  readonly by: number
  readonly connector: SourceConnector
  readonly remote: Remote
  /** The places that stand for one broker beside it, in a `failover:` or `masterslave:` list; the same text for each of them. */
  readonly list?: string
}

/** What was decided about one place that addresses lead to. */
export interface Match {
  readonly key: string
  /** Brokers that may be it, the likeliest first, by their place in the list of brokers. Empty: nobody owns it. */
  readonly candidates: readonly number[]
  /** The files alone do not tell: the first candidate is a guess. */
  readonly asked: boolean
  /** It is not asked, and yet no address says so: the names of connectors alone do, or a port that one broker has. */
  readonly guess?: 'name' | 'port'
  /** It is asked for one reason: the first two are as likely. They may be the instances of one pair. */
  readonly tied?: true
  /** Likelier than any candidate is a broker that no file describes. */
  readonly outside?: true
}

/** The broker that a place is taken for, by its place in the list of brokers. */
export function likeliest(match: Match | undefined): number | undefined {
  return match?.outside ? undefined : match?.candidates[0]
}

const SURE = 90
const LIKELY = 50
/** A connector that names one broker by its number or last word, where no other broker answers to that. */
const ONLY_NAMED = 46
const LEAST = 36
/** What a protocol that the address does not speak takes from an address. */
const FOREIGN = 30
/** What the nearest broker of one port has before the others: more than a tie, less than a name that says otherwise. */
const NEAREST = 10
/** It is known to be another one, whatever the names say. */
const NEVER = -1
/** Something that only the broker's machine knows. */
const HAS_VALUE = /[$#]\{/
/** Ports that every installation has: they tell no broker from another. */
const USUAL_PORTS: ReadonlySet<number> = new Set([61616, 61617])

/**
 * Decides which broker owns each place: by host and port, by broker id, by the name in the host, by port where it tells
 * one broker from the others, and by the names of the connectors that lead there, which count together.
 */
export function matchPlaces(
  brokers: readonly SourceBroker[],
  uses: readonly Use[],
  neighbours: Neighbours,
): ReadonlyMap<string, Match> {
  const places = new Map<string, Use[]>()
  for (const use of uses) {
    const known = places.get(use.remote.key)
    if (known) known.push(use)
    else places.set(use.remote.key, [use])
  }
  const names = brokers.map(namesOf)
  const scored = [...places].map(([key, own]) => {
    const place = placeOf(own, brokers, names)
    return {
      key,
      own,
      scores: brokers
        .map((broker, index) => ({ index, ...scoreOf(broker, index, place, names[index] ?? []) }))
        .filter(({ score }) => score >= LEAST)
        // Of those that are as likely, the nearest to whoever leads there.
        .sort((a, b) => b.score - a.score || neighbours.order(own[0]?.by ?? -1, a.index, b.index)),
    }
  })
  // One Amazon MQ broker has one id, so the surest places choose first.
  const taken = new Map<number, string>()
  const matches = new Map<string, Match>()
  for (const { key, own, scores } of scored.toSorted((a, b) => top(b.scores) - top(a.scores))) {
    const amazon = own.some(({ remote }) => remote.amazon)
    const free = scores.filter(
      ({ index, score }) => !amazon || score >= SURE || (taken.get(index) ?? key) === key,
    )
    const [best, next] = free
    if (!best) {
      matches.set(key, { key, candidates: [], asked: false })
      continue
    }
    if (amazon) taken.set(best.index, key)
    const tie = next !== undefined && best.score - next.score < 6
    const asked = tie || best.score < (best.basis === 'name' && !next ? ONLY_NAMED : LIKELY)
    matches.set(key, {
      key,
      candidates: free.map(({ index }) => index),
      asked,
      ...(asked || best.basis === 'address' ? {} : { guess: best.basis }),
      ...(tie && best.score >= LIKELY ? { tied: true } : {}),
    })
  }
  guessRemaining(brokers, scored, taken, matches)
  askWhereHostsDiffer(scored, matches)
  guessPlaceholders(brokers, scored, matches)
  return matches
}

const top = (scores: readonly { readonly score: number }[]) => scores[0]?.score ?? 0

/** One Amazon MQ broker is left and one id: they may be the same, and nothing else tells. */
function guessRemaining(
  brokers: readonly SourceBroker[],
  scored: readonly { readonly key: string; readonly own: readonly Use[] }[],
  taken: ReadonlyMap<number, string>,
  matches: Map<string, Match>,
): void {
  const open = scored.filter(
    ({ key, own }) => matches.get(key)?.candidates.length === 0 && own[0]?.remote.amazon,
  )
  const free = brokers.flatMap((broker, index) =>
    broker.target === 'amazon-mq' && !taken.has(index) && !broker.identity?.id ? [index] : [],
  )
  const [place] = open
  if (open.length !== 1 || !place || free.length !== 1) return
  if (place.own.some(({ by }) => by === free[0])) return
  matches.set(place.key, { key: place.key, candidates: free, asked: true })
}

/** Two hosts cannot both be the one broker that listens on their port. */
function askWhereHostsDiffer(
  scored: readonly {
    readonly key: string
    readonly own: readonly Use[]
    readonly scores: readonly Score[]
  }[],
  matches: Map<string, Match>,
): void {
  const hosts = new Map<number, Set<string>>()
  const byPort = scored.filter(({ scores }) => scores[0]?.basis === 'port' || scores[0]?.byNumber === true)
  for (const { own, scores } of byPort) {
    const index = scores[0]?.index ?? -1
    const host = own[0]?.list ?? own[0]?.remote.host ?? ''
    if (!loopback(host)) hosts.set(index, (hosts.get(index) ?? new Set()).add(host))
  }
  for (const { key, scores } of byPort) {
    const match = matches.get(key)
    if (match && (hosts.get(scores[0]?.index ?? -1)?.size ?? 0) > 1)
      matches.set(key, { key, candidates: match.candidates, asked: true })
  }
}

/** How likely a place is a broker, and what says so at all. */
interface Score {
  readonly index: number
  readonly score: number
  readonly basis: 'address' | 'port' | 'name'
  /** The host is the broker's name with a number behind it. */
  readonly byNumber?: true
}

/** What the name of a connector says of its far end, in plain words. */
interface Hint {
  readonly to: readonly string[]
  /** Its near end is named too, and is the broker that has it: whoever names connectors so means it. */
  readonly proven: boolean
  /** Its near end is named too, and is another broker than the one that has it: a name that was copied says little. */
  readonly doubtful: boolean
}

/** One place, and all that is known of it before it is compared with brokers. */
interface Place {
  readonly remote: Remote
  /** Brokers whose connectors lead there. */
  readonly by: ReadonlySet<number>
  readonly groups: ReadonlySet<string | undefined>
  readonly host: HostWords | undefined
  /** What its placeholders say, where it has any. */
  readonly template: readonly string[] | undefined
  readonly ends: readonly Hint[]
}

function placeOf(
  uses: readonly Use[],
  brokers: readonly SourceBroker[],
  names: readonly (readonly string[])[],
): Place | undefined {
  const [first] = uses
  if (!first) return undefined
  const isTemplate = HAS_VALUE.test(first.remote.text.replace(/:\$\{password\}@/g, ''))
  return {
    remote: first.remote,
    by: new Set(uses.map(({ by }) => by)),
    groups: new Set(uses.map(({ by }) => brokers[by]?.group)),
    host: hostWords(isTemplate ? withoutPlaceholders(first.remote.host) : first.remote.host),
    template: isTemplate ? wordsInPlaceholder(first.remote.text) : undefined,
    ends: uses.map(({ connector, by }): Hint => {
      // A placeholder in a name says what a value is called, and not who it is.
      const ends = holdsPlaceholder(connector.name ?? '') ? [] : endsInName(connector.name)
      const proven = ends.some(({ from }) => from !== undefined && namesBroker(from, names[by] ?? []) >= 2)
      return {
        to: ends.flatMap(({ to }) => (to === undefined ? [] : plain(to))),
        proven,
        doubtful:
          !proven &&
          ends.some(({ from }) => from !== undefined && names.some((own) => namesBroker(from, own) >= 2)),
      }
    }),
  }
}

function scoreOf(
  broker: SourceBroker,
  index: number,
  place: Place | undefined,
  names: readonly string[],
): Omit<Score, 'index'> {
  if (!place || !place.groups.has(broker.group)) return NO_SCORE
  const { remote } = place
  const { score: address, ...basis } = addressScore(broker, index, place, names)
  // A broker hardly leads to itself: only an address that says so plainly is believed.
  if (place.by.has(index) && address < SURE) return NO_SCORE
  if (address === NEVER) return NO_SCORE
  const hint = hintOf(place.ends, names)
  const vague = remote.amazon !== undefined || !/^[\w.-]+$/.test(remote.host)
  const bare = vague || remote.host === ''
  if (address === 0) return bare && hint > 0 ? { score: 30 + hint, basis: 'name' } : NO_SCORE
  const sure = address >= SURE ? 20 + (remote.near ? address - SURE : 0) : 0
  return { score: Math.min(address, SURE) + sure + Math.min(hint, 30), ...basis }
}

const NO_SCORE = { score: 0, basis: 'address' } as const

/** Names under which others may know a broker, the surest first. */
export function namesOf(broker: SourceBroker): readonly string[] {
  const own = broker.brokerName === 'localhost' ? undefined : broker.brokerName
  return [broker.identity?.broker, own, broker.fallback, ...broker.aliases].filter(
    (name) => name !== undefined,
  )
}

const plainly = (score: number) => ({ score, basis: 'address' }) as const

function addressScore(
  broker: SourceBroker,
  index: number,
  { remote, host: words, template }: Place,
  names: readonly string[],
): Omit<Score, 'index'> {
  const { identity } = broker
  if (remote.amazon) {
    // A broker that listens on ports of its own choice is none of Amazon MQ's, whatever the names say.
    if (identity?.target === 'self-managed' || broker.listeners.length > 0) return plainly(NEVER)
    const id = identity?.id ?? broker.amazon?.brokerId
    if (id !== undefined) return plainly(id === remote.amazon.id ? 100 : NEVER)
    const label = /^broker-id-of-(.+)$/.exec(remote.amazon.id)?.[1]
    if (label !== undefined) return plainly(names.some((name) => hostLabel(name) === label) ? 95 : 0)
    return plainly(0)
  }
  if (remote.scheme === 'vm') return plainly(names.includes(remote.host) ? 100 : 0)
  const label = /^host(?:-[12])?-of-(.+)\.example$/.exec(remote.host)?.[1]
  if (label !== undefined) {
    return plainly(hostLabel(identity?.broker ?? broker.brokerName ?? broker.fallback) === label ? 95 : 0)
  }
  const listeners = broker.listeners.filter(({ openWire }) => openWire)
  const onPort = listeners.filter(({ port }) => port !== undefined && port === remote.port)
  const fitting = onPort.filter(({ scheme }) => speaks(remote.scheme, scheme))
  const samePort = fitting.length > 0 ? fitting : onPort
  // Whoever listens there for another protocol is hardly meant.
  const foreign = fitting.length === 0 && onPort.length > 0 ? FOREIGN : 0
  if (identity?.host !== undefined) {
    if (identity.host.toLowerCase() !== remote.host.toLowerCase()) return plainly(0)
    return plainly(samePort.length > 0 || listeners.length === 0 ? 100 : 40)
  }
  if (remote.near) return plainly(scoreNear(remote.near, index))
  if (samePort.some((listener) => sameHost(listener, remote.host))) return plainly(100 - foreign)
  if (loopback(remote.host) && (remote.port !== undefined || !template))
    return plainly(samePort.length > 0 ? (samePort.some(({ host }) => host === '') ? 90 - foreign : 40) : 0)
  const named = Math.max(template ? wordsName(template, names) : 0, hostNamesBroker(words, names))
  const open = samePort.some(({ host }) => host === '' || loopback(host) || host.includes('${'))
  if (open) {
    if (named > 0) return plainly(76 + named * 4)
    if (hostNumbersBroker(words, names)) return { score: 78, basis: 'address', byNumber: true }
    const telling = remote.port !== undefined && !USUAL_PORTS.has(remote.port)
    return { score: template ? 0 : telling ? 56 : 40, basis: 'port' }
  }
  if (named > 0) {
    const elsewhere = listeners.some(({ port }) => port !== undefined) && remote.port !== undefined
    return plainly(elsewhere && !template ? 20 + named * 10 : 44 + named * 8)
  }
  return plainly(0)
}

/** Of several that listen on one machine, the nearest; by so little where that is not plain that it is asked. */
function scoreNear({ brokers, isPlain }: NonNullable<Remote['near']>, index: number): number {
  const place = brokers.indexOf(index)
  if (place < 0) return 0
  return SURE + (place === 0 ? (isPlain ? NEAREST : 2) : place === 1 ? 1 : 0)
}

function sameHost({ host }: Listener, other: string): boolean {
  if (host === '') return false
  return host.toLowerCase() === other.toLowerCase() || (loopback(host) && loopback(other))
}

/** What the names of the connectors that lead somewhere say of a broker; several that agree count more. */
function hintOf(ends: Place['ends'], names: readonly string[]): number {
  let sum = 0
  for (const { to, proven, doubtful } of ends) {
    let best: 0 | 1 | 2 | 3 = 0
    for (const word of to) {
      const named = namesBrokerPlainly(word, names)
      if (named > best) best = named
    }
    sum += Math.max(0, HINTS[best] + (proven && best >= 2 ? PROVEN : 0) - (doubtful ? DOUBTFUL : 0))
    if (sum >= 60) return 60
  }
  return sum
}

const HINTS = [0, 4, 16, 24] as const
const PROVEN = 8
const DOUBTFUL = 4
