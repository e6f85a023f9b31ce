import type { Question } from '../reading.ts'
import { holdsPlaceholder } from '../source/properties.ts'
import type { SourceBroker } from '../source/source.ts'
import { couple, distinct, Namesakes } from './namesakes.ts'

export interface Pairs {
  /** For the second instance of a pair: which broker of the list is its first. */
  readonly partner: ReadonlyMap<number, number>
  readonly questions: readonly (Question & { readonly brokers: readonly number[] })[]
  /** Further instances of a pair, which a design cannot hold: they stand as brokers of their own. */
  readonly further: readonly number[]
}

/** What else is known of the brokers that may be pairs. */
export interface Circumstances {
  /** Owners of two addresses that one `failover:` or `masterslave:` list names, as far as they are known. */
  readonly listed: readonly (readonly (number | undefined)[])[]
  /** Which broker a connector of which other one leads to: no instance has a connector to its own pair. */
  readonly led: readonly (readonly [from: number, to: number])[]
  readonly paths: readonly string[]
  readonly answers: Readonly<Record<string, string>>
}

/**
 * Which two brokers of the files are the instances of one: those of one name that share an absolute or JDBC store, or
 * whose addresses a peer lists together. Where only the name, or only the list, says so it is asked.
 */
export function pairUp(
  brokers: readonly SourceBroker[],
  { listed, led, paths, answers }: Circumstances,
): Pairs {
  const together = new Set(
    listed.flatMap(([a, b]) => (a === undefined || b === undefined ? [] : bothWays(a, b))),
  )
  const linked = new Set(led.flatMap(([from, to]) => bothWays(from, to)))
  const namesakes = new Namesakes(brokers, paths)
  const partner = new Map<number, number>()
  const questions: (Question & { readonly brokers: readonly number[] })[] = []
  const used = new Set<number>()
  const asked = new Set<number>()
  const stores = new Set<string>()
  const candidates = [...namesakes.couples(), ...listed.flatMap(([a, b]) => couple(a, b))]
  for (const [a, b] of distinct(candidates)) {
    const [first, second] = [brokers[a], brokers[b]]
    if (!first || !second || used.has(a) || used.has(b) || first.group !== second.group) continue
    const isListed = together.has(`${a} ${b}`)
    const verdict = compare(first, second, isListed)
    if (verdict === 'apart') continue
    if (verdict === 'unlikely' && (linked.has(`${a} ${b}`) || (!isListed && !namesakes.mayBePair(a, b))))
      continue
    // Two instances of a store are a pair; whoever else has it is told of, and is no second pair.
    const store = JSON.stringify([first.brokerName, first.store, first.group])
    if (verdict === 'pair' && first.store !== undefined && stores.has(store)) continue
    const key = `pair:${first.file}.${first.line}+${second.file}.${second.line}`
    const guess = verdict === 'pair' || verdict === 'likely' ? 'pair' : 'apart'
    const answer = answers[key] ?? guess
    // Of many alike, each is asked about once.
    if (verdict !== 'pair' && asked.has(b) && answers[key] === undefined) continue
    if (verdict !== 'pair') {
      asked.add(b)
      const choices = [
        { value: 'pair', label: 'The two instances of one pair' },
        { value: 'apart', label: 'Two brokers' },
      ]
      questions.push({
        key,
        kind: 'pair',
        message: whyAsked(first, second, paths, isListed),
        at: [],
        choices: guess === 'pair' ? choices : choices.toReversed(),
        brokers: [a, b],
      })
    }
    if (answer === 'pair') {
      partner.set(b, a)
      used.add(a)
      used.add(b)
      if (first.store !== undefined && first.store === second.store) stores.add(store)
    }
  }
  const further = brokers.flatMap(({ brokerName, store, group }, index) =>
    store !== undefined && !used.has(index) && stores.has(JSON.stringify([brokerName, store, group]))
      ? [index]
      : [],
  )
  return { partner, questions, further }
}

type Verdict = 'pair' | 'likely' | 'unlikely' | 'apart'

function compare(a: SourceBroker, b: SourceBroker, together: boolean): Verdict {
  const [nameA, nameB] = [a.identity?.broker ?? a.brokerName, b.identity?.broker ?? b.brokerName]
  const sameStore = a.store !== undefined && a.store === b.store
  if (a.identity?.broker !== undefined && b.identity?.broker !== undefined) {
    const instances = [a.identity.instance, b.identity.instance]
    const whole =
      a.identity.pair && b.identity.pair && instances[0] !== instances[1] && instances[0] !== undefined
    return nameA === nameB && whole ? 'pair' : 'apart'
  }
  const known = nameA !== undefined && nameA !== '' && nameA !== 'localhost' && !holdsPlaceholder(nameA)
  if (known && nameA === nameB) {
    if (sameStore || together) return 'pair'
    return a.store !== undefined && b.store !== undefined ? 'apart' : 'unlikely'
  }
  if (together && sameStore) return 'likely'
  // Without names of their own, two addresses in one list are the best that there is to go by.
  if (together) return nameA === nameB ? 'likely' : 'unlikely'
  return 'apart'
}

const bothWays = (a: number, b: number) => [`${a} ${b}`, `${b} ${a}`]

function whyAsked(a: SourceBroker, b: SourceBroker, paths: readonly string[], together: boolean): string {
  const files =
    a.file === b.file
      ? `${paths[a.file]}, lines ${a.line} and ${b.line}`
      : `${paths[a.file]} and ${paths[b.file]}`
  const [nameA, nameB] = [a.brokerName ?? a.fallback, b.brokerName ?? b.fallback]
  return nameA === nameB
    ? `Two brokers are called ${nameA} (${files}). Are they the two instances of one pair? They share no store that the files show${together ? ', but an address lists both' : ''}.`
    : `An address lists ${nameA} and ${nameB} (${files}) as if they were one. Are they the two instances of one pair?`
}
