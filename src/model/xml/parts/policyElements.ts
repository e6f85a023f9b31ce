import type { Broker, DestinationPolicy } from '../../design/design.ts'
import { formatDestination, type Destination } from '../../design/destination.ts'
import { POLICY_SETTINGS, type PolicyPlace } from '../../dialects/policy-entry.ts'
import type { Network } from '../../network/network.ts'
import { holdsExpression } from '../../targets/expression.ts'
import { verdictFor } from '../../targets/verdict.ts'
import { cleaned } from '../tree/characters.ts'
import { element, type XmlElement } from '../tree/node.ts'
import type { Notes } from '../notes.ts'

interface Entry extends DestinationPolicy {
  /** What the target's own default file says for this destination. */
  readonly standard?: Standard
}

interface Standard {
  readonly attributes: Readonly<Record<string, string>>
  /** Messages that a slow topic consumer may leave pending. */
  readonly pendingLimit?: string
}

interface StandardEntry {
  readonly destination: Destination
  readonly standard: Standard
  readonly source: string
}

const ALL_TOPICS: Destination = { kind: 'topic', name: '>' }
const ALL_QUEUES: Destination = { kind: 'queue', name: '>' }
const SWEEP = { gcInactiveDestinations: 'true', inactiveTimoutBeforeGC: '600000' }

/** Entries of the configuration that a broker has before anybody changes it: leaving them out would change more than the network. */
const STANDARD_ENTRIES: Readonly<Record<'self-managed' | 'amazon-mq', readonly StandardEntry[]>> = {
  'self-managed': [
    {
      destination: ALL_TOPICS,
      standard: { attributes: {}, pendingLimit: '1000' },
      source: "Apache's own conf/activemq.xml (5.15 to 6.3)",
    },
  ],
  'amazon-mq': [
    {
      destination: ALL_TOPICS,
      standard: { attributes: SWEEP, pendingLimit: '1000' },
      source: 'the configuration that AWS gives a new broker (aws-samples/amazon-mq-workshop@122e66f)',
    },
    {
      destination: ALL_QUEUES,
      standard: { attributes: SWEEP },
      source: 'the configuration that AWS gives a new broker (aws-samples/amazon-mq-workshop@122e66f)',
    },
  ],
}

/**
 * `<destinationPolicy>` of a broker: the target's standard entries with what the design sets, one entry a destination,
 * since two for the same one are refused by Amazon MQ's schema and ambiguous elsewhere.
 */
export function policyElements(network: Network, broker: Broker, notes: Notes): XmlElement {
  const entries = entriesOf(network, broker, notes)
  const written = entries.map((entry) => entryElement(network, broker, entry, notes))
  const policies = element('policyEntries', {}, written)
  return element('destinationPolicy', {}, [element('policyMap', {}, [policies])], {
    element: broker.id,
    attribute: 'destinationPolicy',
    setting: 'policies',
  })
}

function entriesOf(network: Network, broker: Broker, notes: Notes): readonly Entry[] {
  const target = network.targetOf(broker.id)
  const entries = new Map<string, Entry>()
  // Only one entry counts for a destination, so one for fewer destinations says again what the standard one said.
  const standards = new Map<Destination['kind'], Pick<Entry, 'standard'>>()
  for (const { destination, standard } of STANDARD_ENTRIES[target]) {
    entries.set(formatDestination(destination), { destination, standard })
    standards.set(destination.kind, { standard })
  }
  for (const policy of broker.policies ?? []) {
    // Names that differ only in what XML cannot carry are written alike.
    const title = cleaned(formatDestination(policy.destination))
    if (policy.destination.name.trim() === '') {
      notes.problem(
        'xml-left-out',
        `A policy for a destination without a name is left out on ${broker.name}.`,
      )
    } else if (target === 'amazon-mq' && holdsExpression(policy.destination.name)) {
      notes.problem('xml-left-out', `The policy for ${title} is left out: Amazon MQ removes expressions.`)
    } else {
      if (target !== 'amazon-mq') notes.expressions(policy.destination.name, broker.id)
      entries.set(title, { ...(entries.get(title) ?? standards.get(policy.destination.kind)), ...policy })
    }
  }
  return [...entries.values()]
}

function entryElement(network: Network, broker: Broker, entry: Entry, notes: Notes): XmlElement {
  const { kind, name } = entry.destination
  const own = (place: PolicyPlace) => attributesOf(network, broker, entry, place, notes)
  const filter = own('conditionalNetworkBridgeFilterFactory')
  const children: XmlElement[] = []
  if (entry.priorityNetworkDispatch) {
    children.push(element('dispatchPolicy', {}, [element(POLICY_SETTINGS.priorityNetworkDispatch.xml)]))
  }
  if (Object.keys(filter).length > 0) {
    // The wrapper is not optional: without it Amazon MQ removes the factory and other brokers do not start.
    const factory = element('conditionalNetworkBridgeFilterFactory', filter)
    children.push(element('networkBridgeFilterFactory', {}, [factory]))
  }
  const { attributes = {}, pendingLimit } = entry.standard ?? {}
  if (pendingLimit) {
    const limit = element('constantPendingMessageLimitStrategy', { limit: pendingLimit })
    children.push(element('pendingMessageLimitStrategy', {}, [limit]))
  }
  return element('policyEntry', { [kind]: name, ...attributes, ...own('policyEntry') }, children)
}

function attributesOf(
  network: Network,
  broker: Broker,
  entry: Entry,
  place: PolicyPlace,
  notes: Notes,
): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {}
  for (const [key, row] of Object.entries(POLICY_SETTINGS)) {
    const value = entry[key as keyof typeof POLICY_SETTINGS]
    if (row.element !== place || value === undefined) continue
    const { verdict, note } = verdictFor(
      network.targetOf(broker.id),
      network.engineOf(broker.id),
      place,
      row.xml,
    )
    const title = formatDestination(entry.destination)
    if (verdict !== 'permitted') {
      notes.problem(
        'xml-left-out',
        `Policy for ${title} on ${broker.name}: ${row.xml} is left out. ${note ?? ''}`.trimEnd(),
      )
    } else if (typeof value === 'number' && !Number.isSafeInteger(value)) {
      notes.problem(
        'xml-left-out',
        `Policy for ${title} on ${broker.name}: ${row.xml} is left out. It is no whole number.`,
      )
    } else attributes[row.xml] = String(value)
  }
  return attributes
}
