import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { KeyCap } from '../controls/KeyCap.tsx'
import { cx } from '../cx.ts'
import { ICONS } from '../icons/byName.ts'
import { CheckIcon } from '../icons/first.ts'
import { ChevronRightIcon } from '../icons/icons.ts'
import type { MenuEntry, MenuIcon } from './menuEntry.ts'
import css from './surface.module.css'

interface MenuEntriesProps {
  readonly entries: readonly MenuEntry[]
  /** Takes what an item does, to do it when the menu has closed. */
  readonly onPick: (run: () => void) => void
}

/** The rows of a menu, whichever way it was opened. */
export function MenuEntries({ entries, onPick }: MenuEntriesProps) {
  const hasChecks = entries.some((entry) => entry.type === 'check' || entry.type === 'radio')
  return entries.map((entry) => <Row key={entry.id} entry={entry} onPick={onPick} indent={hasChecks} />)
}

interface RowProps {
  readonly entry: MenuEntry
  readonly onPick: MenuEntriesProps['onPick']
  readonly indent: boolean
}

function Row({ entry, onPick, indent }: RowProps) {
  switch (entry.type) {
    case 'line':
      return <Radix.Separator className={css.line} />
    case 'heading':
      return <Radix.Label className={css.heading}>{entry.label}</Radix.Label>
    case 'check':
      return (
        <Radix.CheckboxItem
          className={css.item}
          checked={entry.value}
          disabled={entry.disabled ?? false}
          onCheckedChange={entry.onChange}
        >
          <Tick />
          <Words label={entry.label} keys={entry.keys} />
        </Radix.CheckboxItem>
      )
    case 'radio':
      return (
        <Radix.RadioGroup value={entry.value} onValueChange={entry.onChange}>
          {entry.label !== undefined && <Radix.Label className={css.heading}>{entry.label}</Radix.Label>}
          {entry.options.map((option) => (
            <Radix.RadioItem key={option.value} value={option.value} className={css.item}>
              <Tick />
              {picture(option.icon)}
              <Words label={option.label} />
            </Radix.RadioItem>
          ))}
        </Radix.RadioGroup>
      )
    case 'menu':
      return (
        <Radix.Sub>
          <Radix.SubTrigger className={css.item} disabled={entry.disabled ?? false}>
            {picture(entry.icon) ?? (indent && <span className={css.tick} />)}
            <Words label={entry.label} end={<ChevronRightIcon size={14} />} />
          </Radix.SubTrigger>
          <Radix.Portal>
            <Radix.SubContent className={css.surface} sideOffset={4} alignOffset={-4} collisionPadding={8}>
              <div className={css.scroll}>
                <MenuEntries entries={entry.entries} onPick={onPick} />
              </div>
            </Radix.SubContent>
          </Radix.Portal>
        </Radix.Sub>
      )
    default:
      return (
        <Radix.Item
          className={css.item}
          disabled={entry.disabled ?? false}
          onSelect={() => onPick(entry.onSelect)}
        >
          {picture(entry.icon) ?? (indent && <span className={css.tick} />)}
          <Words label={entry.label} keys={entry.keys} detail={entry.detail} />
        </Radix.Item>
      )
  }
}

function Tick() {
  return (
    <span className={css.tick}>
      <Radix.ItemIndicator>
        <CheckIcon size={14} />
      </Radix.ItemIndicator>
    </span>
  )
}

/** An icon by its name comes from the table that only menus need. */
function picture(icon: MenuIcon | undefined): ReactNode {
  if (typeof icon !== 'string') return icon
  const Glyph = ICONS[icon]
  return <Glyph />
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
