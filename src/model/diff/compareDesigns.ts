import { effectiveName, remotesOf, type Broker, type Connector, type Design } from '../design/design.ts'
import { formatDestination } from '../design/destination.ts'
import type { BrokerId, ConnectorId } from '../design/ids.ts'
import { networkOf, type Network } from '../network/network.ts'
import type { Reading } from '../read/reading.ts'
import { writeConfiguration } from '../xml/writeConfiguration.ts'
import { align, type Aligned } from './align.ts'
import { matchBrokers, type MatchOptions } from './matchElements.ts'
import { changedReach, destinationClasses, type ChangedReach } from './reachChanges.ts'
import { planRollouts, type RolloutOptions } from './planRollouts.ts'
import type { Rollouts } from './rollout.ts'
import { editedFiles, filesOfBrokers, withNamesOf, type EditedFile } from './sourceEdits.ts'
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
export interface DifferenceAlone {
  readonly brokers: readonly ChangedBroker[]
  readonly connectors: readonly ChangedConnector[]
  /** Brokers whose configuration is another one now, those whose is the same to the byte, and those whose goes. */
  readonly files: {
    readonly changed: readonly string[]
    readonly same: readonly string[]
    readonly removed: readonly string[]
    /** Of those that are the same, brokers whose own files were edited all the same: in what a design does not hold. */
    readonly sameInMeaning: readonly string[]
    /** What was edited in the brokers' own files beyond all that is told here. Empty unless both sides were read from files. */
    readonly edited: readonly EditedFile[]
  }
  /** One producer and one consumer at a time, for a queue and a topic that nobody names and for what is named. */
  readonly reach: readonly ChangedReach[]
  /** A queue and a topic that stand for all that nobody names, as `queue://x`. */
  readonly defaults: readonly string[]
  /** Destinations that were not asked about, since there are too many in too large a network. */
  readonly notAsked: readonly string[]
}

/** What differs, and the order of steps from the earlier design to the later one and back. */
export interface Difference extends DifferenceAlone, Rollouts {}

/** What is known of the two sides beyond the designs, and who is told how far the work is. */
export interface CompareOptions extends Pick<MatchOptions, 'versions'>, Pick<RolloutOptions, 'onProgress'> {
  /** The brokers' own files, where there are such: as they say each side now. */
  readonly readings?: { readonly before?: Reading; readonly after?: Reading }
  /** Told once, before the orders of steps are looked for, which takes longest. */
  readonly onDifference?: (difference: DifferenceAlone) => void
}

/**
 * What differs in meaning between two designs: a value that is set to its default is the same as one that is not set.
 * Brokers are the same by name, else by where they listen; connectors by the broker that declares them, their name and
 * where they lead.
 */
export function compareDesigns(given: Design, after: Design, options: CompareOptions = {}): Difference {
  const matching = matchingOf(given, after, options)
  const before = withNamesOf(given, after, matchBrokers(given, after, matching), options.readings ?? {})
  const aligned = align(before, after, matching)
  const brokers = changedBrokers(aligned)
  const connectors = changedConnectors(aligned)
  const told = new Set([...brokers, ...connectors].map(({ of }) => of))
  const written = changedFiles(aligned, told)
  const all = destinationClasses([before, after])
  const classes = all.slice(0, mostClasses(aligned))
  const steps = new Set([...written.changed, ...written.removed, ...told])
  const difference: DifferenceAlone = {
    brokers: brokers.map(({ change }) => change),
    connectors: connectors.map(({ change }) => change),
    files: namedFiles(aligned, written, options),
    reach: changedReach(aligned, classes),
    defaults: classes.flatMap(({ isDefault, destination }) =>
      isDefault ? [formatDestination(destination)] : [],
    ),
    notAsked: all.slice(classes.length).flatMap(({ named }) => named.map(formatDestination)),
  }
  options.onDifference?.(difference)
  return { ...difference, ...planRollouts(aligned, steps, classes, { ...options, ...matching }) }
}

/** Which broker of the later design each of the earlier is, as `compareDesigns` takes it. */
export function sameBrokers(
  before: Design,
  after: Design,
  options: Pick<CompareOptions, 'versions' | 'readings'> = {},
): ReadonlyMap<BrokerId, BrokerId> {
  return matchBrokers(before, after, matchingOf(before, after, options))
}

