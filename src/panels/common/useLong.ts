import { useEffect, useState } from 'react'

/** ms; what is there by then needs no word that it is under way. */
const MOMENT = 300

/** Whether something has been going on for longer than a moment: nothing flickers for what is there at once. */
export function useLong(isGoingOn: boolean): boolean {
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    if (!isGoingOn) return undefined
    const timer = setTimeout(() => setIsLong(true), MOMENT)
    return () => {
      clearTimeout(timer)
      setIsLong(false)
    }
  }, [isGoingOn])
  return isGoingOn && isLong
}
