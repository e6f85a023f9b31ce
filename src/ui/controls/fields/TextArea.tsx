import { useId } from 'react'
import { cx } from '../../cx.ts'
import { useFieldWiring, type Naming } from './fieldWiring.ts'
import frame from './frame.module.css'
import css from './TextArea.module.css'
import { useDraft } from './useDraft.ts'

export interface TextAreaProps extends Naming {
  readonly value: string
  /** Every keystroke. Without `onCommit` the text belongs to the caller from the first key on. */
  readonly onChange?: ((value: string) => void) | undefined
  /** Mod+Enter, or leaving the field with another value. */
  readonly onCommit?: ((value: string) => void) | undefined
  /** A sentence when the text cannot be taken; it shows below and nothing is committed. */
  readonly check?: ((value: string) => string | undefined) | undefined
  readonly rows?: number | undefined
  readonly mono?: boolean | undefined
  readonly placeholder?: string | undefined
  readonly disabled?: boolean | undefined
  readonly readOnly?: boolean | undefined
  readonly className?: string | undefined
}

/** Several lines of text. Enter makes a line; Escape brings the old text back. */
export function TextArea(props: TextAreaProps) {
  const {
    value,
    onChange,
    onCommit,
    check,
    rows = 3,
    mono,
    placeholder,
    disabled,
    readOnly,
    className,
  } = props
  const problemId = useId()
  const isLive = onCommit === undefined
  const draft = useDraft(value, (text) => {
    const found = check?.(text)
    if (found === undefined) onCommit?.(text)
    return found
  })
  const problem = isLive ? check?.(value) : draft.problem
  const wiring = useFieldWiring(props, problem, problemId)
  return (
    <>
      <textarea
        {...wiring.naming}
        {...wiring.look}
        aria-invalid={wiring.isWrong}
        className={cx(frame.frame, css.area, className)}
        data-mono={mono || undefined}
        rows={rows}
        value={isLive ? value : draft.text}
        placeholder={placeholder}
        disabled={disabled}
        readOnly={readOnly}
        spellCheck={mono !== true}
        onChange={(event) => {
          if (!isLive) draft.type(event.target.value)
          onChange?.(event.target.value)
        }}
        onBlur={() => draft.commit()}
        onKeyDown={(event) => {
          const isPlainEnter = event.key === 'Enter' && !event.ctrlKey && !event.metaKey
          if (!isLive && !isPlainEnter) draft.onKeyDown(event)
        }}
      />
      {problem !== undefined && (
        <p id={problemId} className={frame.problem}>
          {problem}
        </p>
      )}
    </>
  )
}
