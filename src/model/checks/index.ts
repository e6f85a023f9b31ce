/** The door of the checks: what can be wrong with a network, and how to find it. Names are listed one by one. */
export type { Check, Finding, Hit, Place, QuickFix, Severity, Source } from './check.ts'
export { findingKey, placeId, placeIds } from './findings.ts'
export { checkById, CHECKS } from './list.ts'
export { orderFindings } from './orderFindings.ts'
export { checksInTurn, runChecks, type ChecksProgress, type RunOptions } from './runChecks.ts'
