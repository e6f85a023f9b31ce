import { Command } from 'cmdk'
import { Dialog as Radix } from 'radix-ui'
import type { KeyboardEvent, ReactNode } from 'react'
import { useReturnFocus } from '../a11y/useReturnFocus.ts'
import { VisuallyHidden } from '../a11y/VisuallyHidden.tsx'
import { Chip } from '../controls/Chip.tsx'
import { KeyCap } from '../controls/KeyCap.tsx'
import { SearchIcon } from '../icons/first.ts'
import css from './CommandPalette.module.css'
import scrim from './Dialog.module.css'
import surface from './surface.module.css'

export interface CommandItem {
  readonly id: string
  readonly label: string
  /** Fainter, behind the label: the region, what it would do. */
  readonly detail?: string | undefined
  readonly icon?: ReactNode
  readonly keys?: string | undefined
  /** Other words that find it: "ttl hops" for networkTTL. */
  readonly keywords?: readonly string[] | undefined
  readonly disabled?: boolean | undefined
  readonly onSelect: () => void
}

export interface CommandGroup {
  readonly id: string
  readonly heading: string
  readonly items: readonly CommandItem[]
}

export interface CommandPaletteProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** Its name for screen readers: "Find a broker or run a command". */
  readonly label: string
  readonly query: string
  readonly onQueryChange: (query: string) => void
  readonly groups: readonly CommandGroup[]
  /** A step inside it, such as "Connect hub to": a chip before the field. Escape or Backspace on nothing leaves it. */
  readonly mode?:
    | { readonly label: string; readonly icon?: ReactNode; readonly onLeave: () => void }
    | undefined
  readonly placeholder?: string | undefined
  /** `false` when the caller has filtered and ordered the items by itself. */
  readonly filters?: boolean | undefined
  /** The item the arrow keys are on, for showing it on the drawing. */
  readonly onHighlight?: ((id: string) => void) | undefined
  /** What to say when nothing fits. */
  readonly empty?: ReactNode
  /** Below the list: hints. */
  readonly footer?: ReactNode
}

/** Finds things and runs commands from the keyboard. What there is, and what it does, is handed in. */
export function CommandPalette(props: CommandPaletteProps) {
  const { open, onOpenChange, label, query, onQueryChange, groups, mode, placeholder, empty, footer } = props
  const focus = useReturnFocus()
  const leaveOrClose = (event: { preventDefault: () => void }) => {
    if (mode === undefined) return
    event.preventDefault()
    mode.onLeave()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Backspace' && query === '') mode?.onLeave()
  }
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={scrim.scrim} />
        <Radix.Content
          className={css.palette}
          aria-describedby={undefined}
          onEscapeKeyDown={leaveOrClose}
          onOpenAutoFocus={() => focus.remember()}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            focus.giveBack()
          }}
        >
          <VisuallyHidden>
            <Radix.Title>{label}</Radix.Title>
          </VisuallyHidden>
          <Command
            label={label}
            loop
            shouldFilter={props.filters ?? true}
            onValueChange={props.onHighlight ?? ignore}
            className={css.command}
          >
            <div className={css.head}>
              <SearchIcon className={css.icon} />
              {mode !== undefined && (
                <Chip current icon={mode.icon}>
                  {mode.label}
                </Chip>
              )}
              <Command.Input
                className={css.input}
                value={query}
                onValueChange={onQueryChange}
                placeholder={placeholder ?? label}
                onKeyDown={onKeyDown}
              />
            </div>
            <Command.List className={css.list} label={label}>
              <Command.Empty className={css.empty}>
                {empty ?? 'Nothing fits. Try another word.'}
              </Command.Empty>
              {groups.map(
                (group) =>
                  group.items.length > 0 && (
                    <Command.Group
                      key={group.id}
                      className={css.group}
                      heading={<span className={surface.heading}>{group.heading}</span>}
                    >
                      {group.items.map((item) => (
                        <Item key={item.id} item={item} />
                      ))}
                    </Command.Group>
                  ),
              )}
            </Command.List>
            {footer !== undefined && <div className={css.footer}>{footer}</div>}
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function Item({ item }: { readonly item: CommandItem }) {
  return (
    <Command.Item
      value={item.id}
      keywords={[item.label, item.detail ?? '', ...(item.keywords ?? [])]}
      disabled={item.disabled ?? false}
      onSelect={item.onSelect}
      className={surface.item}
    >
      {item.icon}
      <span className={css.label}>
        {item.label}
        {item.detail !== undefined && <span className={css.detail}>{item.detail}</span>}
      </span>
      {item.keys !== undefined && <KeyCap keys={item.keys} look="plain" className={surface.keys} />}
    </Command.Item>
  )
}

function ignore() {}
