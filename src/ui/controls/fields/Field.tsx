import { useId, type ReactNode } from 'react'
import { SeverityMark, type Severity } from '../../marks/SeverityMark.tsx'
import css from './Field.module.css'
import { FieldContext } from './fieldWiring.ts'

export interface FieldProblem {
  readonly severity: Severity
  readonly text: string
}

export interface FieldProps {
  readonly label: ReactNode
  /** Under the control, while there is no problem. */
  readonly help?: ReactNode
  readonly problem?: FieldProblem | undefined
  /** Behind the label, such as "optional". */
  readonly aside?: ReactNode
  /** One control of this room. It finds its name, help and problem by itself. */
  readonly children: ReactNode
}

/** A label above a control, with help or a problem below. */
export function Field({ label, help, problem, aside, children }: FieldProps) {
  const id = useId()
  const ids = { control: `${id}-control`, label: `${id}-label`, text: `${id}-text` }
  const hasText = problem !== undefined || (help !== undefined && help !== null)
  const wiring = {
    id: ids.control,
    labelId: ids.label,
    describedBy: hasText ? ids.text : undefined,
    whisper: false,
    changed: true,
    problem: problem?.severity,
  }
  return (
    <div className={css.field}>
      <div className={css.head}>
        <label id={ids.label} htmlFor={ids.control} className={css.label}>
          {label}
        </label>
        {aside !== undefined && <span className={css.aside}>{aside}</span>}
      </div>
      <FieldContext value={wiring}>{children}</FieldContext>
      {problem !== undefined ? (
        <p id={ids.text} className={css.problem} data-severity={problem.severity}>
          <SeverityMark severity={problem.severity} size={12} />
          {problem.text}
        </p>
      ) : (
        hasText && (
          <p id={ids.text} className={css.help}>
            {help}
          </p>
        )
      )}
    </div>
  )
}
