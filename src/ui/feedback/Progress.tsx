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
  /** What the button says: "Stop" where what is done so far stays. */
  readonly cancelLabel?: string | undefined
  /** One line with a hair of a bar under it, for the head of a panel. */
  readonly thin?: boolean | undefined
}

/** Work that takes longer than a moment: what it is, how far it is, and a way to stop it. */
export function Progress({
  label,
  value,
  max = 100,
  onCancel,
  cancelLabel = 'Cancel',
  thin = false,
}: ProgressProps) {
  return (
    <div className={css.progress} data-thin={thin || undefined}>
      <div className={css.words}>
        {value === undefined && <Spinner size={14} />}
        <span className={css.label}>{label}</span>
        {value !== undefined && !thin && <span>{Math.round((value / max) * 100)}%</span>}
        {onCancel !== undefined && (
          <Button kind="quiet" size="small" onClick={onCancel}>
            {cancelLabel}
          </Button>
        )}
      </div>
      {value !== undefined && <progress className={css.bar} aria-label={label} value={value} max={max} />}
    </div>
  )
}
