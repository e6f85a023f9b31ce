import {
  EMPTY_DESIGN,
  type Connector,
  type ConnectorSettings,
  type Destination,
  type Filters,
} from '@meshwright/model'
import type { Listener } from '@meshwright/model/forecast'
import type { Case } from './play.ts'
import { pair, type Question } from './probe.ts'

const REPLAY = { destination: { kind: 'queue', name: '>' }, replayWhenNoConsumers: true } as const
const TTLS = [1, 1, 2, 2, 3, 4, -1, 0]
const PATTERNS = ['orders.>', 'orders.eu.*', '*.eu.>', 'payments.>', 'events.>']
const STEMS = ['orders.eu', 'orders.us', 'payments.eu', 'events.all', 'other.one']

/**
 * Random networks of 3 to 6 brokers, always the same for the same seed: TTLs with 0 and -1, duplex, parallel bridges,
 * filters and static includes on queues and topics, suppression, priority, conduit, replay, some under
 * load, some with the audit that drops a topic's copies. Half of the probes
 * of each have one producer and one consumer, half have several.
 */
export function randomCases(count: number, seed: number): readonly Case[] {
  return Array.from({ length: count }, (_, index) => randomCase(seed * 100_000 + index))
}

function randomCase(seed: number): Case {
  const next = generator(seed)
  const chance = (share: number) => next() < share
  const pick = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)]!
  const size = 3 + Math.floor(next() * 4)
  const replaying = chance(0.12) ? 0.5 : 0
  const brokers = Array.from({ length: size }, (_, i) => ({
    id: `b${i + 1}` as const,
    name: 'abcdef'[i]!,
    instances: [{}] as const,
    ...(chance(replaying) ? { policies: [REPLAY] } : {}),
  }))
  const style = { filters: chance(0.4), suppress: chance(0.35), priority: chance(0.4), conduit: chance(0.15) }
  const loaded = chance(0.25)
  const connectors: Connector[] = []
  const links = size - 1 + Math.floor(next() * 4)
  for (let i = 0; i < links; i++) {
    // The first ones make one network of all; the rest close circles or stand beside others.
    const from = i < size - 1 ? brokers[i + 1]! : pick(brokers)
    const to = i < size - 1 ? brokers[Math.floor(next() * (i + 1))]! : pick(brokers)
    if (from === to) continue
    const turned = chance(0.5)
    connectors.push({
      id: `c${connectors.length + 1}`,
      name: `link-${connectors.length + 1}x`,
      from: turned ? to.id : from.id,
      to: turned ? from.id : to.id,
      settings: settingsOf(),
      filters: style.filters && chance(0.5) ? filtersOf() : {},
    })
  }
  return {
    id: `random-${seed}`,
    design: { ...EMPTY_DESIGN, name: `Random ${seed}`, brokers, connectors },
    questions: Array.from({ length: 8 }, (_, i) => (i % 2 === 0 ? pairOf(i) : groupOf(i))),
    ...(loaded ? { loaded } : {}),
    ...(chance(0.2) ? { audit: true } : {}),
  }

  function pairOf(index: number): Question {
    const from = pick(brokers).id
    return pair(from, pick(brokers.filter(({ id }) => id !== from)).id, destinationOf(index))
  }

  /** One to three producers, two to four consumers, anywhere; some listen to a pattern or a list, some have a priority. */
  function groupOf(index: number): Question {
    const destination = destinationOf(index)
    const producers = [...new Set(some(1, 3, () => pick(brokers).id))]
    const isMixed = chance(0.3)
    const consumers = some(2, 4, (): Listener => {
      const broker = pick(brokers).id
      if (!isMixed) return { broker }
      return {
        broker,
        ...(chance(0.3) ? { destination: { ...destination, name: wider(destination.name) } } : {}),
        ...(chance(0.3) ? { priority: 5 } : {}),
        ...(chance(0.3) ? { count: 2 } : {}),
      }
    })
    return { destination, producers, consumers }
  }

  function some<T>(least: number, most: number, make: () => T): readonly T[] {
    return Array.from({ length: least + Math.floor(next() * (most - least + 1)) }, make)
  }

  function destinationOf(index: number): Destination {
    return { kind: chance(0.65) ? 'queue' : 'topic', name: `${pick(STEMS)}.p${index}` }
  }

  /** A pattern or a list that takes in this name, and none of another probe. */
  function wider(name: string): string {
    const [first = '', second = '', last = ''] = name.split('.')
    return pick([`${first}.*.${last}`, `*.${second}.${last}`, `${name}.>`, `${name},spare.of.${last}`])
  }

  function settingsOf(): ConnectorSettings {
    const apart = chance(0.35)
    return {
      ...(chance(0.6) ? { duplex: true } : {}),
      ...(apart
        ? { messageTtl: pick(TTLS), consumerTtl: pick(TTLS) }
        : chance(0.75)
          ? { networkTtl: pick(TTLS) }
          : {}),
      ...(style.priority && chance(0.5) ? { decreaseNetworkConsumerPriority: chance(0.5) } : {}),
      ...(style.suppress && chance(0.7) ? { suppressDuplicateQueueSubscriptions: true } : {}),
      ...(style.conduit && chance(0.4) ? { conduitSubscriptions: false } : {}),
      ...(loaded ? { prefetchSize: pick([1, 2, 5]) } : {}),
    }
  }

  function filtersOf(): Filters {
    const list = (): readonly Destination[] => [
      { kind: chance(0.7) ? 'queue' : 'topic', name: pick(PATTERNS) },
    ]
    return {
      ...(chance(0.4) ? { excluded: list() } : {}),
      ...(chance(0.5) ? { dynamic: [...list(), ...list()] } : {}),
      ...(chance(0.2)
        ? { static: [{ kind: 'queue', name: `${pick(STEMS)}.p${Math.floor(next() * 8)}` }] }
        : {}),
    }
  }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed + 0x6d2b79f5
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
