import type { ReactNode } from 'react'
import { cx } from '../cx.ts'
import css from './Badge.module.css'

interface BadgeProps {
  readonly children: ReactNode
  readonly tone?:
    | 'neutral'
    | 'accent'
    | 'always'
    | 'sometimes'
    | 'never'
    | 'error'
    | 'warning'
    | 'note'
    | undefined
  readonly className?: string | undefined
}

/** A word or number that belongs to the thing beside it. Not a control. */
export function Badge({ children, tone = 'neutral', className }: BadgeProps) {
  return (
    <span className={cx(css.badge, className)} data-tone={tone}>
      {children}
    </span>
  )
}