function matchingOf(
  before: Design,
  after: Design,
  { versions = false, readings = {} }: Pick<CompareOptions, 'versions' | 'readings'>,
): MatchOptions {
  const files = {
    ...(readings.before ? { before: filesOfBrokers(readings.before, before) } : {}),
    ...(readings.after ? { after: filesOfBrokers(readings.after, after) } : {}),
  }
  return { versions, files, alone: true }
}

/** `undefined` unless both sides were read from files. */
function editedIn({ versions = false, readings }: CompareOptions): readonly EditedFile[] | undefined {
  const { before, after } = readings ?? {}
  if (!before || !after) return undefined
  const [left, right] = [before.document.design, after.document.design]
  return editedFiles(before, after, sameBrokers(left, right, { versions, readings: { before, after } }))
}

/** No broker, connector or reach differs, nor what else files say. They may be written otherwise all the same. */
export function isEmptyDifference({ brokers, connectors, reach, files }: DifferenceAlone): boolean {
  return [brokers, connectors, reach, files.edited].every((list) => list.length === 0)
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
    const fields = [
      ...differences(connectorValues(left, old), connectorValues(right, connector)),
      ...ledElsewhere(left, old, right, connector),
    ]
    return fields.length > 0 ? [told(connector, 'changed', fields)] : []
  })
  const gone = before.connectors.filter(({ id }) => !right.connector(id))
  return [...now, ...gone.map((connector) => told(connector, 'removed'))]
}

/** Whether it leads to other brokers; that one of them goes by another name now is told of the broker. */
function ledElsewhere(
  left: Network,
  old: Connector,
  right: Network,
  connector: Connector,
): readonly ChangedField[] {
  const [was, is] = [new Set(remotesOf(old)), new Set(remotesOf(connector))]
  if (was.size === is.size && [...was].every((id) => is.has(id))) return []
  const names = (network: Network, ids: ReadonlySet<BrokerId>) =>
    [...ids].map((id) => network.nameOf(id)).join(', ')
  return [{ field: 'leads to', before: names(left, was), after: names(right, is) }]
}

interface WrittenFiles {
  /** In meaning: one that only says the same otherwise is no step of a rollout. */
  readonly changed: readonly BrokerId[]
  /** Of those that are the same, those that are written otherwise. */
  readonly otherwise: readonly BrokerId[]
  readonly same: readonly BrokerId[]
  readonly removed: readonly BrokerId[]
}

function changedFiles({ before, after }: Aligned, told: ReadonlySet<BrokerId>): WrittenFiles {
  const [left, right] = [networkOf(before), networkOf(after)]
  const changed: BrokerId[] = []
  const same: BrokerId[] = []
  const otherwise: BrokerId[] = []
  for (const { id, external, instances } of after.brokers) {
    if (external) continue
    const old = left.broker(id)
    const places: readonly (0 | 1)[] = instances.length === 2 ? [0, 1] : [0]
    const isSame =
      old?.instances.length === instances.length &&
      places.every(
        (place) => writeConfiguration(left, id, place)?.text === writeConfiguration(right, id, place)?.text,
      )
    if (isSame || (old && !told.has(id))) same.push(id)
    else changed.push(id)
    if (!isSame && old && !told.has(id)) otherwise.push(id)
  }
  const removed = before.brokers.flatMap(({ id, external }) => (external || right.broker(id) ? [] : [id]))
  return { changed, otherwise, same, removed }
}

/** Whose files change, by name. Where both sides were read from files, their bytes tell which of the same are edited. */
function namedFiles(
  { before, after }: Aligned,
  written: WrittenFiles,
  options: CompareOptions,
): DifferenceAlone['files'] {
  const [left, right] = [networkOf(before), networkOf(after)]
  const named = (ids: readonly BrokerId[]) => ids.map((id) => right.broker(id)?.name ?? left.nameOf(id))
  const same = named(written.same)
  const edited = editedIn(options)
  const touched = new Set(edited ? edited.map(({ broker }) => broker) : named(written.otherwise))
  return {
    changed: named(written.changed),
    same,
    removed: named(written.removed),
    sameInMeaning: same.filter((name) => touched.has(name)),
    edited: (edited ?? []).filter(({ edits }) => edits.length > 0),
  }
}
