import { useCallback, useRef } from 'react'

/**
 * Keeps what was picked in a menu until the menu has closed and the focus is back where it was. A dialog that is then
 * opened gives the focus back to the right place too.
 */
export function useAfterClose() {
  const picked = useRef<(() => void) | undefined>(undefined)
  const pick = useCallback((run: () => void) => {
    picked.current = run
  }, [])
  const onClosed = useCallback(() => {
    const run = picked.current
    picked.current = undefined
    // The menu moves the focus in this very turn, after us.
    if (run !== undefined) queueMicrotask(run)
  }, [])
  return { pick, onClosed }
}
