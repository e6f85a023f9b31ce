import type { Connector } from '../design/design.ts'
import { formatDestination, type Destination } from '../design/destination.ts'
import type { Bridge } from '../network/bridges.ts'
import type { Network } from '../network/network.ts'
import { refusalOfDemand } from '../network/permit.ts'
import { KINDS, type Kind } from './filters.ts'

/** A destination to try a network with, and the bridges that take demand for it. */
export interface Probe {
  /** What it stands for. Absent: every destination that no list names, of the kinds below. */
  readonly pattern?: Destination
  readonly kinds: readonly Kind[]
  readonly bridges: readonly Bridge[]
}

/** Patterns that lists include are tried too, the most frequent first, and so many of them. */
const MOST_PATTERNS = 6

/** A name that no list is likely to hold. */
const ANY = 'any.name.that.no.list.holds'

const remembered = new WeakMap<Network, readonly Probe[]>()

/** Destinations that cross a network by different bridges: any queue, any topic, and what lists include. */
export function probesOf(network: Network): readonly Probe[] {
  const known = remembered.get(network)
  if (known) return known
  const probes = read(network)
  remembered.set(network, probes)
  return probes
}

function read(network: Network): readonly Probe[] {
  const queues = network.bridges.filter((bridge) => isOpen(bridge, 'queue'))
  const topics = network.bridges.filter((bridge) => isOpen(bridge, 'topic'))
  const probes: Probe[] = same(queues, topics)
    ? [{ kinds: KINDS, bridges: queues }]
    : [
        { kinds: ['queue'], bridges: queues },
        { kinds: ['topic'], bridges: topics },
      ]
  for (const pattern of included(network)) {
    const destination = { kind: pattern.kind, name: pattern.name.replace(/\*|>/g, 'any') }
    const bridges = network.bridges.filter((bridge) => !refusalOfDemand(bridge, destination))
    if (!probes.some((probe) => same(probe.bridges, bridges)))
      probes.push({ pattern, kinds: [pattern.kind], bridges })
  }
  return probes.filter(({ bridges }) => bridges.length > 0)
}

const open = new WeakMap<Connector, { readonly [K in `${Kind} ${boolean}`]?: boolean }>()

/** Tells whether a bridge takes demand for a destination that no list names. Remembered for each connector. */
function isOpen(bridge: Bridge, kind: Kind): boolean {
  const { connector, reverse } = bridge
  const key = `${kind} ${reverse}` as const
  const known = open.get(connector)
  const answer = known?.[key] ?? !refusalOfDemand(bridge, { kind, name: ANY })
  if (known?.[key] === undefined) open.set(connector, { ...known, [key]: answer })
  return answer
}

function included(network: Network): readonly Destination[] {
  const counts = new Map<string, { readonly destination: Destination; count: number }>()
  for (const { filters } of network.design.connectors) {
    for (const destination of filters.dynamic ?? []) {
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
