import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { cx } from '../../cx.ts'
import { focusInside } from '../fields/focusInside.ts'
import { useFieldWiring, type Naming } from '../fields/fieldWiring.ts'
import frame from '../fields/frame.module.css'
import { ListSurface } from './ListSurface.tsx'
import { suggest } from './suggest.ts'
import { optionId, SuggestionList, type ComboboxSuggestion } from './SuggestionList.tsx'
import { useDraft } from '../fields/useDraft.ts'

export interface ComboboxProps extends Naming {
  readonly value: string
  readonly suggestions: readonly ComboboxSuggestion[]
  /** A suggestion was chosen, or Enter pressed, or the field left with another text. */
  readonly onCommit: (value: string) => void
  /** A sentence when the text cannot be taken. Suggestions pass through it too. */
  readonly check?: ((value: string) => string | undefined) | undefined
  /** Empties the field after each commit, for adding to a list. */
  readonly clears?: boolean | undefined
  readonly mono?: boolean | undefined
  readonly icon?: ReactNode
  readonly placeholder?: string | undefined
  readonly size?: 'small' | 'medium' | undefined
  readonly disabled?: boolean | undefined
  readonly readOnly?: boolean | undefined
  readonly className?: string | undefined
}

/** Suggestions beyond this many are left out; typing on finds them. */
const most = 60

/** A text field that suggests but never insists: what is typed is what is taken. */
export function Combobox(props: ComboboxProps) {
  const {
    value,
    suggestions,
    onCommit,
    check,
    clears,
    mono,
    icon,
    placeholder,
    size = 'small',
    className,
  } = props
  const ids = { list: useId(), problem: useId() }
  const room = useRef<HTMLSpanElement>(null)
  const [open, setOpen] = useState(false)
  const [isTyped, setIsTyped] = useState(false)
  const [active, setActive] = useState(-1)
  const draft = useDraft(clears === true ? '' : value, (text) => {
    if (clears === true && text.trim() === '') return undefined
    const found = check?.(text)
    if (found === undefined) onCommit(text)
    return found
  })
  const wiring = useFieldWiring(props, draft.problem, ids.problem)
  // Just opened, the list shows everything: what stands in the field is a choice, not yet a search.
  const found = suggest(suggestions, isTyped ? draft.text : '').slice(0, most)
  const isOpen = open && found.length > 0

  const close = () => {
    setOpen(false)
    setActive(-1)
    setIsTyped(false)
  }
  const show = () => {
    if (props.disabled !== true && props.readOnly !== true) setOpen(true)
  }
  const choose = (text: string) => {
    draft.commit(text)
    close()
  }
  const step = (by: number) => {
    const count = found.length
    show()
    const next = active === -1 && by < 0 ? count - 1 : (active + by + count) % Math.max(count, 1)
    setActive(next)
    document.getElementById(optionId(ids.list, next))?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const picked = isOpen ? found[active] : undefined
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      step(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Enter' && picked !== undefined) {
      event.preventDefault()
      choose(picked.value)
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation()
      event.preventDefault()
      close()
    } else {
      if (event.key === 'Enter' || event.key === 'Escape') close()
      draft.onKeyDown(event)
    }
  }
  return (
    <>
      <span
        ref={room}
        role="presentation"
        onMouseDown={(event) => {
          focusInside(event)
          show()
        }}
        className={cx(frame.frame, className)}
        data-size={size}
        data-mono={mono || undefined}
        {...wiring.look}
      >
        {icon}
        <input
          {...wiring.naming}
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={isOpen ? ids.list : undefined}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && active >= 0 ? optionId(ids.list, active) : undefined}
          aria-invalid={wiring.isWrong}
          className={frame.input}
          autoComplete="off"
          spellCheck={false}
          value={draft.text}
          placeholder={placeholder}
          disabled={props.disabled}
          readOnly={props.readOnly}
          onClick={show}
          onChange={(event) => {
            draft.type(event.target.value)
            setIsTyped(true)
            setActive(-1)
            show()
          }}
          onBlur={() => {
            draft.commit()
            close()
          }}
          onKeyDown={onKeyDown}
        />
      </span>
      <ListSurface open={isOpen} onClose={close} field={room} width="field">
        <SuggestionList
          id={ids.list}
          suggestions={found}
          active={active}
          mono={mono}
          onPoint={setActive}
          onChoose={choose}
        />
      </ListSurface>
      {draft.problem !== undefined && (
        <p id={ids.problem} className={frame.problem}>
          {draft.problem}
        </p>
      )}
    </>
  )
}
