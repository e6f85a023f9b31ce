import type { ContextMenu, DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { KeyCap } from '../controls/KeyCap.tsx'
import { cx } from '../cx.ts'
import { CheckIcon, ChevronRightIcon } from '../icons/icons.ts'
import type { MenuEntry } from './menuEntry.ts'
import css from './surface.module.css'

/** The two menus of Radix have the same parts under different names. */
export type MenuParts = typeof DropdownMenu | typeof ContextMenu

interface MenuEntriesProps {
  readonly parts: MenuParts
  readonly entries: readonly MenuEntry[]
  /** Takes what an item does, to do it when the menu has closed. */
  readonly onPick: (run: () => void) => void
}

/** The rows of a menu, whichever way it was opened. */
export function MenuEntries({ parts, entries, onPick }: MenuEntriesProps) {
  const hasChecks = entries.some((entry) => entry.type === 'check' || entry.type === 'radio')
  return entries.map((entry) => (
    <Row key={entry.id} parts={parts} entry={entry} onPick={onPick} indent={hasChecks} />
  ))
}

interface RowProps {
  readonly parts: MenuParts
  readonly entry: MenuEntry
  readonly onPick: MenuEntriesProps['onPick']
  readonly indent: boolean
}

function Row({ parts: Parts, entry, onPick, indent }: RowProps) {
  switch (entry.type) {
    case 'line':
      return <Parts.Separator className={css.line} />
    case 'heading':
      return <Parts.Label className={css.heading}>{entry.label}</Parts.Label>
    case 'check':
      return (
        <Parts.CheckboxItem
          className={css.item}
          checked={entry.value}
          disabled={entry.disabled ?? false}
          onCheckedChange={entry.onChange}
        >
          <Tick parts={Parts} />
          <Words label={entry.label} keys={entry.keys} />
        </Parts.CheckboxItem>
      )
    case 'radio':
      return (
        <Parts.RadioGroup value={entry.value} onValueChange={entry.onChange}>
          {entry.label !== undefined && <Parts.Label className={css.heading}>{entry.label}</Parts.Label>}
          {entry.options.map((option) => (
            <Parts.RadioItem key={option.value} value={option.value} className={css.item}>
              <Tick parts={Parts} />
              {option.icon}
              <Words label={option.label} />
            </Parts.RadioItem>
          ))}
        </Parts.RadioGroup>
      )
    case 'menu':
      return (
        <Parts.Sub>
          <Parts.SubTrigger className={css.item} disabled={entry.disabled ?? false}>
            {entry.icon ?? (indent && <span className={css.tick} />)}
            <Words label={entry.label} end={<ChevronRightIcon size={14} />} />
          </Parts.SubTrigger>
          <Parts.Portal>
            <Parts.SubContent className={css.surface} sideOffset={4} alignOffset={-4} collisionPadding={8}>
              <div className={css.scroll}>
                <MenuEntries parts={Parts} entries={entry.entries} onPick={onPick} />
              </div>
            </Parts.SubContent>
          </Parts.Portal>
        </Parts.Sub>
      )
    default:
      return (
        <Parts.Item
          className={css.item}
          disabled={entry.disabled ?? false}
          onSelect={() => onPick(entry.onSelect)}
        >
          {entry.icon ?? (indent && <span className={css.tick} />)}
          <Words label={entry.label} keys={entry.keys} detail={entry.detail} />
        </Parts.Item>
      )
  }
}

function Tick({ parts: Parts }: { readonly parts: MenuParts }) {
  return (
    <span className={css.tick}>
      <Parts.ItemIndicator>
        <CheckIcon size={14} />
      </Parts.ItemIndicator>
    </span>
  )
}

interface WordsProps {
  readonly label: string
  readonly keys?: string | undefined
  readonly detail?: string | undefined
  readonly end?: ReactNode
}

function Words({ label, keys, detail, end }: WordsProps) {
  return (
    <>
      <span className={css.words}>
        {label}
        {detail !== undefined && <span className={css.below}>{detail}</span>}
      </span>
      {keys !== undefined && <KeyCap keys={keys} look="plain" className={css.keys} />}
      {end !== undefined && <span className={cx(css.keys)}>{end}</span>}
    </>
  )
}
