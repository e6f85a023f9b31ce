import { kindOf, type ElementId } from '../design/ids.ts'
import type { Finding, Severity } from './check.ts'
import { placeId } from './findings.ts'

const SEVERITIES: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 }
const KINDS = { region: 0, broker: 1, connector: 2, client: 3, note: 4 } as const

/**
 * Findings in the order in which they are read: errors, warnings, notes; within those what a quick fix cures at once
 * before what needs a decision; then by what they touch (regions, brokers, connectors, clients, each in the order in
 * which they were drawn). What ranks the same keeps its order.
 */
export function orderFindings(findings: readonly Finding[]): readonly Finding[] {
  const keyed = findings.map((finding) => ({
    finding,
    rank: SEVERITIES[finding.severity] * 2 + (finding.fix ? 0 : 1),
    place: rankOf(finding),
  }))
  keyed.sort((a, b) => a.rank - b.rank || a.place - b.place)
  return keyed.map(({ finding }) => finding)
}

/** Kind first, then the number in the id, which grows in the order of drawing. */
function rankOf(finding: Finding): number {
  const id: ElementId = placeId(finding.at[0])
  return KINDS[kindOf(id) ?? 'note'] * 1e9 + Number(id.slice(1))
}
