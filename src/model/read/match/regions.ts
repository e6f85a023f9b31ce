import type { Broker } from '../../design/design.ts'
import type { BrokerId } from '../../design/ids.ts'
import { loopback } from '../source/addresses.ts'
import type { Question } from '../reading.ts'

/** Regions of brokers, by name, and what the hosts alone do not tell. */
export interface RegionGuess {
  readonly of: ReadonlyMap<BrokerId, string>
  readonly question?: Question
}

const KEY = 'regions'

/**
 * Sites by host name: by domain where every host has one that tells it apart, without asking. Where only some have, or
 * where only the first words of hosts part them (`oslo-mq-1`, `oslo-mq-2`, `rome-mq-1`, `rome-mq-2`), it is asked.
 *
 * @param answers - `regions`: `domain`, `word` or `none`.
 */
export function guessRegions(
  brokers: readonly Broker[],
  answers: Readonly<Record<string, string>>,
): RegionGuess {
  const hosts = brokers.filter(({ instances: [{ host = '' }] }) => host !== '' && !loopback(host))
  const domains = regionsByHost(brokers)
  if (domains.size > 0 && hosts.every(({ id }) => domains.has(id))) return { of: domains }
  const words = domains.size > 0 ? new Map<BrokerId, string>() : regionsByWord(hosts)
  const [way, of] = domains.size > 0 ? (['domain', domains] as const) : (['word', words] as const)
  if (of.size === 0) return { of }
  const names = [...new Set(of.values())]
  const listed = `${names.slice(0, 4).join(', ')}${names.length > 4 ? ' and others' : ''}`
  const choices = [
    { value: way, label: `Yes: the regions ${listed}` },
    { value: 'none', label: 'No regions' },
  ]
  // What some brokers lack may still be a site; the first words of hosts are often no site at all.
  const guess = way === 'domain' ? choices : choices.toReversed()
  const answer = answers[KEY] ?? guess[0]?.value
  return {
    of: answer === way ? of : new Map(),
    question: {
      key: KEY,
      kind: 'regions',
      message: `Are the brokers in regions? Their hosts may say so: ${listed}.`,
      at: [...of.keys()],
      choices: guess,
    },
  }
}

/** The first word of each host, where it parts them into groups of two and more. */
function regionsByWord(brokers: readonly Broker[]): ReadonlyMap<BrokerId, string> {
  const words = new Map<BrokerId, string>()
  const counts = new Map<string, number>()
  for (const { id, instances } of brokers) {
    const word = /^([a-z]+)[-_]?[a-z0-9-]*\d/i
      .exec(instances[0].host?.split('.')[0] ?? '')?.[1]
      ?.toLowerCase()
    if (word === undefined) return new Map()
    words.set(id, word)
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts.size > 1 && [...counts.values()].every((count) => count > 1) ? words : new Map()
}

/**
 * Sites by host name: what stands behind the first dot, where it tells brokers apart. `amq1.dc1.example.com` and
 * `amq2.dc2.example.com` are in `dc1` and `dc2`. Empty where hosts are addresses, have no domain, or all share one.
 */
export function regionsByHost(brokers: readonly Broker[]): ReadonlyMap<BrokerId, string> {
  const domains = new Map<BrokerId, readonly string[]>()
  for (const { id, instances } of brokers) {
    const host = instances[0].host ?? ''
    const labels = host.split('.').slice(1)
    if (labels.length > 0 && !/[^A-Za-z0-9.-]/.test(host) && !/^\d+$/.test(labels.at(-1) ?? ''))
      domains.set(id, labels)
  }
  const distinct = new Set([...domains.values()].map((labels) => labels.join('.')))
  if (distinct.size < 2) return new Map()
  // What all domains end with says nothing of a site.
  let common = 0
  const all = [...domains.values()]
  while (
    all.every(
      (labels) => labels.at(-1 - common) !== undefined && labels.at(-1 - common) === all[0]?.at(-1 - common),
    )
  ) {
    common++
  }
  return new Map(
    [...domains].flatMap(([id, labels]): [BrokerId, string][] => {
      const own = labels.slice(0, labels.length - common).join('.')
      return own === '' ? [] : [[id, own]]
    }),
  )
}
