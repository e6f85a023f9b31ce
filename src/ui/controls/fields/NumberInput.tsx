import { useId, type KeyboardEvent } from 'react'
import { cx } from '../../cx.ts'
import { focusInside } from './focusInside.ts'
import { useFieldWiring, type Naming } from './fieldWiring.ts'
import css from './frame.module.css'
import { readNumber, stepNumber, writeNumber, type NumberLimits } from './readNumber.ts'
import { useDraft } from './useDraft.ts'

export interface NumberInputProps extends NumberLimits, Naming {
  /** `undefined` shows the placeholder: the value is left to its default. */
  readonly value: number | undefined
  /** `undefined` when the field was emptied, which is only handed on where `allowEmpty` is set. */
  readonly onCommit: (value: number | undefined) => void
  readonly allowEmpty?: boolean | undefined
  readonly placeholder?: string | undefined
  /** Behind the value. A function can bend the word: 1 hop, 2 hops, -1 no limit. */
  readonly unit?: string | ((value: number | undefined) => string) | undefined
  /** The number names a thing and counts nothing, like a port: its thousands are not set apart. */
  readonly isName?: boolean | undefined
  /** What an arrow key adds; Shift makes it ten times as much. 1 when left out. */
  readonly step?: number | undefined
  readonly disabled?: boolean | undefined
  readonly readOnly?: boolean | undefined
  readonly className?: string | undefined
}

/** A number with its unit. Arrow keys step it; what cannot be read stays, with a sentence below. */
export function NumberInput(props: NumberInputProps) {
  const {
    value,
    onCommit,
    allowEmpty,
    placeholder,
    unit,
    isName,
    step = 1,
    disabled,
    readOnly,
    className,
  } = props
  const problemId = useId()
  const shown = value === undefined ? '' : writeNumber(value, isName)
  const draft = useDraft(shown, (text) => {
    if (text.trim() === '' && allowEmpty === true) {
      onCommit(undefined)
      return undefined
    }
    const reading = readNumber(text, props)
    if ('problem' in reading) return reading.problem
    if (reading.value !== value) onCommit(reading.value)
    return undefined
  })
  const wiring = useFieldWiring(props, draft.problem, problemId)

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (direction === 0 || readOnly === true) return draft.onKeyDown(event)
    event.preventDefault()
    const typed = readNumber(draft.text, { allowFraction: props.allowFraction })
    const from = 'value' in typed ? typed.value : value
    draft.type(writeNumber(stepNumber(from, direction * step * (event.shiftKey ? 10 : 1), props), isName))
  }
  const typed = readNumber(draft.text, { allowFraction: true })
  const shownText = draft.text === '' ? (placeholder ?? '') : draft.text
  const unitText = typeof unit === 'function' ? unit('value' in typed ? typed.value : undefined) : unit
  return (
    <>
      <span
        role="presentation"
        onMouseDown={focusInside}
        className={cx(css.frame, css.fitted, className)}
        {...wiring.look}
      >
        <input
          {...wiring.naming}
          aria-invalid={wiring.isWrong}
          className={css.input}
          inputMode={props.min !== undefined && props.min >= 0 ? 'numeric' : 'text'}
          autoComplete="off"
          spellCheck={false}
          style={{ width: `calc(${Math.max(1, shownText.length)}ch + 3px)` }}
          value={draft.text}
          placeholder={placeholder}
          disabled={disabled}
          readOnly={readOnly}
          onChange={(event) => draft.type(event.target.value)}
          onBlur={() => draft.commit()}
          onKeyDown={onKeyDown}
        />
        {unitText !== undefined && <span className={css.unit}>{unitText}</span>}
      </span>
      {draft.problem !== undefined && (
        <p id={problemId} className={css.problem}>
          {draft.problem}
        </p>
      )}
    </>
  )
}
