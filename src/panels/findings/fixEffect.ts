import { applyEdit, networkOf, type Document, type Edit } from '@meshwright/model'
import { findingKey, runChecks, type Finding, type QuickFix, type Severity } from '@meshwright/model/checks'
import { counted, listed } from '../common/words.ts'

/** What a quick fix does to the findings that follow the hand; those that ask the forecast are left aside. */
export interface FixEffect {
  readonly after: Document
  readonly cleared: readonly Finding[]
  readonly added: readonly Finding[]
}

/** Tries a fix on a copy and compares what the checks say before and after. */
export function fixEffect(document: Document, fix: QuickFix): FixEffect {
  const edit: Edit = { type: 'batch', label: fix.label, edits: fix.edits }
  const after = applyEdit(document, edit)
  const [old, now] = [document, after].map(({ design }) =>
    runChecks(networkOf(design), { forecast: false }).filter(({ ignored }) => ignored === undefined),
  )
  const [before, left] = [keys(old ?? []), keys(now ?? [])]
  return {
    after,
    cleared: (old ?? []).filter((finding) => !left.has(findingKey(finding))),
    added: (now ?? []).filter((finding) => !before.has(findingKey(finding))),
  }
}

/** `clears 2 errors and 1 note`, `clears 1 error, brings 1 warning`, `changes no other finding`. */
export function effectInWords({ cleared, added }: Pick<FixEffect, 'cleared' | 'added'>): string {
  const parts = [
    cleared.length > 0 && `clears ${bySeverity(cleared)}`,
    added.length > 0 && `brings ${bySeverity(added)}`,
  ]
  return parts.filter((part) => part !== false).join(', ') || 'changes no other finding'
}

function bySeverity(findings: readonly Finding[]): string {
  const severities: readonly Severity[] = ['error', 'warning', 'note']
  return listed(
    severities.flatMap((severity) => {
      const count = findings.filter((finding) => finding.severity === severity).length
      return count > 0 ? [counted(count, severity)] : []
    }),
  )
}

function keys(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.map(findingKey))
}
