import { effectiveName, remotesOf, type Broker, type Connector, type Design } from '../design/design.ts'
import { formatDestination } from '../design/destination.ts'
import type { BrokerId, ConnectorId } from '../design/ids.ts'
import { networkOf } from '../network/network.ts'
import { writeConfiguration } from '../xml/writeConfiguration.ts'
import { align, type Aligned } from './align.ts'
import type { MatchOptions } from './matchElements.ts'
import { changedReach, destinationClasses, type ChangedReach } from './reachChanges.ts'
import { planRollouts, type Rollout } from './rollout.ts'
import { brokerValues, connectorValues, differences, type ChangedField } from './values.ts'

/** Where an element stands: its id in the earlier design as it was given, and in the later one. */
export interface ChangedAt<Id> {
  readonly before?: Id
  readonly after?: Id
}

export interface ChangedBroker {
  /** Its newer name. */
  readonly name: string
  readonly kind: 'added' | 'removed' | 'changed'
  readonly fields: readonly ChangedField[]
  readonly at: ChangedAt<BrokerId>
}

export interface ChangedConnector {
  /** The broker that declares it, by its newer name. */
  readonly broker: string
  readonly name: string
  readonly to: readonly string[]
  readonly kind: 'added' | 'removed' | 'changed'
  readonly fields: readonly ChangedField[]
  readonly at: ChangedAt<ConnectorId>
}

/** What differs in meaning between two designs; where things are drawn is no difference. */
export interface Difference {
  readonly brokers: readonly ChangedBroker[]
  readonly connectors: readonly ChangedConnector[]
  /** Brokers whose configuration is another one now, those whose is the same to the byte, and those whose goes. */
  readonly files: {
    readonly changed: readonly string[]
    readonly same: readonly string[]
    readonly removed: readonly string[]
  }
  /** One producer and one consumer at a time, for a queue and a topic that nobody names and for what is named. */
  readonly reach: readonly ChangedReach[]
  /** A queue and a topic that stand for all that nobody names, as `queue://x`. */
  readonly defaults: readonly string[]
  /** Destinations that were not asked about, since there are too many in too large a network. */
  readonly notAsked: readonly string[]
  /** From the earlier design to the later one, and back. */
  readonly rollout: Rollout
  readonly rollback: Rollout
}

/**
 * What differs in meaning between two designs: a value that is set to its default is the same as one that is not set.
 * Brokers are the same by name, else by where they listen; connectors by the broker that declares them, their name and
 * where they lead.
 */
export function compareDesigns(before: Design, after: Design, options: MatchOptions = {}): Difference {
  const aligned = align(before, after, options)
  const brokers = changedBrokers(aligned)
  const connectors = changedConnectors(aligned)
  const written = changedFiles(aligned)
  const all = destinationClasses([before, after])
  const classes = all.slice(0, mostClasses(aligned))
  const steps = new Set([
    ...written.changed,
    ...brokers.map(({ of }) => of),
    ...connectors.map(({ of }) => of),
  ])
  return {
    brokers: brokers.map(({ change }) => change),
    connectors: connectors.map(({ change }) => change),
    files: namedFiles(aligned, written),
    reach: changedReach(aligned, classes),
    defaults: classes.flatMap(({ isDefault, destination }) =>
      isDefault ? [formatDestination(destination)] : [],
    ),
    notAsked: all.slice(classes.length).flatMap(({ named }) => named.map(formatDestination)),
    ...planRollouts(aligned, steps, classes),
  }
}

/** No broker, connector or reach differs. Files may differ all the same, in how they are written. */
export function isEmptyDifference({ brokers, connectors, reach }: Difference): boolean {
  return brokers.length === 0 && connectors.length === 0 && reach.length === 0
}

/** How many tables are worked out for each design, by how large they are. */
function mostClasses({ before, after }: Aligned): number {
  const size = Math.max(before.brokers.length, after.brokers.length)
  return size <= 20 ? 40 : size <= 60 ? 12 : 2
}

