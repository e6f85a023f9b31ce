import { createContext, useContext, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { cx } from '../cx.ts'
import css from './Tabs.module.css'

export interface TabItem<Id extends string> {
  readonly id: Id
  readonly label: string
  readonly icon?: ReactNode
  /** Behind the label: `SeverityCounts` or a number. */
  readonly count?: ReactNode
}

interface Choice {
  readonly name: string
  readonly value: string
  readonly choose: (id: string) => void
}

const ChoiceContext = createContext<Choice>({ name: '', value: '', choose: () => undefined })

interface TabsProps<Id extends string> {
  readonly value: Id
  readonly onChange: (id: Id) => void
  readonly children: ReactNode
  readonly className?: string | undefined
}

/** Holds a `TabList` and a `TabPanel` for each tab. Arrow keys open the next tab (WAI-ARIA Authoring Practices, tabs). */
export function Tabs<Id extends string>({ value, onChange, children, className }: TabsProps<Id>) {
  const name = useId()
  // The ids come from the items below, which are typed.
  const choice = { name, value, choose: (id: string) => id !== value && onChange(id as Id) }
  return (
    <ChoiceContext value={choice}>
      <div className={cx(css.tabs, className)}>{children}</div>
    </ChoiceContext>
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
  const { name, value, choose } = useContext(ChoiceContext)
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const now = items.findIndex(({ id }) => id === value)
    const next = items.at(nextTab(event.key, now, items.length) ?? now)
    if (next === undefined || next.id === value) return
    event.preventDefault()
    choose(next.id)
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(tabId(name, next.id))}`)?.focus()
  }
  return (
    <div className={cx(css.bar, className)}>
      <div
        ref={list}
        className={css.list}
        role="tablist"
        aria-label={label}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            role="tab"
            id={tabId(name, item.id)}
            aria-selected={item.id === value}
            aria-controls={item.id === value ? panelId(name, item.id) : undefined}
            tabIndex={item.id === value ? 0 : -1}
            className={css.tab}
            onClick={() => (item.id === value ? onAgain?.(item.id) : choose(item.id))}
          >
            {item.icon}
            {/* Twice, the bold one unseen: the tab does not change its width when it is chosen. */}
            <span className={css.label} data-text={item.label}>
              {item.label}
            </span>
            {item.count}
          </button>
        ))}
      </div>
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
  const { name, value } = useContext(ChoiceContext)
  if (id !== value) return null
  return (
    // It can be scrolled with the keyboard, whatever is in it.
    <div
      key={id}
      role="tabpanel"
      id={panelId(name, id)}
      aria-labelledby={tabId(name, id)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={cx(css.panel, className)}
    >
      {children}
    </div>
  )
}

/** Where a key leads from the tab that is open, around the ends; `undefined` for other keys. */
function nextTab(key: string, now: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (now + 1) % count
  if (key === 'ArrowLeft') return (now - 1 + count) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}

const tabId = (name: string, id: string) => `${name}-tab-${id}`
const panelId = (name: string, id: string) => `${name}-panel-${id}`
