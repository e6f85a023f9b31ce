import type { ComponentPropsWithRef, MouseEvent, ReactNode } from 'react'
import { cx } from '../cx.ts'
import { Spinner } from '../feedback/Spinner.tsx'
import { ariaKeys, thisPlatform } from '../keys.ts'
import { Tooltip } from '../overlay/Tooltip.tsx'
import css from './Button.module.css'
import { KeyCap } from './KeyCap.tsx'

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** `primary`: the one main action in sight. `quiet`: no outline. `link`: reads as a link inside text. */
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'link' | undefined
  /** 28 or 24 high. */
  readonly size?: 'medium' | 'small' | undefined
  readonly icon?: ReactNode
  /** Behind the words: a chevron, a count. */
  readonly endIcon?: ReactNode
  /** Shown as a key cap and told to screen readers; the caller binds the key. */
  readonly keys?: string | undefined
  readonly pressed?: boolean | undefined
  /** Shows a spinner and takes no click, but keeps the focus. */
  readonly busy?: boolean | undefined
  /** Why it cannot be used now, as a sentence. It stays in the tab order, so that the reason can be reached. */
  readonly unavailable?: string | undefined
}

export function Button(props: ButtonProps) {
  const {
    kind = 'secondary',
    size = 'medium',
    icon,
    endIcon,
    keys,
    pressed,
    busy,
    unavailable,
    ...rest
  } = props
  const { className, children, onClick, ...native } = rest
  const blocked = unavailable !== undefined || busy === true
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (blocked) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <Tooltip text={unavailable} repeats>
      <button
        type="button"
        {...native}
        className={cx(css.button, className)}
        data-kind={kind}
        data-size={size}
        aria-pressed={pressed}
        aria-busy={busy}
        aria-disabled={blocked || undefined}
        // Global since ARIA 1.3; the rule knows 1.2.
        // oxlint-disable-next-line jsx-a11y/role-supports-aria-props
        aria-description={unavailable}
        aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys, thisPlatform())}
        onClick={click}
      >
        {busy === true ? <Spinner size={14} /> : icon}
        {children}
        {endIcon}
        {keys !== undefined && <KeyCap keys={keys} />}
      </button>
    </Tooltip>
  )
}
