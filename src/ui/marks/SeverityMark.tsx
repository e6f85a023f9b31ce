import { MarkSvg, type MarkProps } from './MarkSvg.tsx'

export type Severity = 'error' | 'warning' | 'note'

/** Octagon, triangle, circle: told apart by shape first, by colour second. */
export function SeverityMark({ severity, ...mark }: MarkProps & { readonly severity: Severity }) {
  return <MarkSvg {...mark}>{shapes[severity]}</MarkSvg>
}

const shapes = {
  error: (
    <>
      <path
        d="M5.3 1.2h5.4l4.1 4.1v5.4l-4.1 4.1H5.3l-4.1-4.1V5.3Z"
        fill="var(--error-mark)"
        stroke="var(--error-mark)"
        strokeLinejoin="round"
      />
      <path d="M8 4.5v4" stroke="var(--on-error)" strokeWidth="1.9" strokeLinecap="round" />
      <circle cx="8" cy="11.4" r="1.1" fill="var(--on-error)" />
    </>
  ),
  warning: (
    <>
      <path
        d="M8 2.1 14.6 13.5H1.4Z"
        fill="var(--warning-mark)"
        stroke="var(--warning-mark)"
        strokeWidth="1.8"
        strokeLinejoin="round"
      />
      <path d="M8 5.9v3.3" stroke="var(--on-warning)" strokeWidth="1.8" strokeLinecap="round" />
      <circle cx="8" cy="11.8" r="1.05" fill="var(--on-warning)" />
    </>
  ),
  note: (
    <>
      <circle cx="8" cy="8" r="7.2" fill="var(--note-mark)" />
      <path d="M8 7.6v4" stroke="var(--on-note)" strokeWidth="1.9" strokeLinecap="round" />
      <circle cx="8" cy="4.7" r="1.1" fill="var(--on-note)" />
    </>
  ),
} as const
