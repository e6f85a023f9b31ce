import { useEffect, type RefObject } from 'react'

/** Scrolls the first match inside a container into sight whenever the selector changes; `undefined` leaves all as it is. */
export function useInSight(container: RefObject<HTMLElement | null>, selector: string | undefined): void {
  useEffect(() => {
    if (selector === undefined) return
    container.current?.querySelector(selector)?.scrollIntoView({ block: 'nearest' })
  }, [container, selector])
}
