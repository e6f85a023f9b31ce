import type { Destination, Filters } from '@meshwright/model'
import type { Draw } from './draw.ts'

/** The first parts of every destination asked about; its last part is `p` and the number of its probe. */
export const STEMS = ['orders.eu', 'orders.us', 'payments.eu', 'events.all', 'other.one']

const PATTERNS = [
  'orders.>',
  'orders.eu.*',
  '*.eu.>',
  'payments.>',
  'events.>',
  '>',
  '*.*.p3',
  'other.one.p5.>',
  'VirtualTopic.>',
  'Consumer.*.VirtualTopic.>',
]

/** @param probes - How many destinations are asked about. */
export function filtersOf(probes: number, { chance, pick, below, maybe, some }: Draw): Filters {
  const kind = () => (chance(0.7) ? ('queue' as const) : ('topic' as const))
  const exact = () => `${pick(STEMS)}.p${below(probes)}`
  const name = () => {
    if (chance(0.08)) return `${pick(PATTERNS)},${exact()}`
    return chance(0.25) ? exact() : pick(PATTERNS)
  }
  const list = (least: number, most: number) =>
    some(least, most, (): Destination => ({ kind: kind(), name: name() }))
  return {
    ...maybe(0.4, () => ({ excluded: list(1, 2) })),
    ...maybe(0.5, () => ({ dynamic: list(1, 3) })),
    ...maybe(0.25, () => ({
      static: some(1, 2, () => ({ kind: kind(), name: chance(0.7) ? exact() : pick(PATTERNS.slice(0, 5)) })),
    })),
  }
}
