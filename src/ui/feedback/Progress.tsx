import { Button } from '../controls/Button.tsx'
import css from './Progress.module.css'
import { Spinner } from './Spinner.tsx'

export interface ProgressProps {
  /** What is going on: "Checking 200 brokers". */
  readonly label: string
  /** How much is done, of `max`. Left out: nobody knows. */
  readonly value?: number | undefined
  readonly max?: number | undefined
  readonly onCancel?: (() => void) | undefined
}

/** Work that takes longer than a moment: what it is, how far it is, and a way to stop it. */
export function Progress({ label, value, max = 100, onCancel }: ProgressProps) {
  return (
    <div className={css.progress}>
      <div className={css.words}>
        {value === undefined && <Spinner size={14} />}
        <span className={css.label}>{label}</span>
        {value !== undefined && <span className={css.share}>{Math.round((value / max) * 100)}%</span>}
        {onCancel !== undefined && (
          <Button kind="quiet" size="small" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
      {value !== undefined && <progress className={css.bar} aria-label={label} value={value} max={max} />}
    </div>
  )
}
