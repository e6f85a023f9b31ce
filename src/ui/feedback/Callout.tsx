import type { ReactNode } from 'react'
import { cx } from '../cx.ts'
import { InfoIcon } from '../icons/first.ts'
import { SeverityMark } from '../marks/SeverityMark.tsx'
import { OkMark } from '../marks/StateMarks.tsx'
import { VerdictMark } from '../marks/VerdictMark.tsx'
import css from './Callout.module.css'

export type CalloutTone = 'plain' | 'error' | 'warning' | 'note' | 'always' | 'sometimes' | 'never'

export interface CalloutProps {
  readonly tone?: CalloutTone | undefined
  readonly title?: ReactNode
  readonly children?: ReactNode
  /** Replaces the mark that goes with the tone. */
  readonly icon?: ReactNode
  /** Small buttons: beside one line, below longer text. */
  readonly actions?: ReactNode
  /** From edge to edge, for a bar under the top bar: offline, read-only, changed in another tab. */
  readonly banner?: boolean | undefined
  /** Read aloud when it appears. */
  readonly announces?: boolean | undefined
  readonly className?: string | undefined
}

/** A sentence that must not be missed, with what can be done about it. */
export function Callout(props: CalloutProps) {
  const { tone = 'plain', title, children, icon, actions, banner, announces, className } = props
  return (
    <div
      className={cx(css.callout, className)}
      data-tone={tone}
      data-banner={banner || undefined}
      data-long={(title !== undefined && children !== undefined) || undefined}
      role={announces === true ? 'status' : undefined}
    >
      <span className={css.icon}>{icon ?? marks[tone]}</span>
      <div className={css.words}>
        {title !== undefined && <p className={css.title}>{title}</p>}
        {children !== undefined && <div className={css.text}>{children}</div>}
      </div>
      {actions !== undefined && <div className={css.actions}>{actions}</div>}
    </div>
  )
}

const marks: Readonly<Record<CalloutTone, ReactNode>> = {
  plain: <InfoIcon />,
  error: <SeverityMark severity="error" />,
  warning: <SeverityMark severity="warning" />,
  note: <SeverityMark severity="note" />,
  always: <OkMark />,
  sometimes: <VerdictMark verdict="sometimes" />,
  never: <VerdictMark verdict="never" />,
}
