import { useCallback, useRef } from 'react'

/** Remembers what had the focus when something opened, and gives it back when that closes. */
export function useReturnFocus() {
  const before = useRef<Element | null>(null)
  const remember = useCallback(() => {
    before.current = document.activeElement
  }, [])
  const giveBack = useCallback(() => {
    const element = before.current
    before.current = null
    if (element instanceof HTMLElement || element instanceof SVGElement) element.focus()
  }, [])
  return { remember, giveBack }
}
