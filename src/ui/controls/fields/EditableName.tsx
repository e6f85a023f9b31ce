import { useEffect, useRef, useState } from 'react'
import { cx } from '../../cx.ts'
import { RenameIcon } from '../../icons/icons.ts'
import css from './EditableName.module.css'
import { TextInput } from './TextInput.tsx'

export interface EditableNameProps {
  readonly value: string
  /** What is renamed: "Name of the connector". */
  readonly label: string
  readonly onCommit: (value: string) => void
  readonly check?: ((value: string) => string | undefined) | undefined
  /** `title` for the head of a panel, `body` for a row. */
  readonly size?: 'title' | 'body' | undefined
  readonly readOnly?: boolean | undefined
  readonly className?: string | undefined
}

/** A name that turns into a field when it is pressed. Enter keeps, Escape takes back. */
export function EditableName(props: EditableNameProps) {
  const { value, label, onCommit, check, size = 'title', readOnly, className } = props
  const [editing, setEditing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (editing) field.current?.select()
  }, [editing])

  const leave = () => {
    setEditing(false)
    // After this the button is there again; the focus must not be lost with the field.
    requestAnimationFrame(() => button.current?.focus())
  }
  if (readOnly === true) {
    return (
      <span className={cx(css.name, className)} data-size={size}>
        {value}
      </span>
    )
  }
  if (!editing) {
    return (
      <button
        ref={button}
        type="button"
        className={cx(css.name, css.button, className)}
        data-size={size}
        aria-label={`${label}: ${value}. Rename`}
        onClick={() => setEditing(true)}
      >
        <span className={css.text}>{value}</span>
        <RenameIcon size={14} className={css.pencil} />
      </button>
    )
  }
  return (
    <span
      className={cx(css.editor, className)}
      data-size={size}
      onBlur={(event) => {
        // A name that was refused stays open, with its sentence.
        if (check?.((event.target as HTMLInputElement).value) === undefined) setEditing(false)
      }}
    >
      <TextInput
        ref={field}
        aria-label={label}
        value={value}
        check={check}
        onCommit={onCommit}
        className={css.field}
        onKeyDown={(event) => {
          const isRefused = check?.(event.currentTarget.value) !== undefined
          if (event.key === 'Escape' || (event.key === 'Enter' && !isRefused)) leave()
        }}
      />
    </span>
  )
}
