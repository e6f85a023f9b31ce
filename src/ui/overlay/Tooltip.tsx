import { Tooltip as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import { KeyCap } from '../controls/KeyCap.tsx'
import css from './Tooltip.module.css'

export type TooltipSide = 'top' | 'right' | 'bottom' | 'left'

interface TooltipProps {
  readonly text: ReactNode
  /** The shortcut, behind the text. */
  readonly keys?: string | undefined
  readonly side?: TooltipSide | undefined
  readonly align?: 'start' | 'center' | 'end' | undefined
  /** `wide` for sentences: 260 px, left aligned. */
  readonly wide?: boolean | undefined
  readonly open?: boolean | undefined
  readonly onOpenChange?: ((open: boolean) => void) | undefined
  /** One element that takes a ref and can be reached by the keyboard. */
  readonly children: ReactElement
}

/** A few words about the thing under the pointer or in focus. Needs `UiProvider` above it. */
export function Tooltip({
  text,
  keys,
  side = 'bottom',
  align,
  wide,
  open,
  onOpenChange,
  children,
}: TooltipProps) {
  const control = open === undefined ? {} : { open, onOpenChange: onOpenChange ?? ignore }
  return (
    <Radix.Root {...control}>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={css.tooltip}
          data-wide={wide || undefined}
          side={side}
          align={align ?? 'center'}
          sideOffset={6}
          collisionPadding={8}
        >
          {text}
          {keys !== undefined && <KeyCap keys={keys} look="plain" className={css.keys} />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function ignore() {}
