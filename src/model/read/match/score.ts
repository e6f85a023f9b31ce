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
import type { Listener, SourceBroker } from '../source/source.ts'
import type { BrokerIndex } from './brokerIndex.ts'
import type { Use } from './place.ts'
import { withoutPlaceholders, wordsInPlaceholder, wordsName } from './placeholders.ts'
import { speaks } from './schemes.ts'

/** An address that says plainly who it is. */
export const SURE = 90
/** It is known to be another one, whatever the names say. */
const NEVER = -1
/** What a protocol that the address does not speak takes from an address. */
const FOREIGN = 30
/** What the nearest broker of one port has before the others: more than a tie, less than a name that says otherwise. */
const NEAREST = 10
/** Something that only the broker's machine knows. */
const HAS_VALUE = /[$#]\{/
/** Ports that every installation has: they tell no broker from another. */
const USUAL_PORTS: ReadonlySet<number> = new Set([61616, 61617])

/** How likely a place is a broker, and what says so at all. */
export interface Score {
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
export interface Place {
  readonly remote: Remote
  /** Brokers whose connectors lead there. */
  readonly by: ReadonlySet<number>
  readonly groups: ReadonlySet<string | undefined>
  readonly host: HostWords | undefined
  /** What its placeholders say, where it has any. */
  readonly template: readonly string[] | undefined
  readonly ends: readonly Hint[]
}

/** What is known of a place by all that lead there. */
export function placeOf(
  uses: readonly [Use, ...Use[]],
  brokers: readonly SourceBroker[],
  names: readonly (readonly string[])[],
  known: BrokerIndex,
): Place {
  const [first] = uses
  const isTemplate = HAS_VALUE.test(first.remote.text.replace(/:\$\{password\}@/g, ''))
  return {
    remote: first.remote,
    by: new Set(uses.map(({ by }) => by)),
    groups: new Set(uses.map(({ by }) => brokers[by]?.group)),
    host: hostWords(isTemplate ? withoutPlaceholders(first.remote.host) : first.remote.host),
    template: isTemplate ? wordsInPlaceholder(first.remote.text) : undefined,
    ends: uses.slice(0, MOST_ENDS).map(({ connector, by }): Hint => {
      // A placeholder in a name says what a value is called, and not who it is.
      const ends = holdsPlaceholder(connector.name ?? '') ? [] : endsInName(connector.name)
      const proven = ends.some(({ from }) => from !== undefined && namesBroker(from, names[by] ?? []) >= 2)
      return {
        to: ends.flatMap(({ to }) => (to === undefined ? [] : plain(to))),
        proven,
        doubtful:
          !proven && ends.some(({ from }) => from !== undefined && known.called(plain(from)).length > 0),
      }
    }),
  }
}

/** The broker that a host stands for until its real one is filled in: `hub` of `broker-id-of-hub-1.mq.…` and `host-of-hub.example`. */
function labelIn(host: string): string | undefined {
  return (
    /^broker-id-of-(.+)-[12]\.mq\./.exec(host)?.[1] ?? /^host(?:-[12])?-of-(.+)\.example$/.exec(host)?.[1]
  )
}

/** Brokers that a place may be at all, in their order: nobody else is likely. */
export function candidatesFor(
  { remote, host, template = [], ends }: Place,
  known: BrokerIndex,
): readonly number[] {
  if (remote.near) return remote.near.brokers.toSorted((a, b) => a - b)
  const label = labelIn(remote.host)
  const found = [
    ...(remote.amazon ? known.known('id', remote.amazon.id) : known.onPort(remote.port)),
    ...(label === undefined ? [] : known.known('label', label)),
    ...known.known('host', remote.host.toLowerCase()),
    ...(host ? known.namedByHost(host) : []),
    ...(remote.scheme === 'vm' ? known.called(plain(remote.host)) : []),
    ...template.flatMap((word) => known.named(word)),
    ...ends.flatMap(({ to }) => to.flatMap((word) => known.named(word))),
  ]
  return [...new Set(found)].toSorted((a, b) => a - b)
}

/** Connectors that lead to one place and are asked for its name: what a hundred do not say, no more will. */
const MOST_ENDS = 100

/** How likely a place is one broker. */
export function scoreOf(
  broker: SourceBroker,
  index: number,
  place: Place,
  names: readonly string[],
): Omit<Score, 'index'> {
  if (!place.groups.has(broker.group)) return NO_SCORE
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
    return plainly(0)
  }
  if (remote.scheme === 'vm') return plainly(names.includes(remote.host) ? 100 : 0)
  const label = labelIn(remote.host)
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
