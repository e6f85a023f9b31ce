import type { Destinations, Remote } from '../source/addresses.ts'
import { hostNamesBroker, hostWords, namesBrokerPlainly, plain } from '../source/fileWords.ts'
import { holdsPlaceholder } from '../source/properties.ts'
import type { SourceBroker } from '../source/source.ts'
import type { Match, Use } from './place.ts'

/** More brokers than these are no choice that anyone reads. */
const MOST_CHOICES = 100

/**
 * Gives each broker a place of its own for an address that is nothing but placeholders, since each machine has its own
 * value of them: `tcp://${env.PEER_HOST}:61616` in three files is three places. One that names one broker of the files
 * stays the place of all, brokers of one file share one value (a template has one of each parameter), and a broker alone
 * has nobody to share with.
 *
 * @param names - Of each broker, under which others may know it.
 * @param keyOf - What a broker is called in keys: the same for the same files.
 */
export function ownPlaceholders(
  brokers: readonly SourceBroker[],
  names: readonly (readonly string[])[],
  leads: readonly (readonly Destinations[])[],
  keyOf: (broker: SourceBroker | undefined) => string,
): readonly (readonly Destinations[])[] {
  const known = new Map<string, boolean>()
  const isShared = (host: string, group: string | undefined) => {
    const key = `${group ?? ''} ${host}`
    const shared = known.get(key) ?? namesOne(host, brokers, names, group)
    known.set(key, shared)
    return shared
  }
  const firsts = firstInstances(brokers)
  const announced = new Set(brokers.flatMap(({ listeners }) => listeners.map(({ group }) => group)))
  const isAlone = (by: number) =>
    brokers.every(({ group }, index) => group !== brokers[by]?.group || firsts[index] === firsts[by])
  const sharedKey = (by: number, { host }: Remote) =>
    `${brokers[by]?.group ?? ''} ${brokers[by]?.file} ${host}`
  const sharing = new Map<string, number[]>()
  for (const [by, list] of leads.entries()) {
    for (const remote of list.flatMap(({ places }) => places.flat()).filter(isOnlyPlaceholder)) {
      const users = sharing.get(sharedKey(by, remote)) ?? []
      if (!users.includes(by)) sharing.set(sharedKey(by, remote), [...users, by])
    }
  }
  return leads.map((list, by) => {
    if (list.length === 0 || isAlone(by)) return list
    const holder = firsts[by] ?? by
    const own = (remote: Remote): Remote => {
      const isOwn = isOnlyPlaceholder(remote) && !isShared(remote.host, brokers[by]?.group)
      // Options behind the address do not make it another place.
      const text = remote.text.replace(/\?[^{}<>]*$/, '')
      if (!isOwn) return remote
      const within = sharing.get(sharedKey(by, remote)) ?? []
      const [first = holder] = within
      return within.length > 1
        ? { ...remote, key: `${text} in the file of ${keyOf(brokers[first])}`, within: first }
        : { ...remote, key: `${text} of ${keyOf(brokers[holder])}`, holder }
    }
    return list.map((lead) =>
      lead.group !== undefined && announced.has(lead.group)
        ? lead
        : { ...lead, places: lead.places.map((together) => together.map(own)) },
    )
  })
}

