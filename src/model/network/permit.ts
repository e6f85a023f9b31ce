import type { Destination } from '../design/destination.ts'
import type { Bridge } from './bridges.ts'
import { matches, matchesName } from './wildcards.ts'

/** Why a bridge does not carry a destination on demand. */
export type Refusal = 'excluded' | 'not-included' | 'static-only'

const ADVISORY = 'ActiveMQ.Advisory.Consumer.'

/**
 * Tells whether a bridge's lists permit a destination, and which list refuses it. The order is: excluded refuses,
 * statically included accepts, a list of dynamically included ones that is not empty accepts only its own, and
 * otherwise all are accepted.
 *
 * @param destination - A message's destination, or the pattern that a consumer listens to.
 * @source activemq-broker DemandForwardingBridgeSupport:1401; measured on 5.17.2
 */
export function refusedBy(bridge: Bridge, destination: Destination): 'excluded' | 'not-included' | undefined {
  const { excluded = [], static: always = [], dynamic = [] } = bridge.connector.filters
  if (excluded.some((entry) => covers(bridge, entry, destination))) return 'excluded'
  if (dynamic.length === 0 || always.some((entry) => covers(bridge, entry, destination))) return undefined
  return dynamic.some((entry) => covers(bridge, entry, destination)) ? undefined : 'not-included'
}

/**
 * Tells which list keeps a bridge from carrying a message that a subscription has taken. On a duplex connector the half
 * that receives asks its own lists once more, and drops what they refuse without an answer: the message is neither
 * forwarded nor freed. The two halves differ where an entry is itself a list: the far half reads its parts as queues.
 *
 * @source activemq-broker DemandForwardingBridgeSupport.serviceRemoteCommand, ActiveMQDestination.getQualifiedName;
 * measured on 5.17.7 to 6.3.1 (`filter-duplex-list-of-topics`)
 */
export function refusalOfMessage(
  bridge: Bridge,
  destination: Destination,
): 'excluded' | 'not-included' | undefined {
  const refused = refusedBy(bridge, destination)
  if (refused !== undefined || !bridge.settings.duplex) return refused
  return refusedBy({ ...bridge, reverse: !bridge.reverse }, destination)
}

/**
 * Tells whether a bridge takes demand for a destination, and why not. It must be permitted, and it must be heard: a
 * static bridge hears nothing, and the others listen only to the advisories of their dynamically included
 * destinations, or to those that the advisory filter names.
 *
 * @source activemq-broker DemandForwardingBridgeSupport:647, NetworkBridgeConfiguration:338
 */
export function refusalOfDemand(bridge: Bridge, destination: Destination): Refusal | undefined {
  if (bridge.settings.staticBridge) return 'static-only'
  return refusedBy(bridge, destination) ?? (isHeard(bridge, destination) ? undefined : 'not-included')
}

function isHeard(bridge: Bridge, destination: Destination): boolean {
  const filter = bridge.connector.settings.destinationFilter
  if (filter !== undefined) {
    const advisory = `${ADVISORY}${destination.kind === 'queue' ? 'Queue' : 'Topic'}.${destination.name}`
    // The prefix is added once, to the front: later items of a list need it written out.
    const full = filter.startsWith(ADVISORY) ? filter : ADVISORY + filter
    return full.split(',').some((item) => matchesName(item.trim(), advisory))
  }
  const { dynamic = [] } = bridge.connector.filters
  if (dynamic.length === 0) return true
  return dynamic.some((entry) => {
    // Of a list in one name only the first part gets the prefix; the far half of a duplex connector splits it again.
    const first = entry.name.split(',')[0] ?? ''
    return bridge.reverse
      ? covers(bridge, entry, destination)
      : matches({ kind: entry.kind, name: first }, destination)
  })
}

/**
 * The static entries of a bridge that carry a destination: each is a subscription of its own for queues. An entry
 * that is itself excluded makes none.
 */
export function staticEntries(bridge: Bridge, destination: Destination): readonly Destination[] {
  const { static: always = [] } = bridge.connector.filters
  return always.filter((entry) => covers(bridge, entry, destination) && !refusedBy(bridge, entry))
}

/** Matches an entry of a list, whose name may itself be a list: `A,B`. */
function covers(bridge: Bridge, entry: Destination, destination: Destination): boolean {
  if (!entry.name.includes(',')) return matches(entry, destination)
  // What is sent over to the far half of a duplex connector has lost the type of its element, and is a list of its own.
  const kind = bridge.reverse ? 'queue' : entry.kind
  if (!bridge.reverse && kind !== destination.kind) return false
  return entry.name.split(',').some((part) => {
    const typed = /^(queue|topic):\/\/(.*)$/.exec(part)
    return (typed?.[1] ?? kind) === destination.kind && matchesName(typed?.[2] ?? part, destination.name)
  })
}
