import type { Connector } from '../../design/design.ts'
import { formatDestination, type Destination } from '../../design/destination.ts'
import type { Bridge } from '../../network/bridges.ts'
import type { Network } from '../../network/network.ts'
import { refusalOfDemand } from '../../network/permit.ts'
import { oncePer } from '../../oncePer.ts'
import { KINDS, type Kind } from './filters.ts'

/** A destination to try a network with, and the bridges that take demand for it. */
export interface Probe {
  /** What it stands for. Absent: every destination that no list names, of the kinds below. */
  readonly pattern?: Destination
  readonly kinds: readonly Kind[]
  readonly bridges: readonly Bridge[]
}

/** Patterns that lists hold are tried too, the most frequent first, and so many of them. */
const MOST_PATTERNS = 10

/** A name that no list is likely to hold. */
const ANY = 'any.name.that.no.list.holds'

/** A destination that a pattern stands for. */
export function exampleOf({ kind, name }: Destination): Destination {
  return { kind, name: name.replace(/\*|>/g, 'any') }
}

/** Destinations that cross a network by different bridges: any queue, any topic, and what lists name. */
export const probesOf = oncePer((network: Network): readonly Probe[] => {
  const queues = network.bridges.filter((bridge) => takes(bridge, { kind: 'queue', name: ANY }))
  const topics = network.bridges.filter((bridge) => takes(bridge, { kind: 'topic', name: ANY }))
  const probes: Probe[] = same(queues, topics)
    ? [{ kinds: KINDS, bridges: queues }]
    : [
        { kinds: ['queue'], bridges: queues },
        { kinds: ['topic'], bridges: topics },
      ]
  for (const pattern of listed(network)) {
    const one = exampleOf(pattern)
    const bridges = network.bridges.filter((bridge) => takes(bridge, one))
    if (!probes.some((probe) => probe.kinds.includes(pattern.kind) && same(probe.bridges, bridges)))
      probes.push({ pattern, kinds: [pattern.kind], bridges })
  }
  return probes.filter(({ bridges }) => bridges.length > 0)
})

const answersOf = oncePer<Connector, Map<string, boolean>>(() => new Map())

/** Tells whether a bridge takes demand for a destination. Remembered for each connector, which edits leave the same. */
function takes(bridge: Bridge, destination: Destination): boolean {
  const { connector, reverse, settings } = bridge
  const { excluded, dynamic } = connector.filters
  const plain =
    !excluded && !dynamic && !settings.staticBridge && connector.settings.destinationFilter === undefined
  if (plain) return true
  const known = answersOf(connector)
  const key = `${destination.kind} ${reverse} ${destination.name}`
  const answer = known.get(key) ?? !refusalOfDemand(bridge, destination)
  known.set(key, answer)
  return answer
}

function listed(network: Network): readonly Destination[] {
  const counts = new Map<string, { readonly destination: Destination; count: number }>()
  for (const { filters } of network.design.connectors) {
    for (const destination of [...(filters.dynamic ?? []), ...(filters.excluded ?? [])]) {
      if (destination.name === '>') continue
      const known = counts.get(formatDestination(destination))
      if (known) known.count++
      else counts.set(formatDestination(destination), { destination, count: 1 })
    }
  }
  return [...counts.values()]
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_PATTERNS)
    .map(({ destination }) => destination)
}

function same(a: readonly Bridge[], b: readonly Bridge[]): boolean {
  return a.length === b.length && a.every((bridge, i) => bridge === b[i])
}
