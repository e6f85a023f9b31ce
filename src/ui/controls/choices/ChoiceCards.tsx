import { useId, type ReactNode } from 'react'
import { cx } from '../../cx.ts'
import css from './ChoiceCards.module.css'

export interface ChoiceCard<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly detail?: string | undefined
  readonly icon?: ReactNode
  readonly disabled?: boolean | undefined
}

export interface ChoiceCardsProps<Value extends string> {
  /** Names the group. */
  readonly label: string
  readonly value: Value
  readonly options: readonly ChoiceCard<Value>[]
  readonly onChange: (value: Value) => void
  readonly className?: string | undefined
}

/** One of a few, each with a second line. Radio buttons underneath. */
export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>) {
  const { label, value, options, onChange, className } = props
  const name = useId()
  return (
    <div role="radiogroup" aria-label={label} className={cx(css.cards, className)}>
      {options.map((option) => (
        <label key={option.value} className={css.card}>
          <input
            type="radio"
            className={css.input}
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
          />
          <span className={css.head}>
            {option.icon}
            {option.label}
          </span>
          {option.detail !== undefined && <span className={css.detail}>{option.detail}</span>}
        </label>
      ))}
    </div>
  )
}
