import type { ReactNode } from 'react'
import css from './Plate.module.css'

interface PlateProps {
  readonly children: ReactNode
  /** One bar for each; from 9 on the words alone tell the number. */
  readonly bars?: number | undefined
  readonly icon?: ReactNode
}

/** Stuck or stopped messages: a plum plate, always with words. */
export function Plate({ children, bars = 0, icon }: PlateProps) {
  return (
    <span className={css.plate}>
      {bars > 0 && bars < 9 && (
        <span className={css.bars} aria-hidden>
          {Array.from({ length: bars }, (_, bar) => (
            <i key={bar} />
          ))}
        </span>
      )}
      {icon}
      {children}
    </span>
  )
}
