import { useLayoutEffect, useState } from 'react'

/** px; what stands at the foot of the place: bars of buttons, and the air around them. */
const BARS = 58

/** Edges of the place for messages, as lengths from the edges of the window. */
export interface ToastPlace {
  readonly '--anchor-left': string
  readonly '--anchor-right': string
  readonly '--anchor-bottom': string
}

/** Where the messages may lie: over the foot of the element marked `data-toasts`, followed while some are shown. */
export function useToastPlace(isShown: boolean): ToastPlace | undefined {
  const [place, setPlace] = useState<ToastPlace>()
  useLayoutEffect(() => {
    const anchor = isShown ? document.querySelector('[data-toasts]') : null
    if (!anchor) return undefined
    const measure = () => {
      const { left, right, bottom } = anchor.getBoundingClientRect()
      const { clientWidth, clientHeight } = document.documentElement
      setPlace({
        '--anchor-left': `${left}px`,
        '--anchor-right': `${clientWidth - right}px`,
        '--anchor-bottom': `${clientHeight - bottom + BARS}px`,
      })
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(anchor)
    return () => observer.disconnect()
  }, [isShown])
  return isShown ? place : undefined
}
