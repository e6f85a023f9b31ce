import { keyNames, thisPlatform } from '../keys.ts'
import { cx } from '../cx.ts'
import css from './KeyCap.module.css'

interface KeyCapProps {
  /** `Mod+K`, `Shift+ArrowUp`, `Delete`, `?`. `Mod` is Ctrl, or Command on a Mac. */
  readonly keys: string
  /** `cap` has an outline; `plain` is letters alone, as in menus. */
  readonly look?: 'cap' | 'plain' | undefined
  readonly className?: string | undefined
}

/** A key or chord, spelled as it is on the reader's keyboard. */
export function KeyCap({ keys, look = 'cap', className }: KeyCapProps) {
  return (
    <kbd className={cx(css.keys, className)} data-look={look}>
      {keyNames(keys, thisPlatform()).join(' ')}
    </kbd>
  )
}
