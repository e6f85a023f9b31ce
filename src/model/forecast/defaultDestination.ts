import type { Design } from '../design/design.ts'
import type { Destination } from '../design/destination.ts'
import { matches } from '../network/wildcards.ts'

/**
 * A queue that no filter of the design names, for questions that name no destination: what it says holds for every
 * queue that nobody treated specially. A filter for everything (`>`) names nothing in particular.
 */
export function defaultDestination(design: Pick<Design, 'connectors'>): Destination {
  const entries = design.connectors.flatMap(({ filters }) => [
    ...(filters.excluded ?? []),
    ...(filters.dynamic ?? []),
    ...(filters.static ?? []),
  ])
  const named = entries.filter((entry) => entry.kind === 'queue' && entry.name !== '>')
  for (let number = 0; ; number++) {
    const name = ['x', 'any.queue', 'any.queue.at.all'][number] ?? `any.queue.at.all.${number}`
    const destination: Destination = { kind: 'queue', name }
    if (number > named.length + 3 || !named.some((entry) => matches(entry, destination))) return destination
  }
}
