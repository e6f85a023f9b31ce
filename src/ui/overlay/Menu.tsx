import { ContextMenu as RadixContext, DropdownMenu as RadixDropdown } from 'radix-ui'
import { useLayoutEffect, type ReactElement } from 'react'
import { useReturnFocus } from '../a11y/useReturnFocus.ts'
import css from './Menu.module.css'
import type { MenuEntry } from './menuEntry.ts'
import { MenuEntries } from './MenuEntries.tsx'
import surface from './surface.module.css'
import { useAfterClose } from './useAfterClose.ts'

export interface MenuProps {
  /** A `Button` or `IconButton`. */
  readonly trigger: ReactElement
  readonly entries: readonly MenuEntry[]
  readonly align?: 'start' | 'center' | 'end' | undefined
  readonly side?: 'top' | 'right' | 'bottom' | 'left' | undefined
  readonly onOpenChange?: ((open: boolean) => void) | undefined
}

/** A menu under a button. Arrow keys, typing the first letters, Escape. */
export function Menu({ trigger, entries, align = 'start', side = 'bottom', onOpenChange }: MenuProps) {
  const after = useAfterClose()
  return (
    <RadixDropdown.Root modal={false} {...(onOpenChange === undefined ? {} : { onOpenChange })}>
      <RadixDropdown.Trigger asChild>{trigger}</RadixDropdown.Trigger>
      <RadixDropdown.Portal>
        <RadixDropdown.Content
          className={surface.surface}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          loop
          onCloseAutoFocus={after.onClosed}
        >
          <div className={css.rows} data-scroll="dropdown">
            <MenuEntries parts={RadixDropdown} entries={entries} onPick={after.pick} />
          </div>
        </RadixDropdown.Content>
      </RadixDropdown.Portal>
    </RadixDropdown.Root>
  )
}

export interface ContextMenuProps {
  readonly entries: readonly MenuEntry[]
  /** One element that takes a ref; right click, long touch or the menu key on it opens the menu. */
  readonly children: ReactElement
  readonly disabled?: boolean | undefined
  readonly onOpenChange?: ((open: boolean) => void) | undefined
}

export function ContextMenu({ entries, children, disabled, onOpenChange }: ContextMenuProps) {
  const after = useAfterClose()
  return (
    <RadixContext.Root modal={false} {...(onOpenChange === undefined ? {} : { onOpenChange })}>
      <RadixContext.Trigger asChild disabled={disabled ?? false}>
        {children}
      </RadixContext.Trigger>
      <RadixContext.Portal>
        <RadixContext.Content
          className={surface.surface}
          collisionPadding={8}
          loop
          onCloseAutoFocus={after.onClosed}
        >
          <div className={css.rows} data-scroll="context">
            <MenuEntries parts={RadixContext} entries={entries} onPick={after.pick} />
          </div>
        </RadixContext.Content>
      </RadixContext.Portal>
    </RadixContext.Root>
  )
}

export interface MenuAtProps {
  /** Where it opens, in pixels of the window; `null` closes it. */
  readonly at: { readonly x: number; readonly y: number } | null
  readonly label: string
  readonly entries: readonly MenuEntry[]
  readonly onClose: () => void
}

/** A menu at a point, for things that are drawn and so cannot be triggers themselves. */
export function MenuAt({ at, label, entries, onClose }: MenuAtProps) {
  const after = useAfterClose()
  const { remember, giveBack } = useReturnFocus()
  const isOpen = at !== null
  // Before the menu takes the focus, which it does in an effect.
  useLayoutEffect(() => {
    if (isOpen) remember()
  }, [isOpen, remember])
  return (
    <RadixDropdown.Root open={isOpen} onOpenChange={(open) => !open && onClose()} modal={false}>
      <RadixDropdown.Trigger
        className={css.point}
        style={{ left: at?.x ?? 0, top: at?.y ?? 0 }}
        tabIndex={-1}
        aria-hidden
      />
      <RadixDropdown.Portal>
        <RadixDropdown.Content
          className={surface.surface}
          aria-label={label}
          align="start"
          sideOffset={2}
          collisionPadding={8}
          loop
          // The point is nowhere to be; what was drawn there had the focus.
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            giveBack()
            after.onClosed()
          }}
        >
          <div className={css.rows} data-scroll="dropdown">
            <MenuEntries parts={RadixDropdown} entries={entries} onPick={after.pick} />
          </div>
        </RadixDropdown.Content>
      </RadixDropdown.Portal>
    </RadixDropdown.Root>
  )
}
