import type { BrokerId, Destination } from '@meshwright/model'
import type { Listener } from '@meshwright/model/forecast'
import { pair, type Question } from '../probe.ts'
import type { Draw } from './draw.ts'
import { STEMS } from './filters.ts'

/**
 * Half of them have one producer and one consumer. The others have one to three producers and two to four consumers,
 * anywhere; some of these listen to a pattern or a list, have a priority or a selector, or are durable subscribers.
 */
export function questionsOf(count: number, brokers: readonly BrokerId[], draw: Draw): readonly Question[] {
  return Array.from({ length: count }, (_, i) => {
    if (i === count - 1 && draw.chance(0.5)) return virtualTopicOf(i, brokers, draw)
    const kind = draw.chance(0.65) ? ('queue' as const) : ('topic' as const)
    const destination = { kind, name: `${draw.pick(STEMS)}.p${i}` }
    const grouped = draw.maybe(kind === 'queue' ? 0.06 : 0, () => ({ grouped: true as const }))
    if (i % 2 === 1) {
      const group = groupOf(destination, brokers, draw)
      // The consumer that owns a group of messages keeps those waiting that its selector refuses.
      return group.consumers.some(({ selector }) => selector) ? group : { ...group, ...grouped }
    }
    const from = draw.pick(brokers)
    return { ...pair(from, draw.pick(brokers.filter((id) => id !== from)), destination), ...grouped }
  })
}

/** One or two consumer groups, and now and then a plain subscriber. */
function virtualTopicOf(index: number, brokers: readonly BrokerId[], draw: Draw): Question {
  const destination = { kind: 'topic' as const, name: `VirtualTopic.p${index}` }
  const inGroup = (): Listener => ({
    broker: draw.pick(brokers),
    destination: { kind: 'queue', name: `Consumer.${draw.pick(['g', 'g', 'h'])}.${destination.name}` },
  })
  const plain = draw.chance(0.3) ? [{ broker: draw.pick(brokers) }] : []
  return {
    destination,
    producers: [...new Set(draw.some(1, 2, () => draw.pick(brokers)))],
    consumers: [...draw.some(1, 3, inGroup), ...plain],
  }
}

function groupOf(destination: Destination, brokers: readonly BrokerId[], draw: Draw): Question {
  const { chance, pick, maybe, some } = draw
  const producers = [...new Set(some(1, 3, () => pick(brokers)))]
  const isMixed = chance(0.35)
  const isChoosy = destination.kind === 'queue' && chance(0.15)
  const lasts = destination.kind === 'topic' && chance(0.25)
  const consumers = some(2, 4, (): Listener & { durable?: true } => ({
    broker: pick(brokers),
    ...maybe(isMixed ? 0.3 : 0, () => ({
      destination: { ...destination, name: wider(destination.name, lasts, draw) },
    })),
    ...maybe(isMixed ? 0.3 : 0, () => ({ priority: pick([5, -3]) })),
    ...maybe(isMixed ? 0.3 : 0, () => ({ count: 2 })),
    ...maybe(isChoosy ? 0.6 : 0, () => ({ selector: `colour = '${pick(['red', 'blue'])}'` })),
    ...maybe(lasts ? 0.6 : 0, () => ({ durable: true as const })),
  }))
  return { destination, producers, consumers }
}

/** A pattern or a list that takes in this name, and none of another probe. */
function wider(name: string, lasts: boolean, { pick }: Draw): string {
  const [first = '', second = '', last = ''] = name.split('.')
  const patterns = [`${first}.*.${last}`, `*.${second}.${last}`, `${name}.>`]
  return pick(lasts ? patterns : [...patterns, `${name},spare.of.${last}`])
}
