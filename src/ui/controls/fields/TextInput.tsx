import { useId, type ComponentPropsWithRef, type ReactNode } from 'react'
import { cx } from '../../cx.ts'
import { focusInside } from './focusInside.ts'
import { useFieldWiring, type Naming } from './fieldWiring.ts'
import css from './frame.module.css'
import { useDraft } from './useDraft.ts'

type Native = Pick<
  ComponentPropsWithRef<'input'>,
  'ref' | 'placeholder' | 'disabled' | 'readOnly' | 'spellCheck' | 'maxLength' | 'onFocus' | 'onKeyDown'
>

export interface TextInputProps extends Native, Naming {
  readonly value: string
  /** Every keystroke. */
  readonly onChange?: ((value: string) => void) | undefined
  /** Enter, or leaving the field with another value. One call is one undo step. */
  readonly onCommit?: ((value: string) => void) | undefined
  /** A sentence when the text cannot be taken; then it is not committed and the sentence shows below. */
  readonly check?: ((value: string) => string | undefined) | undefined
  /** Behind the value: "ms", "bytes". */
  readonly unit?: string | undefined
  readonly icon?: ReactNode
  readonly end?: ReactNode
  readonly mono?: boolean | undefined
  readonly type?: 'text' | 'search' | 'password' | 'url' | undefined
  /** 26 or, beside buttons, 28 high. */
  readonly size?: 'small' | 'medium' | undefined
  readonly className?: string | undefined
}

/** One line of text. Holds what is typed until it is committed; Escape brings the old value back. */
export function TextInput(props: TextInputProps) {
  const { value, onChange, onCommit, check, unit, icon, end, mono, type = 'text', size = 'small' } = props
  const { className, id, onKeyDown, ref, ...rest } = props
  const problemId = useId()
  const draft = useDraft(value, (text) => {
    const found = check?.(text)
    if (found === undefined) onCommit?.(text)
    return found
  })
  // Without `onCommit` the text belongs to the caller from the first key on, so nothing is held here.
  const isLive = onCommit === undefined
  const problem = isLive ? check?.(value) : draft.problem
  const wiring = useFieldWiring({ ...rest, id }, problem, problemId)
  return (
    <>
      <span
        role="presentation"
        onMouseDown={focusInside}
        className={cx(css.frame, className)}
        data-size={size}
        data-mono={mono || undefined}
        {...wiring.look}
      >
        {icon}
        <input
          ref={ref}
          {...wiring.naming}
          aria-invalid={wiring.isWrong}
          className={css.input}
          type={type}
          value={isLive ? value : draft.text}
          placeholder={rest.placeholder}
          disabled={rest.disabled}
          readOnly={rest.readOnly}
          spellCheck={rest.spellCheck ?? false}
          maxLength={rest.maxLength}
          autoComplete="off"
          onFocus={rest.onFocus}
          onChange={(event) => {
            if (!isLive) draft.type(event.target.value)
            onChange?.(event.target.value)
          }}
          onBlur={() => draft.commit()}
          onKeyDown={(event) => {
            onKeyDown?.(event)
            if (!isLive && !event.defaultPrevented) draft.onKeyDown(event)
          }}
        />
        {unit !== undefined && <span className={css.unit}>{unit}</span>}
        {end}
      </span>
      {problem !== undefined && (
        <p id={problemId} className={css.problem}>
          {problem}
        </p>
      )}
    </>
  )
}
