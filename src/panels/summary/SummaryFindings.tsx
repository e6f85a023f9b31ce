import type { Finding } from '@meshwright/model/checks'
import { SeverityMark } from '../../ui/index.ts'
import css from './Summary.module.css'

interface FindingsProps {
  readonly findings: readonly Finding[]
  /** Every check has run. */
  readonly isAll: boolean
}

/** What the checks found, worst first; last what somebody decided to live with, and why. */
export function SummaryFindings({ findings, isAll }: FindingsProps) {
  const open = findings.filter(({ ignored }) => ignored === undefined)
  const kept = findings.filter(({ ignored }) => ignored !== undefined)
  if (findings.length === 0) return isAll ? <p>No check has anything to say.</p> : null
  return (
    <ul className={css.findings}>
      {open.map((finding) => (
        <li key={`${finding.check} ${finding.message}`}>
          <SeverityMark severity={finding.severity} size={14} label={finding.severity} />
          <span>{finding.message}</span>
        </li>
      ))}
      {kept.map((finding) => (
        <li key={`${finding.check} ${finding.message}`} className={css.kept}>
          <SeverityMark severity={finding.severity} size={14} label={finding.severity} />
          <span>
            {finding.message} Ignored: {finding.ignored}
          </span>
        </li>
      ))}
    </ul>
  )
}
