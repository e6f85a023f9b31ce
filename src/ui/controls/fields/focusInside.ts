import type { MouseEvent } from 'react'

/** A press on a field's frame, icon or unit is a press on the field. Buttons inside keep their own. */
export function focusInside(event: MouseEvent<HTMLElement>) {
  const pressed = event.target as HTMLElement
  if (pressed.closest('input, button, a') !== null) return
  const input = event.currentTarget.querySelector('input')
  if (input === null || input.disabled) return
  // The browser would otherwise move the focus to the page on the way up.
  event.preventDefault()
  input.focus()
}
