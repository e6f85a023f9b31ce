import type { ReactNode } from 'react'
import { cx } from '../cx.ts'
import css from './EmptyState.module.css'

export interface EmptyStateProps {
  readonly icon?: ReactNode
  readonly title: string
  /** What is going on and what to do next. */
  readonly children?: ReactNode
  readonly actions?: ReactNode
  /** `good` when empty is what was hoped for: the icon is teal. */
  readonly mood?: 'plain' | 'good' | undefined
  /** `card` draws a frame around it, for the middle of the drawing. */
  readonly card?: boolean | undefined
  readonly className?: string | undefined
}

/** Nothing here, nothing found, nothing to do: said in words, with the way out. */
export function EmptyState({ icon, title, children, actions, mood, card, className }: EmptyStateProps) {
  return (
    <div className={cx(css.empty, className)} data-mood={mood} data-card={card || undefined}>
      {icon !== undefined && <span className={css.icon}>{icon}</span>}
      <p className={css.title}>{title}</p>
      {children !== undefined && <div className={css.text}>{children}</div>}
      {actions !== undefined && <div className={css.actions}>{actions}</div>}
    </div>
  )
}
