import { networkOf, type Design, type ElementId } from '@meshwright/model'
import { placeId, runChecks, type Finding, type Severity } from '@meshwright/model/checks'
import type { SlowFindings, State } from './createStore.ts'

/** Findings of a design by the checks that are quick enough to follow the hand; the same design gives the same list. */
export function quickFindings(design: Design): readonly Finding[] {
  const known = quick.get(design)
  if (known) return known
  const findings = runChecks(networkOf(design), { forecast: false })
  quick.set(design, findings)
  return findings
}

const quick = new WeakMap<Design, readonly Finding[]>()
const merged = new WeakMap<
  Design,
  { readonly slow: SlowFindings | undefined; readonly all: readonly Finding[] }
>()

/**
 * Every finding known of the open design, ignored ones included: the quick ones at once, those of the forecast as soon
 * as they are there. Findings of an older design are never shown for a newer one. The same answer is the same list.
 */
export function findingsOf(state: Pick<State, 'document' | 'slow'>): readonly Finding[] {
  const { design } = state.document
  const slow = state.slow?.design === design ? state.slow : undefined
  const known = merged.get(design)
  if (known && known.slow === slow) return known.all
  const all = slow?.findings.length
    ? bySeverity([...quickFindings(design), ...slow.findings])
    : quickFindings(design)
  merged.set(design, { slow, all })
  return all
}

/** Those that nobody decided to live with. The same list of findings gives the same answer. */
export function openFindings(findings: readonly Finding[]): readonly Finding[] {
  const known = open.get(findings)
  if (known) return known
  const answer = findings.filter((finding) => finding.ignored === undefined)
  open.set(findings, answer)
  return answer
}

const open = new WeakMap<readonly Finding[], readonly Finding[]>()

/** Every element that a finding touches, in its own order, each once. */
export function touchedBy(finding: Pick<Finding, 'at'>): readonly ElementId[] {
  return [...new Set(finding.at.map(placeId))]
}

export type Counts = Readonly<Record<Severity, number>>

export function countFindings(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, note: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return counts
}

/** The open findings of each element that has any, worst first. The same list of findings gives the same map. */
export function findingsByElement(
  findings: readonly Finding[],
): ReadonlyMap<ElementId, readonly [Finding, ...Finding[]]> {
  const known = byElement.get(findings)
  if (known) return known
  const map = new Map<ElementId, [Finding, ...Finding[]]>()
  for (const finding of bySeverity(openFindings(findings))) {
    for (const id of touchedBy(finding)) {
      const list = map.get(id)
      if (list) list.push(finding)
      else map.set(id, [finding])
    }
  }
  byElement.set(findings, map)
  return map
}

const byElement = new WeakMap<readonly Finding[], ReadonlyMap<ElementId, readonly [Finding, ...Finding[]]>>()

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 }

function bySeverity(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => RANK[a.severity] - RANK[b.severity])
}