/** `${PEER}`, `tcp://{{ peer }}:61616`: no letter of where it leads is known. */
function isOnlyPlaceholder({ host, scheme, amazon }: Remote): boolean {
  if (scheme === 'vm' || amazon || !holdsPlaceholder(host)) return false
  const rest = host
    .replace(/\{\{.*?\}\}|\{%.*?%\}|<%.*?%>|#####.*?#####/gs, '')
    .replace(/[$#]\{[^{}]*\}/g, '')
    .replace(/[$#]\{[^{}]*\}/g, '')
    .replace(/:\d{1,5}(?=[/?]|$)/, '')
    .replace(/\?.*$/s, '')
  return !/[\p{L}\p{N}]/u.test(rest)
}

/** Tells whether a placeholder means one broker of all: one is called so, or listens there. */
function namesOne(
  host: string,
  brokers: readonly SourceBroker[],
  names: readonly (readonly string[])[],
  group: string | undefined,
): boolean {
  const words = hostWords(host)
  const inner = wordsInPlaceholder(host)
  let [best, count] = [0, 0]
  for (const [index, broker] of brokers.entries()) {
    if (broker.group !== group) continue
    if (broker.listeners.some((listener) => listener.host.toLowerCase() === host.toLowerCase())) return true
    const own = names[index] ?? []
    const found = Math.max(wordsName(inner, own), hostNamesBroker(words, own))
    if (found > best) [best, count] = [found, 1]
    else if (found > 0 && found === best) count++
  }
  return count === 1
}

/** Of each broker, the first of the files that is the same one: two instances of a pair have one name and one store. */
function firstInstances(brokers: readonly SourceBroker[]): readonly number[] {
  const firsts = new Map<string, number>()
  return brokers.map(({ brokerName, store, group }, index) => {
    if (brokerName === undefined || store === undefined || holdsPlaceholder(brokerName)) return index
    const key = JSON.stringify([brokerName, store, group])
    const first = firsts.get(key) ?? index
    firsts.set(key, first)
    return first
  })
}

/**
 * Asks who a placeholder is that nothing else tells. Two brokers that hold the same one mean each other; where all but
 * one hold it, it is that one; else a broker of its own that no file describes.
 */
export function guessPlaceholders(
  brokers: readonly SourceBroker[],
  places: readonly { readonly key: string; readonly own: readonly Use[] }[],
  matches: Map<string, Match>,
): void {
  const firsts = firstInstances(brokers)
  const nameless = (host: string, group: string | undefined) => `${group ?? ''} ${host}`
  const holders = new Map<string, Set<number>>()
  const usersOf = (own: readonly Use[]) => new Set(own.map(({ by }) => firsts[by] ?? by))
  for (const { own } of places) {
    const [use] = own
    const holder = use?.remote.holder ?? use?.remote.within
    if (!use || holder === undefined) continue
    const key = nameless(use.remote.host, brokers[holder]?.group)
    const known = holders.get(key) ?? new Set()
    for (const by of usersOf(own)) known.add(by)
    holders.set(key, known)
  }
  const groups = new Map<string | undefined, number[]>()
  for (const [index, { group }] of brokers.entries()) {
    if (firsts[index] !== index) continue
    const list = groups.get(group)
    if (list) list.push(index)
    else groups.set(group, [index])
  }
  const guessed = new Set<string>()
  for (const { key, own } of places) {
    const [use] = own
    const holder = use?.remote.holder ?? use?.remote.within
    if (!use || holder === undefined || matches.get(key)?.candidates.length !== 0) continue
    const { group } = brokers[holder] ?? {}
    const all = groups.get(group) ?? []
    // Of places that stand for one broker, the first is asked about; the others follow it.
    if (all.length < 2 || (use.list !== undefined && !use.list.startsWith(key))) continue
    const holding = holders.get(nameless(use.remote.host, group)) ?? new Set()
    const without = all.filter((index) => !holding.has(index))
    const hub = without.length === 1 ? without : []
    const users = usersOf(own)
    const peer =
      holding.size === 2 && users.size === 1 ? [...holding].filter((index) => index !== holder) : hub
    const [guess] = peer
    // A list says that it is a pair, which a guess does not make of a broker; a second placeholder leads elsewhere.
    const isLikely = guess !== undefined && use.list === undefined && !guessed.has(`${holder} ${guess}`)
    if (isLikely) guessed.add(`${holder} ${guess}`)
    const candidates = [...new Set([...peer, ...hub, ...all.slice(0, MOST_CHOICES)])]
    const others = candidates.filter((index) => index !== holder && !users.has(index))
    // Where all brokers of the files lead there, it is none of them.
    if (others.length === 0) continue
    matches.set(key, {
      key,
      candidates: others,
      asked: true,
      ...(isLikely ? {} : { outside: true }),
    })
  }
}

/** What is known of a host: `hub.` of `hub.${DOMAIN}`. */
export function withoutPlaceholders(host: string): string {
  return host.replace(/\$\{[^}]*\}/g, '')
}

/** The words by which placeholders may name a broker: `${Broker3OpenWireEndpoint}`, `${Broker3.OpenWireEndpoints}`. */
export function wordsInPlaceholder(text: string): readonly string[] {
  const inner = [...text.matchAll(/\$\{([^}]*)\}|\{\{([^}]*)\}\}/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  )
  const words = inner.flatMap((key) => [
    key.replace(/[._-]?(open_?wire)?[._-]?(endpoints?|uri|url|host(name)?|address|port)s?$/i, ''),
    ...key.split('.'),
  ])
  return [...new Set(words.map(plain))]
}

/** How well words in plain letters name a broker, at best. */
export function wordsName(words: readonly string[], names: readonly string[]): 0 | 1 | 2 | 3 {
  let best: 0 | 1 | 2 | 3 = 0
  for (const word of words) {
    const found = namesBrokerPlainly(word, names)
    if (found > best) best = found
  }
  return best
}
