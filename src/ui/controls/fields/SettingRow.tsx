import { useId, useRef, useState, type FocusEvent, type ReactNode } from 'react'
import { VisuallyHidden } from '../../a11y/VisuallyHidden.tsx'
import { ResetIcon } from '../../icons/icons.ts'
import { Tooltip } from '../../overlay/Tooltip.tsx'
import type { FieldProblem } from './Field.tsx'
import { FieldContext } from './fieldWiring.ts'
import { IconButton } from '../IconButton.tsx'
import css from './SettingRow.module.css'

export interface SettingRowProps {
  /** What it does, in the reader's words: "Network TTL". */
  readonly label: string
  /** The setting's own name, in code type at the foot of the explanation: `networkTTL`. */
  readonly name?: string | undefined
  /** What it means and what it is for, one or two sentences. Shown over the label and on keyboard focus. */
  readonly meaning?: ReactNode
  /** The value differs from its default: a dot before the label, the value in full ink. */
  readonly changed?: boolean | undefined
  /** Puts the default back. The button shows while `changed`. */
  readonly onReset?: (() => void) | undefined
  /** "Back to 1". */
  readonly resetLabel?: string | undefined
  /** A few words beside the value: "follows network TTL", "since 5.18". */
  readonly detail?: ReactNode
  readonly problem?: FieldProblem | undefined
  /** `stacked` puts the control under the label, for lists and long text. */
  readonly layout?: 'beside' | 'stacked' | undefined
  /** One control of this room; or plain text for a value nobody can change here. */
  readonly children: ReactNode
}

/** One setting in an inspector. Defaults whisper: plain faint text until it is changed, hovered or wrong. */
export function SettingRow(props: SettingRowProps) {
  const {
    label,
    name,
    meaning,
    changed = false,
    onReset,
    resetLabel,
    detail,
    problem,
    layout,
    children,
  } = props
  const id = useId()
  const ids = { control: `${id}-control`, label: `${id}-label`, text: `${id}-text`, meaning: `${id}-meaning` }
  const hint = useFocusHint()
  const described = [
    problem === undefined ? undefined : ids.text,
    meaning === undefined ? undefined : ids.meaning,
  ]
  const wiring = {
    id: ids.control,
    labelId: ids.label,
    describedBy: described.filter((part) => part !== undefined).join(' ') || undefined,
    whisper: true,
    changed,
    problem: problem?.severity,
  }
  const labelElement = (
    <label
      id={ids.label}
      htmlFor={ids.control}
      className={css.label}
      data-explained={meaning !== undefined || undefined}
      onPointerUp={(event) => event.pointerType === 'touch' && hint.setOpen(true)}
    >
      {changed && <VisuallyHidden>Changed: </VisuallyHidden>}
      {label}
    </label>
  )
  return (
    <div
      className={css.row}
      data-setting=""
      data-layout={layout ?? 'beside'}
      data-changed={changed || undefined}
      {...hint.listeners}
    >
      {meaning === undefined ? (
        labelElement
      ) : (
        <Tooltip
          side="left"
          align="start"
          wide
          open={hint.open}
          onOpenChange={hint.setOpen}
          text={
            <>
              {meaning}
              {name !== undefined && <code className={css.name}>{name}</code>}
            </>
          }
        >
          {labelElement}
        </Tooltip>
      )}
      {changed && onReset !== undefined && (
        <IconButton
          className={css.reset}
          size="small"
          icon={<ResetIcon size={14} />}
          label={`${resetLabel ?? 'Back to the default'}: ${label}`}
          onClick={onReset}
        />
      )}
      <div className={css.value}>
        <FieldContext value={wiring}>{children}</FieldContext>
        {detail !== undefined && <span className={css.detail}>{detail}</span>}
        {problem !== undefined && (
          <span id={ids.text} className={css.problem} data-severity={problem.severity}>
            {problem.text}
          </span>
        )}
      </div>
      {meaning !== undefined && (
        <VisuallyHidden id={ids.meaning}>
          {meaning} {name}
        </VisuallyHidden>
      )}
    </div>
  )
}

/** Opens the explanation when the keyboard, not the pointer, brings the focus into the row. */
function useFocusHint() {
  const [open, setOpen] = useState(false)
  const byPointer = useRef(false)
  return {
    open,
    setOpen,
    listeners: {
      onPointerDown() {
        byPointer.current = true
      },
      onFocus() {
        setOpen(!byPointer.current)
        byPointer.current = false
      },
      onBlur(event: FocusEvent<HTMLElement>) {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      },
      onKeyDown() {
        setOpen(false)
      },
    },
  }
}
