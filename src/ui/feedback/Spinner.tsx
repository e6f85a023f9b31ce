import css from './Spinner.module.css'

interface SpinnerProps {
  readonly size?: number | undefined
  /** What is going on. Leave out where words stand beside it. */
  readonly label?: string | undefined
}

/** Something is under way and cannot say how far. Under reduced motion it breathes instead of turning. */
export function Spinner({ size = 16, label }: SpinnerProps) {
  const voice = label === undefined ? { 'aria-hidden': true } : { role: 'status', 'aria-label': label }
  return (
    <span className={css.spinner} {...voice}>
      <svg width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.8">
        <circle cx="8" cy="8" r="6.2" opacity="0.25" />
        <path d="M8 1.8A6.2 6.2 0 0 1 14.2 8" strokeLinecap="round" />
      </svg>
    </span>
  )
}
