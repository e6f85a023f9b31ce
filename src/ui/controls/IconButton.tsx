import type { ComponentPropsWithRef, MouseEvent, ReactNode } from 'react'
import { cx } from '../cx.ts'
import { ariaKeys, thisPlatform } from '../keys.ts'
import { Tooltip, type TooltipSide } from '../overlay/Tooltip.tsx'
import button from './Button.module.css'
import css from './IconButton.module.css'

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children' | 'aria-label'> {
  /** Its name: read aloud and shown as the tooltip. */
  readonly label: string
  readonly icon: ReactNode
  readonly kind?: 'primary' | 'secondary' | 'quiet' | undefined
  readonly size?: 'medium' | 'small' | undefined
  readonly keys?: string | undefined
  readonly pressed?: boolean | undefined
  readonly unavailable?: string | undefined
  readonly tooltipSide?: TooltipSide | undefined
}

export function IconButton(props: IconButtonProps) {
  const {
    label,
    icon,
    kind = 'quiet',
    size = 'medium',
    keys,
    pressed,
    unavailable,
    tooltipSide,
    ...rest
  } = props
  const { className, onClick, ...native } = rest
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (unavailable === undefined) onClick?.(event)
    else event.preventDefault()
  }
  return (
    <Tooltip
      text={unavailable ?? label}
      keys={unavailable === undefined ? keys : undefined}
      side={tooltipSide}
      repeats
    >
      <button
        type="button"
        {...native}
        className={cx(button.button, css.icon, className)}
        data-kind={kind}
        data-size={size}
        aria-label={label}
        aria-pressed={pressed}
        aria-disabled={unavailable !== undefined || undefined}
        // Global since ARIA 1.3; the rule knows 1.2.
        // oxlint-disable-next-line jsx-a11y/role-supports-aria-props
        aria-description={unavailable}
        aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys, thisPlatform())}
        onClick={click}
      >
        {icon}
      </button>
    </Tooltip>
  )
}
