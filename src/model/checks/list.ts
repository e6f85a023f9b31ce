import type { Check, Severity, Source } from './check.ts'
import duplexAtBothEnds from './rules/duplex-at-both-ends.ts'
import duplexAtBothEndsQueues from './rules/duplex-at-both-ends-queues.ts'
import duplexBesideOneWay from './rules/duplex-beside-one-way.ts'
import duplexBesideOneWayQueues from './rules/duplex-beside-one-way-queues.ts'
import duplicateConnectorName from './rules/duplicate-connector-name.ts'
import parallelConnectors from './rules/parallel-connectors.ts'
import parallelConnectorsQueues from './rules/parallel-connectors-queues.ts'
import sameNameAtBothEnds from './rules/same-name-at-both-ends.ts'

/** Every check, by name. The only file that knows them all. */
export const CHECKS: readonly Check[] = [
  duplexAtBothEnds,
  duplexAtBothEndsQueues,
  duplexBesideOneWay,
  duplexBesideOneWayQueues,
  duplicateConnectorName,
  parallelConnectors,
  parallelConnectorsQueues,
  sameNameAtBothEnds,
]

const byId = new Map(CHECKS.map((check) => [check.id, check]))

/** The check of an id; `undefined` where there is none. */
export function checkById(id: string): Check | undefined {
  return byId.get(id)
}

/** The words of a check, without its code: for pages that explain them. */
export interface Explanation {
  readonly id: string
  readonly severity: Severity
  readonly title: string
  readonly why: string
  readonly sources: readonly Source[]
  readonly examples: Check['examples']
  /** It asks the forecast. */
  readonly needsForecast: boolean
}

/** The words of every check, in the order of the list. */
export function explanations(): readonly Explanation[] {
  return CHECKS.map(({ id, severity, title, why, sources, examples, needsForecast }) => ({
    id,
    severity,
    title,
    why,
    sources,
    examples,
    needsForecast: needsForecast === true,
  }))
}
