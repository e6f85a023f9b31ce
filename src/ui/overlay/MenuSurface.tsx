import { DropdownMenu as Radix } from 'radix-ui'
import css from './Menu.module.css'
import type { MenuEntry } from './menuEntry.ts'
import { MenuEntries } from './MenuEntries.tsx'
import type { Align, Rect, Side } from './placeBeside.ts'
import surface from './surface.module.css'
import { useAfterClose } from './useAfterClose.ts'

export interface MenuSurfaceProps {
  /** What it lies beside, in pixels of the window; `null` closes it. */
  readonly at: Rect | null
  readonly label?: string | undefined
  readonly labelledBy?: string | undefined
  readonly entries: readonly MenuEntry[]
  readonly side?: Side | undefined
  readonly align?: Align | undefined
  readonly gap: number
  readonly onClose: () => void
  /** Gives the focus back; called when the menu is gone. */
  readonly onClosed: () => void
}

/** The menu itself, beside a place rather than a trigger: so it can be loaded after what opens it. */
export function MenuSurface(props: MenuSurfaceProps) {
  const { at, label, labelledBy, entries, side, align, gap, onClose, onClosed } = props
  const after = useAfterClose()
  return (
    <Radix.Root open={at !== null} onOpenChange={(open) => !open && onClose()} modal={false}>
      <Radix.Trigger
        className={css.place}
        style={at ? { left: at.left, top: at.top, width: at.width, height: at.height } : {}}
        tabIndex={-1}
        aria-hidden
      />
      <Radix.Portal>
        <Radix.Content
          className={surface.surface}
          aria-label={label}
          aria-labelledby={labelledBy}
          side={side ?? 'bottom'}
          align={align ?? 'start'}
          sideOffset={gap}
          collisionPadding={8}
          loop
          // The place is nowhere to be.
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            onClosed()
            after.onClosed()
          }}
        >
          <div className={css.rows}>
            <MenuEntries entries={entries} onPick={after.pick} />
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
