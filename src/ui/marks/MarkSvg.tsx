import type { ReactNode } from 'react'

export interface MarkProps {
  /** Edge in pixels. 16 beside text of 13, 14 beside 12 and 11. */
  readonly size?: number | undefined
  /** Said by a screen reader. Leave out where the word stands beside the mark. */
  readonly label?: string | undefined
  readonly className?: string | undefined
}

/** The frame all marks share: a 16 grid, silent unless it is given a label. */
export function MarkSvg({
  size = 16,
  label,
  className,
  children,
}: MarkProps & { readonly children: ReactNode }) {
  const voice = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="none" className={className} {...voice}>
      {children}
    </svg>
  )
}
