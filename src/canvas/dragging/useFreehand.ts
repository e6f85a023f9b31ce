import { useCallback, useEffect, useRef } from 'react'

/** Tells whether Ctrl (⌘) is down right now: it lets the hand go where it wants, without guides. */
export function useFreehand(): () => boolean {
  const isDown = useRef(false)
  useEffect(() => {
    const look = (event: MouseEvent | KeyboardEvent) => {
      isDown.current = event.ctrlKey || event.metaKey
    }
    for (const type of ['keydown', 'keyup', 'mousemove'] as const) addEventListener(type, look, true)
    return () => {
      for (const type of ['keydown', 'keyup', 'mousemove'] as const) removeEventListener(type, look, true)
    }
  }, [])
  return useCallback(() => isDown.current, [])
}
