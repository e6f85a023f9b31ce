import type { ReactNode } from 'react'
import css from './Choices.module.css'

export interface Choice {
  readonly key: string
  readonly name: string
  readonly detail: string
  readonly onChoose: () => void
  /** Stands behind the choice: a way to take it out of the list. */
  readonly more?: ReactNode
}

/** Things to compare with, one a row. */
export function Choices({ label, items }: { readonly label: string; readonly items: readonly Choice[] }) {
  return (
    <ul className={css.choices} aria-label={label}>
      {items.map(({ key, name, detail, onChoose, more }) => (
        <li key={key} className={css.line}>
          <button type="button" className={css.choice} onClick={onChoose}>
            {name}
            <small>{detail}</small>
          </button>
          {more}
        </li>
      ))}
    </ul>
  )
}
