import { applyEdit, type Document } from '@meshwright/model'
import { findingKey, type Finding, type QuickFix, type Severity } from '@meshwright/model/checks'
import { counted, listed } from '../common/words.ts'

/** What a quick fix does to the list of findings; ignored ones count neither before nor after. */
export interface FixEffect {
  readonly cleared: readonly Finding[]
  readonly added: readonly Finding[]
}

/** The document as it would be after a fix. */
export function fixedDocument(document: Document, fix: QuickFix): Document {
  return applyEdit(document, { type: 'batch', label: fix.label, edits: fix.edits })
}

/**
 * Findings that are there before and not after, and the other way round. A fault that only touches other elements than
 * before is neither cleared nor brought.
 */
export function compareFindings(before: readonly Finding[], after: readonly Finding[]): FixEffect {
  const [old, now] = [before, after].map((list) => list.filter(({ ignored }) => ignored === undefined))
  const [had, has] = [keys(old ?? []), keys(now ?? [])]
  const cleared = (old ?? []).filter((finding) => !has.has(findingKey(finding)))
  const added = (now ?? []).filter((finding) => !had.has(findingKey(finding)))
  return { cleared: withoutAlike(cleared, added), added: withoutAlike(added, cleared) }
}

/** Takes out as many findings of each check as the other list has of it. */
function withoutAlike(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const left = new Map<string, number>()
  for (const { check } of others) left.set(check, (left.get(check) ?? 0) + 1)
  return findings.filter(({ check }) => {
    const count = left.get(check) ?? 0
    left.set(check, count - 1)
    return count <= 0
  })
}

/** `clears 2 errors and 1 note`, `clears 1 error, brings 1 warning`, `changes no finding`. */
export function effectInWords({ cleared, added }: FixEffect): string {
  const parts = [
    cleared.length > 0 && `clears ${bySeverity(cleared)}`,
    added.length > 0 && `brings ${bySeverity(added)}`,
  ]
  return parts.filter((part) => part !== false).join(', ') || 'changes no finding'
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
