import { useSyncExternalStore } from 'react'

/** A window as narrow as a phone's. */
export const PHONE = '(max-width: 720px)'

/** Tells whether a media query holds, and follows it. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
  )
}
