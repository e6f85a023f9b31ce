import { Slot } from 'radix-ui'
import { useEffect, useId, useLayoutEffect, useState, type ReactElement } from 'react'
import { useReturnFocus } from '../a11y/useReturnFocus.ts'
import { later } from '../later.tsx'
import type { MenuEntry } from './menuEntry.ts'
import type { MenuSurfaceProps } from './MenuSurface.tsx'
import { Missing } from './Missing.tsx'
import type { Align, Rect, Side } from './placeBeside.ts'

// A menu is opened by a hand, so what draws it comes after the first picture.
const MenuSurface = later(async () => (await import('./MenuSurface.tsx')).MenuSurface, {
  missing: MissingMenu,
})

/** Loads what menus are drawn with, before the first one is opened. */
export const loadMenus = MenuSurface.load

export interface MenuProps {
  /** A `Button` or `IconButton`. */
  readonly trigger: ReactElement
  readonly entries: readonly MenuEntry[]
  readonly align?: Align | undefined
  readonly side?: Side | undefined
  readonly onOpenChange?: ((open: boolean) => void) | undefined
}

/** A menu under a button. Arrow keys, typing the first letters, Escape. */
export function Menu({ trigger, entries, align = 'start', side = 'bottom', onOpenChange }: MenuProps) {
  const id = useId()
  const [at, setAt] = useState<Rect | null>(null)
  const { remember, giveBack } = useReturnFocus()
  const isOpen = at !== null
  const close = () => {
    setAt(null)
    onOpenChange?.(false)
  }
  const open = (button: Element) => {
    remember(button)
    setAt(button.getBoundingClientRect())
    onOpenChange?.(true)
  }
  useEffect(() => {
    if (!isOpen) return undefined
    // It would lie where its button was.
    window.addEventListener('resize', close)
    return () => window.removeEventListener('resize', close)
  })
  const isUsed = useIsUsed(isOpen)
  return (
    <>
      <Slot.Root
        id={id}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        data-state={isOpen ? 'open' : 'closed'}
        onPointerDown={(event) => {
          if (event.button !== 0 || event.ctrlKey) return
          if (isOpen) close()
          else {
            open(event.currentTarget)
            // The menu takes the focus; the button would take it away again.
            event.preventDefault()
          }
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ' && event.key !== 'ArrowDown') return
          event.preventDefault()
          if (!isOpen) open(event.currentTarget)
        }}
        onClick={(event) => {
          // Pressed by something that is no pointer and no key, such as a screen reader.
          if (event.detail === 0 && !isOpen) open(event.currentTarget)
        }}
      >
        {trigger}
      </Slot.Root>
      {isUsed && (
        <MenuSurface
          at={at}
          labelledBy={id}
          entries={entries}
          side={side}
          align={align}
          gap={4}
          onClose={close}
          onClosed={giveBack}
        />
      )}
    </>
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
  const { remember, giveBack } = useReturnFocus()
  const isOpen = at !== null
  // Before the menu takes the focus, which it does in an effect.
  useLayoutEffect(() => {
    if (isOpen) remember()
  }, [isOpen, remember])
  const isUsed = useIsUsed(isOpen)
  if (!isUsed) return null
  return (
    <MenuSurface
      at={at && { left: at.x, top: at.y, width: 1, height: 1 }}
      label={label}
      entries={entries}
      gap={2}
      onClose={onClose}
      // What was drawn there had the focus.
      onClosed={giveBack}
    />
  )
}

function MissingMenu({ at, onClose, again }: MenuSurfaceProps & { readonly again: () => void }) {
  return at ? <Missing onClose={onClose} again={again} /> : null
}

/** Whether it was ever open: from then on it stays, so that closing can end in its own time. */
function useIsUsed(isOpen: boolean): boolean {
  const [isUsed, setUsed] = useState(false)
  if (isOpen && !isUsed) setUsed(true)
  return isUsed || isOpen
}
