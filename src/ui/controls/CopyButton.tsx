import { useEffect, useState } from 'react'
import { CheckIcon } from '../icons/first.ts'
import { CopyIcon } from '../icons/icons.ts'
import { useAnnounce } from '../UiProvider.tsx'
import { Button, type ButtonProps } from './Button.tsx'
import { IconButton } from './IconButton.tsx'

interface CopyButtonProps {
  /** "Copy link". */
  readonly label: string
  /** Puts the text where it belongs; the clipboard is the caller's. A rejection shows as "Not copied". */
  readonly copy: () => Promise<void>
  readonly kind?: 'primary' | 'secondary' | 'quiet' | undefined
  readonly size?: ButtonProps['size']
  readonly iconOnly?: boolean | undefined
  readonly unavailable?: string | undefined
}

type Outcome = 'copied' | 'failed'
const words = { copied: 'Copied', failed: 'Not copied' } as const
/** How long the outcome shows, in milliseconds. */
const shownFor = 1800

/** Copies and says so, in sight and aloud. */
export function CopyButton({
  label,
  copy,
  kind = 'secondary',
  size,
  iconOnly,
  unavailable,
}: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome | undefined>(undefined)
  const announce = useAnnounce()
  useEffect(() => {
    if (outcome === undefined) return undefined
    const timer = setTimeout(() => setOutcome(undefined), shownFor)
    return () => clearTimeout(timer)
  }, [outcome])

  const run = async () => {
    const result: Outcome = await copy().then(
      () => 'copied',
      () => 'failed',
    )
    setOutcome(result)
    announce(`${words[result]}.`)
  }
  const icon = outcome === 'copied' ? <CheckIcon /> : <CopyIcon />
  const shared = { kind, size, icon, unavailable, onClick: () => void run() }
  if (iconOnly === true)
    return <IconButton {...shared} label={outcome === undefined ? label : words[outcome]} />
  return <Button {...shared}>{outcome === undefined ? label : words[outcome]}</Button>
}
