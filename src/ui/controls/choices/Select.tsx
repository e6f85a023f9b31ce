import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { cx } from '../../cx.ts'
import { ChevronDownIcon } from '../../icons/first.ts'
import { useFieldWiring, type Naming } from '../fields/fieldWiring.ts'
import frame from '../fields/frame.module.css'
import { findByTyping, moveInList } from './listMoves.ts'
import { ListSurface } from './ListSurface.tsx'
import css from './Select.module.css'
import { SelectList, selectOptionId, type SelectOption } from './SelectList.tsx'

export interface SelectProps<Value extends string> extends Naming {
  /** `undefined` shows the placeholder. */
  readonly value: Value | undefined
  readonly options: readonly SelectOption<Value>[]
  readonly onChange: (value: Value) => void
  readonly placeholder?: string | undefined
  /** Faint, before the value: "Target". */
  readonly prefix?: string | undefined
  readonly icon?: ReactNode
  readonly mono?: boolean | undefined
  readonly size?: 'small' | 'medium' | undefined
  readonly disabled?: boolean | undefined
  readonly className?: string | undefined
}

/** Letters typed within this many milliseconds make one word. */
const typingPauseMs = 600

/**
 * One of a known list. For names people may also type, take `Combobox`. The focus stays on the button, which hears the
 * keys (WAI-ARIA Authoring Practices, select-only combobox).
 */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const {
    value,
    options,
    onChange,
    placeholder,
    prefix,
    icon,
    mono,
    size = 'small',
    disabled,
    className,
  } = props
  const wiring = useFieldWiring(props)
  const listId = useId()
  const button = useRef<HTMLButtonElement>(null)
  const typed = useRef({ text: '', at: 0 })
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const chosenIndex = options.findIndex((option) => option.value === value)
  const chosen = options[chosenIndex]

  const show = () => {
    setActive(chosenIndex)
    setOpen(true)
  }
  const choose = (index: number) => {
    const option = options[index]
    setOpen(false)
    if (option !== undefined && option.disabled !== true && option.value !== value) onChange(option.value)
  }
  const goTo = (index: number | undefined) => {
    if (index === undefined) return
    setActive(index)
    document.getElementById(selectOptionId(listId, index))?.scrollIntoView({ block: 'nearest' })
  }
  const type = (event: KeyboardEvent) => {
    const goesOn = event.timeStamp - typed.current.at < typingPauseMs
    typed.current = { text: (goesOn ? typed.current.text : '') + event.key, at: event.timeStamp }
    const found = findByTyping(options, open ? active : chosenIndex, typed.current.text)
    if (open) goTo(found)
    else if (found !== undefined) choose(found)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const isTyping = event.timeStamp - typed.current.at < typingPauseMs && typed.current.text !== ''
    if (event.key === 'Tab') {
      if (open) choose(active)
    } else if (event.key === 'Escape' && open) {
      // The first Escape is for the list, not for the dialog around it.
      event.stopPropagation()
      event.preventDefault()
      setOpen(false)
    } else if (event.key.length === 1 && (event.key !== ' ' || isTyping)) {
      event.preventDefault()
      type(event)
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      if (open) choose(active)
      else show()
    } else if (!open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      show()
    } else if (open) {
      const next = moveInList(options, active, event.key)
      if (next !== undefined) event.preventDefault()
      goTo(next)
    }
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="combobox"
        {...wiring.naming}
        {...wiring.look}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open && active >= 0 ? selectOptionId(listId, active) : undefined}
        aria-invalid={wiring.isWrong}
        className={cx(frame.frame, css.trigger, className)}
        data-size={size}
        data-state={open ? 'open' : 'closed'}
        disabled={disabled}
        onClick={() => (open ? setOpen(false) : show())}
        onKeyDown={onKeyDown}
      >
        {icon ?? chosen?.icon}
        {prefix !== undefined && <span className={css.prefix}>{prefix}</span>}
        <span
          className={css.value}
          data-mono={mono || undefined}
          data-empty={chosen === undefined || undefined}
        >
          {chosen?.label ?? placeholder ?? 'Choose'}
        </span>
        <ChevronDownIcon size={14} className={frame.chevron} />
      </button>
      <ListSurface
        open={open}
        onClose={() => setOpen(false)}
        field={button}
        width="list"
        onOpen={() => goTo(chosenIndex === -1 ? undefined : chosenIndex)}
      >
        <SelectList
          id={listId}
          labelledBy={wiring.naming['aria-labelledby']}
          label={wiring.naming['aria-label']}
          options={options}
          chosen={chosenIndex}
          active={active}
          mono={mono}
          onPoint={setActive}
          onChoose={choose}
        />
      </ListSurface>
    </>
  )
}
