import {
  DESTINATION_LISTS,
  formatDestination,
  isPattern,
  matches,
  overlaps,
  type Destination,
  type DestinationList,
  type Filters,
} from '@meshwright/model'

/** Whether a destination crosses a connector, and what decides it. */
export interface Crossing {
  readonly crosses: boolean
  /** One sentence. */
  readonly reason: string
  /** The list and the entry that decide, where one does. */
  readonly list?: DestinationList
  readonly entry?: Destination
}

/**
 * Tells whether a destination may cross, by the lists of a connector: excluded refuses, static accepts, a list of
 * dynamic entries accepts its own alone, an empty one accepts all. A duplex connector asks the same in both directions.
 * Hops, demand and permissions are not asked here.
 *
 * @param staticBridge - The connector forwards its static entries and nothing else.
 * @source forwarding rules, section 4; activemq-broker DemandForwardingBridgeSupport:1401, :647
 */
export function tryFilters(filters: Filters, staticBridge: boolean, destination: Destination): Crossing {
  const subject = formatDestination(destination)
  if (isAdvisory(destination) && !filters.static?.some((entry) => matches(entry, destination))) {
    return { crosses: false, reason: 'Advisory topics never cross on demand.' }
  }
  const excluded = filters.excluded?.find((entry) => matches(entry, destination))
  if (excluded) return decided('excluded', excluded, false, `${subject} is excluded by ${told(excluded)}.`)
  const always = filters.static?.find((entry) => matches(entry, destination))
  if (always) {
    return decided(
      'static',
      always,
      true,
      `${subject} always crosses, wanted or not: ${told(always)} is statically included.`,
    )
  }
  if (staticBridge) {
    return {
      crosses: false,
      reason: `${subject} is not statically included, and a static bridge forwards nothing else.`,
    }
  }
  const dynamic = filters.dynamic ?? []
  if (dynamic.length === 0) {
    return { crosses: true, reason: `${subject} crosses where a consumer wants it: nothing excludes it.` }
  }
  const included = dynamic.find((entry) => matches(entry, destination))
  if (included) {
    return decided(
      'dynamic',
      included,
      true,
      `${subject} crosses where a consumer wants it: ${told(included)} includes it.`,
    )
  }
  return { crosses: false, reason: notIncluded(dynamic, destination) }
}

/** What a connector lets cross, in a few words for a folded group: `Everything crosses`, `Only orders.>`, `All but 2`. */
export function filtersInWords(filters: Filters, staticBridge: boolean): string {
  const excluded = filters.excluded ?? []
  const dynamic = filters.dynamic ?? []
  const fixed = filters.static ?? []
  const without = excluded.length > 0 ? `, without ${few(excluded)}` : ''
  if (staticBridge) return fixed.length > 0 ? `Only ${few(fixed)}, always` : 'Nothing crosses'
  if (dynamic.length > 0) return `Only ${few([...dynamic, ...fixed])}${without}`
  if (excluded.length > 0) return `All but ${few(excluded)}`
  return fixed.length > 0 ? `Everything, ${few(fixed)} always` : 'Everything crosses'
}

function decided(list: DestinationList, entry: Destination, crosses: boolean, reason: string): Crossing {
  return { crosses, reason, list, entry }
}

function told(entry: Destination): string {
  return `${entry.kind} ${entry.name}`
}

function few(entries: readonly Destination[]): string {
  if (entries.length > 1) return `${entries.length} entries`
  return entries[0]?.name ?? ''
}

/** A name of the other kind is the usual reason, and a pattern asked against a narrower entry the second. */
function notIncluded(dynamic: readonly Destination[], destination: Destination): string {
  const subject = formatDestination(destination)
  const list = DESTINATION_LISTS.dynamic.label.toLowerCase()
  const otherKind = dynamic.find((entry) => matches({ ...entry, kind: destination.kind }, destination))
  if (otherKind) return `${subject} is not ${list}: ${told(otherKind)} speaks of ${otherKind.kind}s alone.`
  const narrower = isPattern(destination.name) && dynamic.find((entry) => overlaps(entry, destination))
  if (narrower) return `${subject} is wider than ${told(narrower)}, so a consumer on it is not heard.`
  return `${subject} is not ${list}.`
}

function isAdvisory({ kind, name }: Destination): boolean {
  return kind === 'topic' && name.startsWith('ActiveMQ.Advisory.')
}
