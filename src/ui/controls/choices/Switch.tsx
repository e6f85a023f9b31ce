import { cx } from '../../cx.ts'
import { useFieldWiring, type Naming } from '../fields/fieldWiring.ts'
import css from './Switch.module.css'

export interface SwitchProps extends Naming {
  readonly value: boolean
  readonly onChange: (value: boolean) => void
  readonly disabled?: boolean | undefined
  /** The state in words beside it: `['on', 'off']` in a `SettingRow`, none elsewhere. */
  readonly words?: readonly [on: string, off: string] | undefined
  readonly className?: string | undefined
}

/** On or off, at once. A bar inside means on, a ring off: it reads without colour. */
export function Switch({ value, onChange, disabled, words, className, ...own }: SwitchProps) {
  const wiring = useFieldWiring(own)
  const whispers = wiring.look['data-whisper'] === true
  const text = words ?? (whispers ? (['on', 'off'] as const) : undefined)
  return (
    <span className={cx(css.switch, className)} {...wiring.look}>
      <input
        {...wiring.naming}
        type="checkbox"
        role="switch"
        className={css.track}
        checked={value}
        aria-checked={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      {text !== undefined && (
        <span className={css.words} aria-hidden>
          {value ? text[0] : text[1]}
        </span>
      )}
    </span>
  )
}
