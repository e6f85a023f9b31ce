import { Popover } from 'radix-ui'
import type { ReactNode, RefObject } from 'react'
import { cx } from '../../cx.ts'
import surface from '../../overlay/surface.module.css'
import css from './ListSurface.module.css'

export interface ListPopoverProps {
  readonly open: boolean
  /** Pressed elsewhere, Escape, or the focus gone. */
  readonly onClose: () => void
  /** What the list belongs to; it lies under it, and pressing it does not count as outside. */
  readonly field: RefObject<HTMLElement | null>
  /** `field`: as wide as it. `list`: as wide as its longest entry wants. */
  readonly width: 'field' | 'list'
  readonly onOpen?: (() => void) | undefined
  readonly children: ReactNode
}

/** Where the list of a Select or a Combobox lies. The focus stays in the field: pressing an entry never takes it away. */
export function ListPopover({ open, onClose, field, width, onOpen, children }: ListPopoverProps) {
  return (
    <Popover.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Popover.Anchor virtualRef={field} />
      <Popover.Portal>
        <Popover.Content
          className={cx(surface.surface, css.list)}
          data-width={width}
          role="presentation"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            onOpen?.()
          }}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) =>
            field.current?.contains(event.target as Node) && event.preventDefault()
          }
          onMouseDown={(event) => event.preventDefault()}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
