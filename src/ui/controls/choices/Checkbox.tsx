import { useEffect, useRef, type ReactNode } from 'react'
import { cx } from '../../cx.ts'
import css from './Checkbox.module.css'
import { useFieldWiring, type Naming } from '../fields/fieldWiring.ts'

export interface CheckboxProps extends Naming {
  /** `mixed`: some of what it stands for is on. */
  readonly value: boolean | 'mixed'
  readonly onChange: (value: boolean) => void
  /** Words beside it; a click on them counts. Without words it needs `aria-label`. */
  readonly label?: ReactNode
  /** At the right end of the row: "+96". */
  readonly end?: ReactNode
  /** A second line under the label. */
  readonly detail?: ReactNode
  readonly disabled?: boolean | undefined
  readonly className?: string | undefined
}

export function Checkbox({
  value,
  onChange,
  label,
  end,
  detail,
  disabled,
  className,
  ...own
}: CheckboxProps) {
  const { naming } = useFieldWiring(own)
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = value === 'mixed'
  }, [value])
  const input = (
    <input
      ref={box}
      {...naming}
      aria-labelledby={label === undefined ? naming['aria-labelledby'] : undefined}
      type="checkbox"
      className={css.box}
      checked={value === true}
      disabled={disabled}
      onChange={(event) => onChange(event.target.checked)}
    />
  )
  if (label === undefined) return <span className={cx(css.bare, className)}>{input}</span>
  return (
    <label className={cx(css.row, className)} data-disabled={disabled || undefined}>
      {input}
      <span className={css.words}>
        {label}
        {detail !== undefined && <span className={css.detail}>{detail}</span>}
      </span>
      {end !== undefined && <span className={css.end}>{end}</span>}
    </label>
  )
}
