import { useCallback, useState } from 'react'

/** px, how wide the element is that gets the second as its `ref`; endless until there is one. Follows it as it changes. */
export function useWidth(): readonly [number, (element: HTMLElement | null) => (() => void) | undefined] {
  const [width, setWidth] = useState(Infinity)
  const measured = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined
    const observer = new ResizeObserver(() => setWidth(element.offsetWidth))
    observer.observe(element)
    setWidth(element.offsetWidth)
    return () => observer.disconnect()
  }, [])
  return [width, measured]
}
