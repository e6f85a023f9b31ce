import { loopback } from '../source/addresses.ts'
import type { SourceBroker } from '../source/source.ts'
import { BrokerIndex } from './brokerIndex.ts'
import type { Neighbours } from './nearness.ts'
import type { Match, Use } from './place.ts'
import { guessPlaceholders } from './placeholders.ts'
import { candidatesFor, namesOf, placeOf, scoreOf, SURE, type Score } from './score.ts'

const LIKELY = 50
/** A connector that names one broker by its number or last word, where no other broker answers to that. */
const ONLY_NAMED = 46
const LEAST = 36
/** Scores that differ by less are as likely. */
const TIE = 6

/**
 * Decides which broker owns each place: by host and port, by broker id, by the name in the host, by port where it tells
 * one broker from the others, and by the names of the connectors that lead there, which count together.
 */
export function matchPlaces(
  brokers: readonly SourceBroker[],
  uses: readonly Use[],
  neighbours: Neighbours,
): ReadonlyMap<string, Match> {
  const places = new Map<string, [Use, ...Use[]]>()
  for (const use of uses) {
    const known = places.get(use.remote.key)
    if (known) known.push(use)
    else places.set(use.remote.key, [use])
  }
  const names = brokers.map(namesOf)
  const known = new BrokerIndex(brokers, names)
  const scored = [...places].map(([key, own]) => {
    const place = placeOf(own, brokers, names, known)
    const scores = candidatesFor(place, known).flatMap((index): Score[] => {
      const broker = brokers[index]
      const found = broker && scoreOf(broker, index, place, names[index] ?? [])
      return found && found.score >= LEAST ? [{ index, ...found }] : []
    })
    // Of those that are as likely, the nearest to whoever leads there.
    return { key, own, scores: neighbours.sorted(own[0]?.by ?? -1, scores) }
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
    const tie = next !== undefined && best.score - next.score < TIE
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
  spreadOverPorts(scored, matches)
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

/** Of more brokers that listen on one port than these, nobody picks one for a host that no file has. */
const MOST_ON_PORT = 4

/**
 * Hosts that nothing but a common port brings together with brokers: as many hosts as brokers are taken one by one in
 * their order, and else a broker that no file describes is likelier than any of them. All of it is asked, and nothing
 * where there are too many to pick from.
 */
function spreadOverPorts(
  scored: readonly {
    readonly key: string
    readonly own: readonly Use[]
    readonly scores: readonly Score[]
  }[],
  matches: Map<string, Match>,
): void {
  const alike = new Map<string, { readonly key: string; readonly tied: readonly number[] }[]>()
  for (const { key, own, scores } of scored) {
    const [best] = scores
    // A list of addresses is one broker, which is another question.
    if (best?.basis !== 'port' || own[0]?.list !== undefined || !matches.get(key)?.asked) continue
    const tied = scores.flatMap(({ index, score, basis }) =>
      basis === 'port' && best.score - score < TIE ? [index] : [],
    )
    if (tied.length < 2) continue
    const group = tied.join()
    alike.set(group, [...(alike.get(group) ?? []), { key, tied }])
  }
  for (const places of alike.values()) {
    for (const [at, { key, tied }] of places.entries()) {
      const match = matches.get(key)
      if (!match) continue
      const others = match.candidates.filter((index) => !tied.includes(index))
      const { tied: _, ...rest } = match
      if (places.length === tied.length)
        matches.set(key, { ...rest, candidates: [...tied.slice(at), ...tied.slice(0, at), ...others] })
      else if (tied.length > MOST_ON_PORT) matches.set(key, { key, candidates: [], asked: false })
      else matches.set(key, { ...rest, outside: true })
    }
  }
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
