import type { Design } from '../design/design.ts'
import { formatDestination, type Destination } from '../design/destination.ts'
import type { BrokerId } from '../design/ids.ts'
import { defaultDestination } from '../forecast/defaultDestination.ts'
import { cellOf, forecastTable, type Cell } from '../forecast/questions/table.ts'
import { networkOf } from '../network/network.ts'
import { matches } from '../network/wildcards.ts'
import type { Aligned } from './align.ts'

/** Destinations that both designs treat alike, so one of them answers for all. */
export interface DestinationClass {
  /** The one that is forecast. */
  readonly destination: Destination
  /** It also stands for all queues, or all topics, that nobody names. */
  readonly isDefault: boolean
  /** What filters, policies and clients name of it, itself or as patterns that it stands for. */
  readonly named: readonly Destination[]
}

/** How sure it is that messages arrive, before and after; absent where one of the brokers was not there. */
export interface ChangedReach {
  /** What it holds for, as `queue://x`. The first is the default queue or topic, which nobody names, where it holds for that. */
  readonly destinations: readonly string[]
  readonly from: string
  readonly to: string
  /** `always`, `never`, `sometimes (idle)`, … */
  readonly before?: string
  readonly after?: string
}

/**
 * The destinations to ask about when two designs are compared: a queue and a topic that nobody names, and whatever
 * filters or clients of either name, those that every filter treats alike together. A pattern is asked about by one of
 * the names that it stands for.
 */
export function destinationClasses(designs: readonly Design[]): readonly DestinationClass[] {
  const connectors = designs.flatMap((design) => design.connectors)
  const entries = connectors.flatMap(({ filters, settings }) => [
    filters.excluded ?? [],
    filters.dynamic ?? [],
    filters.static ?? [],
    (settings.destinationFilter ?? '').split(',').flatMap((text): readonly Destination[] => {
      const name = text.trim().replace(/^ActiveMQ\.Advisory\.Consumer\.(Queue|Topic)\./, '')
      return name === '' ? [] : [{ kind: /Topic\./.test(text) ? 'topic' : 'queue', name }]
    }),
  ])
  const queue = defaultDestination({ connectors })
  const topic: Destination = { kind: 'topic', name: topicBeside(entries.flat()) }
  const named = unique([
    ...entries.flat(),
    ...designs.flatMap(({ clients }) => clients.map(({ destination }) => destination)),
    ...designs.flatMap(({ brokers }) =>
      brokers.flatMap(({ policies = [] }) => policies.map(({ destination }) => destination)),
    ),
  ])
  const policies = designs.flatMap(({ brokers }) => brokers.flatMap((broker) => broker.policies ?? []))
  const signature = (destination: Destination) =>
    [
      destination.kind,
      ...entries.map((list) => list.map((entry) => (matches(entry, destination) ? 1 : 0)).join('')),
      policies.map((policy) => (matches(policy.destination, destination) ? 1 : 0)).join(''),
    ].join()
  const classes = new Map<string, DestinationClass & { readonly named: Destination[] }>()
  for (const destination of [queue, topic]) {
    classes.set(signature(destination), { destination, isDefault: true, named: [] })
  }
  for (const pattern of named) {
    const destination: Destination = { kind: pattern.kind, name: pattern.name.replace(/\*|>/g, 'any') }
    const key = signature(destination)
    const known = classes.get(key)
    if (known) known.named.push(pattern)
    else classes.set(key, { destination, isDefault: false, named: [pattern] })
  }
  return [...classes.values()]
}

/** A name of a topic that no entry speaks of. */
function topicBeside(entries: readonly Destination[]): string {
  const names = ['x', 'any.topic', 'any.topic.at.all']
  const isFree = (name: string) =>
    !entries.some((entry) => entry.name !== '>' && matches(entry, { kind: 'topic', name }))
  return names.find(isFree) ?? 'any.topic.that.nobody.names'
}

function unique(destinations: readonly Destination[]): readonly Destination[] {
  return [...new Map(destinations.map((one) => [formatDestination(one), one])).values()]
}

/**
 * The ordered pairs of brokers that reach each other otherwise than before, for each class of destinations: one producer
 * and one consumer at a time. What changes in the same way is told once for all its destinations.
 */
export function changedReach(
  { before, after }: Aligned,
  classes: readonly DestinationClass[],
): readonly ChangedReach[] {
  const [left, right] = [networkOf(before), networkOf(after)]
  const nameOf = (id: BrokerId) => right.broker(id)?.name ?? left.nameOf(id)
  const changes = new Map<string, ChangedReach & { readonly destinations: string[] }>()
  for (const { destination, isDefault, named } of classes) {
    const told = isDefault ? [destination, ...named] : named
    const old = verdictsOf(before, destination)
    const now = verdictsOf(after, destination)
    for (const key of new Set([...now.keys(), ...old.keys()])) {
      const [was, is] = [old.get(key), now.get(key)]
      if (was === is) continue
      const [from, to] = key.split(' ') as [BrokerId, BrokerId]
      const kind = `${key} ${was} ${is}`
      const known = changes.get(kind)
      if (known) known.destinations.push(...told.map(formatDestination))
      else {
        changes.set(kind, {
          destinations: told.map(formatDestination),
          from: nameOf(from),
          to: nameOf(to),
          ...(was === undefined ? {} : { before: was }),
          ...(is === undefined ? {} : { after: is }),
        })
      }
    }
  }
  return [...changes.values()]
}

function verdictsOf(design: Design, destination: Destination): ReadonlyMap<string, string> {
  const table = forecastTable(networkOf(design), { destination })
  const verdicts = new Map<string, string>()
  table.brokers.forEach((from, row) => {
    table.brokers.forEach((to, column) => {
      if (row !== column) verdicts.set(`${from} ${to}`, verdictOf(cellOf(table, row, column)))
    })
  })
  return verdicts
}

function verdictOf({ verdict, when }: Cell): string {
  return when === undefined ? verdict : `${verdict} (${when})`
}
