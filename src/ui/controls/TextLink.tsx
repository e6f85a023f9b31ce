import type { ReactNode } from 'react'
import { VisuallyHidden } from '../a11y/VisuallyHidden.tsx'
import { cx } from '../cx.ts'
import { ExternalIcon } from '../icons/icons.ts'
import css from './TextLink.module.css'

interface TextLinkProps {
  readonly href: string
  readonly children: ReactNode
  /** Leaves the page: opens beside it and is marked. */
  readonly external?: boolean | undefined
  readonly className?: string | undefined
}

export function TextLink({ href, children, external, className }: TextLinkProps) {
  const outside = external === true ? { target: '_blank', rel: 'noreferrer noopener' } : {}
  return (
    <a href={href} className={cx(css.link, className)} {...outside}>
      {children}
      {external === true && (
        <>
          <ExternalIcon size={12} className={css.icon} />
          <VisuallyHidden> (opens beside this page)</VisuallyHidden>
        </>
      )}
    </a>
  )
}
