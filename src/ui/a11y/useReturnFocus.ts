import { useCallback, useRef } from 'react'

/** Remembers what had the focus when something opened, and gives it back when that closes. */
export function useReturnFocus() {
  const before = useRef<Element | null>(null)
  const remember = useCallback((element: Element | null = document.activeElement) => {
    before.current = element
  }, [])
  const giveBack = useCallback(() => {
    const element = before.current
    before.current = null
    // What the user did in there may have sent the hand somewhere else; it is not pulled back.
    const now = document.activeElement
    if (now && now !== document.body && !now.closest('[role="dialog"], [role="menu"], [role="listbox"]'))
      return
    if (element instanceof HTMLElement || element instanceof SVGElement) element.focus()
  }, [])
  return { remember, giveBack }
}
