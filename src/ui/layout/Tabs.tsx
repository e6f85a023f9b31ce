import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cx } from '../cx.ts'
import css from './Tabs.module.css'

export interface TabItem<Id extends string> {
  readonly id: Id
  readonly label: string
  readonly icon?: ReactNode
  /** Behind the label: `SeverityCounts` or a number. */
  readonly count?: ReactNode
}

interface TabsProps<Id extends string> {
  readonly value: Id
  readonly onChange: (id: Id) => void
  readonly children: ReactNode
  readonly className?: string | undefined
}

/** Holds a `TabList` and a `TabPanel` for each tab. */
export function Tabs<Id extends string>({ value, onChange, children, className }: TabsProps<Id>) {
  return (
    <Radix.Root
      className={cx(css.tabs, className)}
      value={value}
      // Radix knows strings only; the ids come from the items below, which are typed.
      onValueChange={(next) => onChange(next as Id)}
    >
      {children}
    </Radix.Root>
  )
}

interface TabListProps<Id extends string> {
  /** Names the group of tabs. */
  readonly label: string
  readonly items: readonly TabItem<Id>[]
  /** At the right end of the row: filters, buttons. Outside the tab list for screen readers. */
  readonly end?: ReactNode
  readonly className?: string | undefined
  /** Called when a tab is clicked that is already open, which folds or unfolds a panel. */
  readonly onAgain?: ((id: Id) => void) | undefined
}

export function TabList<Id extends string>({ label, items, end, className, onAgain }: TabListProps<Id>) {
  return (
    <div className={cx(css.bar, className)}>
      <Radix.List className={css.list} aria-label={label}>
        {items.map((item) => (
          <Radix.Trigger
            key={item.id}
            value={item.id}
            className={css.tab}
            onClick={(event) => event.currentTarget.dataset['was'] === 'active' && onAgain?.(item.id)}
            onPointerDown={(event) => {
              // Radix switches on pointer down, so "was it open before" must be asked here.
              event.currentTarget.dataset['was'] = event.currentTarget.dataset['state']
            }}
          >
            {item.icon}
            {/* Twice, the bold one unseen: the tab does not change its width when it is chosen. */}
            <span className={css.label} data-text={item.label}>
              {item.label}
            </span>
            {item.count}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {end !== undefined && <div className={css.end}>{end}</div>}
    </div>
  )
}

interface TabPanelProps {
  readonly id: string
  readonly children: ReactNode
  readonly className?: string | undefined
}

/** The content of one tab; rendered while that tab is open. */
export function TabPanel({ id, children, className }: TabPanelProps) {
  return (
    <Radix.Content value={id} className={cx(css.panel, className)}>
      {children}
    </Radix.Content>
  )
}
