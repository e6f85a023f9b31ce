import { useEffect } from 'react'
import { useToast } from '../UiProvider.tsx'

interface MissingProps {
  readonly onClose: () => void
  /** Loads it once more. */
  readonly again: () => void
}

/** Says that what was opened could not be loaded, and closes it. */
export function Missing({ onClose, again }: MissingProps) {
  const toast = useToast()
  useEffect(() => {
    toast({
      key: 'not-loaded',
      tone: 'error',
      text: 'This list could not be loaded. Check the connection and try again.',
      action: { label: 'Try again', run: again },
    })
    onClose()
    // Once: the parent hands down a new function each time.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  return null
}
