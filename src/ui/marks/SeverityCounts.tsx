import { VisuallyHidden } from '../a11y/VisuallyHidden.tsx'
import { SeverityMark, type Severity } from './SeverityMark.tsx'
import css from './SeverityCounts.module.css'

interface SeverityCountsProps {
  readonly counts: Readonly<Partial<Record<Severity, number>>>
  readonly size?: number | undefined
}

/** Marks with their numbers, worst first; what is 0 is left out. Read as "2 errors, 1 warning". */
export function SeverityCounts({ counts, size = 14 }: SeverityCountsProps) {
  const present = order.filter((severity) => (counts[severity] ?? 0) > 0)
  if (present.length === 0) return null
  const words = present.map((severity) => countInWords(severity, counts[severity] ?? 0)).join(', ')
  return (
    <span className={css.counts}>
      <VisuallyHidden>{words}</VisuallyHidden>
      {present.map((severity) => (
        <span key={severity} className={css.count} aria-hidden>
          <SeverityMark severity={severity} size={size} />
          {counts[severity]}
        </span>
      ))}
    </span>
  )
}

const order: readonly Severity[] = ['error', 'warning', 'note']

function countInWords(severity: Severity, count: number): string {
  return `${count} ${severity}${count === 1 ? '' : 's'}`
}