function placeOf<Id>(
  id: Id,
  kind: ChangedBroker['kind'],
  ids: ReadonlyMap<Id, Id>,
): { readonly at: ChangedAt<Id> } {
  const before = kind === 'added' ? undefined : ids.get(id)
  return {
    at: { ...(before === undefined ? {} : { before }), ...(kind === 'removed' ? {} : { after: id }) },
  }
}

/** A change and the broker whose file it is in, by the ids that both designs share. */
interface ChangeOf<T> {
  readonly of: BrokerId
  readonly change: T
}

function changedBrokers({ before, after, brokersBefore }: Aligned): readonly ChangeOf<ChangedBroker>[] {
  const [left, right] = [networkOf(before), networkOf(after)]
  const told = (
    { id, name }: Broker,
    kind: ChangedBroker['kind'],
    fields: readonly ChangedField[] = [],
  ): ChangeOf<ChangedBroker> => ({
    of: id,
    change: { name, kind, fields, ...placeOf(id, kind, brokersBefore) },
  })
  const now = after.brokers.flatMap((broker) => {
    const old = left.broker(broker.id)
    if (!old) return [told(broker, 'added')]
    const fields = differences(brokerValues(left, old), brokerValues(right, broker))
    return fields.length > 0 ? [told(broker, 'changed', fields)] : []
  })
  const gone = before.brokers.filter(({ id }) => !right.broker(id))
  return [...now, ...gone.map((broker) => told(broker, 'removed'))]
}

function changedConnectors({
  before,
  after,
  connectorsBefore,
}: Aligned): readonly ChangeOf<ChangedConnector>[] {
  const [left, right] = [networkOf(before), networkOf(after)]
  const nameOf = (id: BrokerId) => right.broker(id)?.name ?? left.nameOf(id)
  const told = (
    connector: Connector,
    kind: ChangedConnector['kind'],
    fields: readonly ChangedField[] = [],
  ): ChangeOf<ChangedConnector> => ({
    of: connector.from,
    change: {
      broker: nameOf(connector.from),
      name: effectiveName(connector),
      to: remotesOf(connector).map(nameOf),
      kind,
      fields,
      ...placeOf(connector.id, kind, connectorsBefore),
    },
  })
  const now = after.connectors.flatMap((connector) => {
    const old = left.connector(connector.id)
    if (!old) return [told(connector, 'added')]
    const fields = differences(connectorValues(left, old), connectorValues(right, connector))
    return fields.length > 0 ? [told(connector, 'changed', fields)] : []
  })
  const gone = before.connectors.filter(({ id }) => !right.connector(id))
  return [...now, ...gone.map((connector) => told(connector, 'removed'))]
}

interface WrittenFiles {
  readonly changed: readonly BrokerId[]
  readonly same: readonly BrokerId[]
  readonly removed: readonly BrokerId[]
}

function changedFiles({ before, after }: Aligned): WrittenFiles {
  const [left, right] = [networkOf(before), networkOf(after)]
  const changed: BrokerId[] = []
  const same: BrokerId[] = []
  for (const { id, external, instances } of after.brokers) {
    if (external) continue
    const old = left.broker(id)
    const places: readonly (0 | 1)[] = instances.length === 2 ? [0, 1] : [0]
    const isSame =
      old?.instances.length === instances.length &&
      places.every(
        (place) => writeConfiguration(left, id, place)?.text === writeConfiguration(right, id, place)?.text,
      )
    ;(isSame ? same : changed).push(id)
  }
  const removed = before.brokers.flatMap(({ id, external }) => (external || right.broker(id) ? [] : [id]))
  return { changed, same, removed }
}

function namedFiles({ before, after }: Aligned, files: WrittenFiles): Difference['files'] {
  const [left, right] = [networkOf(before), networkOf(after)]
  const nameOf = (id: BrokerId) => right.broker(id)?.name ?? left.nameOf(id)
  return {
    changed: files.changed.map(nameOf),
    same: files.same.map(nameOf),
    removed: files.removed.map(nameOf),
  }
}
