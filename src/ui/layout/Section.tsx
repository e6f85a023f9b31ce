import { useId, useState, type ReactNode } from 'react'
import { cx } from '../cx.ts'
import { ChevronRightIcon } from '../icons/icons.ts'
import css from './Section.module.css'

export interface SectionProps {
  readonly title: string
  /** At the right of the head, faint: "Everything crosses", "27 settings, all default". */
  readonly summary?: ReactNode
  /** Small buttons at the end of the head. */
  readonly actions?: ReactNode
  /** Controlled where given; otherwise the section remembers by itself, starting from `defaultOpen`. */
  readonly open?: boolean | undefined
  readonly defaultOpen?: boolean | undefined
  readonly onOpenChange?: ((open: boolean) => void) | undefined
  /** `false`: always open, no chevron. */
  readonly foldable?: boolean | undefined
  /** Level of the heading, 2 to 4. 3 when left out. */
  readonly level?: 2 | 3 | 4 | undefined
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** A titled group that folds. What is folded away is not rendered. */
export function Section(props: SectionProps) {
  const {
    title,
    summary,
    actions,
    defaultOpen = true,
    onOpenChange,
    foldable = true,
    level = 3,
    children,
  } = props
  const id = useId()
  const [ownOpen, setOwnOpen] = useState(defaultOpen)
  const open = !foldable || (props.open ?? ownOpen)
  const Heading = `h${level}` as const
  const toggle = () => {
    setOwnOpen(!open)
    onOpenChange?.(!open)
  }
  return (
    <section
      className={cx(css.section, props.className)}
      aria-labelledby={`${id}-title`}
      data-open={open || undefined}
    >
      <div className={css.head}>
        <Heading className={css.title}>
          {foldable ? (
            <button
              type="button"
              id={`${id}-title`}
              className={css.toggle}
              aria-expanded={open}
              aria-controls={open ? `${id}-body` : undefined}
              onClick={toggle}
            >
              <ChevronRightIcon size={14} className={css.chevron} />
              {title}
            </button>
          ) : (
            <span id={`${id}-title`}>{title}</span>
          )}
        </Heading>
        {summary !== undefined && <span className={css.summary}>{summary}</span>}
        {actions !== undefined && <span className={css.actions}>{actions}</span>}
      </div>
      {open && (
        <div id={`${id}-body`} className={css.body}>
          {children}
        </div>
      )}
    </section>
  )
}
