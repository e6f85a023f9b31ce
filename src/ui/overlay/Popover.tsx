import { Popover as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import css from './Popover.module.css'
import surface from './surface.module.css'

export interface PopoverProps {
  readonly trigger: ReactElement
  /** Its name, shown as a small title unless `titleHidden`. */
  readonly title: string
  readonly titleHidden?: boolean | undefined
  readonly open?: boolean | undefined
  readonly onOpenChange?: ((open: boolean) => void) | undefined
  readonly side?: 'top' | 'right' | 'bottom' | 'left' | undefined
  readonly align?: 'start' | 'center' | 'end' | undefined
  readonly children: ReactNode
}

/** A small panel that belongs to a button: a form of a few fields, an explanation with links. */
export function Popover(props: PopoverProps) {
  const {
    trigger,
    title,
    titleHidden = false,
    open,
    onOpenChange,
    side = 'bottom',
    align = 'start',
    children,
  } = props
  return (
    <Radix.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={surface.surface}
          aria-label={title}
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
        >
          <div className={css.inside}>
            {!titleHidden && <p className={css.title}>{title}</p>}
            {children}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
