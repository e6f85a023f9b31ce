import type { ElementId } from '@meshwright/model'
import { useEffect, useRef } from 'react'
import { rename } from '../../store/gestures/change.ts'
import { useStoreApi } from '../../store/react.ts'
import css from './NameField.module.css'

interface NameFieldProps {
  readonly id: ElementId
  readonly name: string
  readonly label: string
  readonly look?: 'card' | 'head' | 'pill'
}

/** Types a name where it stands. Enter and leaving keep it, Escape takes it back. */
export function NameField({ id, name, label, look = 'card' }: NameFieldProps) {
  const store = useStoreApi()
  const field = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  useEffect(() => {
    // React Flow may still be placing the card in this frame; focusing must not scroll the page to it.
    field.current?.focus({ preventScroll: true })
    field.current?.select()
  }, [])

  const finish = (text: string | undefined, returnsFocus: boolean) => {
    if (isDone.current) return
    isDone.current = true
    if (text !== undefined) rename(store, id, text)
    if (store.getState().session.renaming === id) store.getState().setSession({ renaming: undefined })
    if (returnsFocus) store.getState().view?.focus(id)
  }

  return (
    <input
      ref={field}
      className={`${css.field} nodrag nopan nowheel`}
      data-look={look}
      aria-label={label}
      defaultValue={name}
      spellCheck={false}
      autoComplete="off"
      maxLength={200}
      onBlur={(event) => finish(event.currentTarget.value, false)}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') finish(event.currentTarget.value, true)
        else if (event.key === 'Escape') finish(undefined, true)
      }}
    />
  )
}
