import { useId, type ReactNode } from 'react'
import { cx } from '../../cx.ts'
import { useFieldWiring, type Naming } from '../fields/fieldWiring.ts'
import css from './Segmented.module.css'

export interface SegmentedOption<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly icon?: ReactNode
  /** Shows the icon alone; the label is read aloud. */
  readonly iconOnly?: boolean | undefined
  readonly disabled?: boolean | undefined
}

export interface SegmentedProps<Value extends string> extends Naming {
  readonly value: Value
  readonly options: readonly SegmentedOption<Value>[]
  readonly onChange: (value: Value) => void
  /** Takes all the width there is, in equal parts. */
  readonly stretch?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly className?: string | undefined
}

/** One of a few, all in sight. Radio buttons underneath: one tab stop, arrow keys choose. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { value, options, onChange, stretch, disabled, className } = props
  const name = useId()
  const { naming } = useFieldWiring(props)
  return (
    <span
      role="radiogroup"
      {...naming}
      className={cx(css.group, className)}
      data-stretch={stretch || undefined}
    >
      {options.map((option) => (
        <label key={option.value} className={css.option}>
          <input
            type="radio"
            className={css.input}
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={disabled === true || option.disabled === true}
            aria-label={option.iconOnly === true ? option.label : undefined}
            onChange={() => onChange(option.value)}
          />
          {option.icon}
          {option.iconOnly !== true && option.label}
        </label>
      ))}
    </span>
  )
}
