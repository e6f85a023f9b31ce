import {
  isBrokerId,
  isClientId,
  isConnectorId,
  isRegionId,
  type ElementId,
  type Network,
} from '@meshwright/model'
import type { Finding, Severity } from '@meshwright/model/checks'
import { touchedBy } from '../../store/checks/findings.ts'
import { nameOfElement } from '../common/elementNames.ts'
import { counted } from '../common/words.ts'

/** Which findings are listed. `all` leaves out those that somebody decided to live with. */
export type FindingFilter = 'all' | Severity | 'ignored'

export const FILTERS: readonly { readonly id: FindingFilter; readonly label: string }[] = [
  { id: 'all', label: 'All' },
  { id: 'error', label: 'Errors' },
  { id: 'warning', label: 'Warnings' },
  { id: 'note', label: 'Notes' },
  { id: 'ignored', label: 'Ignored' },
]

export function listFindings(findings: readonly Finding[], filter: FindingFilter): readonly Finding[] {
  return findings.filter((finding) => belongs(finding, filter))
}

/** How many findings each filter lists. */
export function countByFilter(findings: readonly Finding[]): Readonly<Record<FindingFilter, number>> {
  const counts = { all: 0, error: 0, warning: 0, note: 0, ignored: 0 }
  for (const finding of findings) {
    if (finding.ignored === undefined) {
      counts.all += 1
      counts[finding.severity] += 1
    } else counts.ignored += 1
  }
  return counts
}

/** What a finding touches, short: a name where it is one thing, else counts by kind: `2 brokers, 1 connector`. */
export function touchesInWords(network: Network, finding: Pick<Finding, 'at'>): string {
  const ids = touchedBy(finding)
  const [only] = ids
  if (ids.length === 1 && only) return nameOfElement(network, only)
  return KINDS.flatMap(({ is, noun }) => {
    const count = ids.filter(is).length
    return count > 0 ? [counted(count, noun)] : []
  }).join(', ')
}

/** Open findings of the same check that have a fix: those that one click can cure together. */
export function fixableLike(findings: readonly Finding[], finding: Finding): number {
  return findings.filter(
    ({ check, fix, ignored }) => check === finding.check && fix !== undefined && ignored === undefined,
  ).length
}

const KINDS: readonly { readonly is: (id: ElementId) => boolean; readonly noun: string }[] = [
  { is: isRegionId, noun: 'region' },
  { is: isBrokerId, noun: 'broker' },
  { is: isConnectorId, noun: 'connector' },
  { is: isClientId, noun: 'client' },
]

function belongs(finding: Finding, filter: FindingFilter): boolean {
  if (filter === 'ignored') return finding.ignored !== undefined
  return finding.ignored === undefined && (filter === 'all' || finding.severity === filter)
}
