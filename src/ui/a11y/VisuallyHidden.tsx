import type { ComponentPropsWithRef } from 'react'
import { cx } from '../cx.ts'
import css from './VisuallyHidden.module.css'

/** Read aloud, not shown. A scroller around it needs `position: relative`, or it makes the page itself scroll. */
export function VisuallyHidden({ className, ...rest }: ComponentPropsWithRef<'span'>) {
  return <span className={cx(css.hidden, className)} {...rest} />
}
