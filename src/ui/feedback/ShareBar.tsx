import type { ReactNode } from 'react'
import { VisuallyHidden } from '../a11y/VisuallyHidden.tsx'
import { cx } from '../cx.ts'
import css from './ShareBar.module.css'

export interface SharePart {
  readonly id: string
  readonly label: string
  readonly value: number
  /** Shown instead of the value: "55%". */
  readonly shown?: string | undefined
  readonly tone: 'always' | 'sometimes' | 'never' | 'message' | 'meter'
  /** Told apart without colour. `empty` is an outline alone. */
  readonly fill: 'solid' | 'ticked' | 'hatched' | 'empty'
  /** The mark before its label in the key. */
  readonly mark?: ReactNode
}

export interface ShareBarProps {
  readonly label: string
  readonly parts: readonly SharePart[]
  /** The key below. On when left out. */
  readonly legend?: boolean | undefined
  readonly className?: string | undefined
}

/** Parts of a whole, by length and by pattern. Parts of 0 have no length but stay in the key. */
export function ShareBar({ label, parts, legend = true, className }: ShareBarProps) {
  const words = parts.map((part) => `${part.shown ?? part.value} ${part.label}`).join(', ')
  return (
    <div className={cx(css.share, className)}>
      <VisuallyHidden>
        {label}: {words}
      </VisuallyHidden>
      <div className={css.bar} aria-hidden>
        {parts.map(
          (part) =>
            part.value > 0 && (
              <span
                key={part.id}
                className={css.part}
                data-tone={part.tone}
                data-fill={part.fill}
                style={{ flexGrow: part.value }}
              />
            ),
        )}
      </div>
      {legend && (
        <ul className={css.legend} aria-hidden>
          {parts.map((part) => (
            <li key={part.id} className={css.key}>
              {part.mark ?? <span className={css.swatch} data-tone={part.tone} data-fill={part.fill} />}
              <strong>{part.shown ?? part.value.toLocaleString('en-US')}</strong>
              {part.label}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
