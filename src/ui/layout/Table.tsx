import type { ComponentPropsWithRef, ReactNode } from 'react'
import { cx } from '../cx.ts'
import css from './Table.module.css'

export interface TableProps extends ComponentPropsWithRef<'table'> {
  /** Its caption, read aloud; shown where `captionShown` is set. */
  readonly label: string
  readonly captionShown?: boolean | undefined
  /** The first column stays when the table scrolls sideways. */
  readonly stickyColumn?: boolean | undefined
  /** Lines between the rows. On when left out. */
  readonly lined?: boolean | undefined
  readonly scrollerClassName?: string | undefined
  readonly children: ReactNode
}

/** A dense table in its own scroller, its head always in sight. Holds plain `thead`, `tbody`, `tr` and `Th`, `Td`. */
export function Table(props: TableProps) {
  const {
    label,
    captionShown,
    stickyColumn,
    lined = true,
    scrollerClassName,
    className,
    children,
    ...rest
  } = props
  const isGrid = rest.role === 'grid'
  return (
    <section
      className={cx(css.scroller, scrollerClassName)}
      aria-label={label}
      // A scroller must be reachable by the keyboard where its cells are not (WCAG 2.1.1).
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={isGrid ? undefined : 0}
    >
      <table
        {...rest}
        className={cx(css.table, className)}
        data-sticky-column={stickyColumn || undefined}
        data-lined={lined || undefined}
      >
        <caption className={captionShown === true ? css.caption : css.unseen}>{label}</caption>
        {children}
      </table>
    </section>
  )
}

interface CellProps {
  readonly align?: 'start' | 'center' | 'end' | undefined
  /** A heavier line at its left: where another group begins. */
  readonly startsGroup?: boolean | undefined
  /** Its row or column is the one being looked at. */
  readonly isLit?: boolean | undefined
}

export function Th({ align, startsGroup, isLit, scope = 'col', className, ...rest }: CellProps & ThNative) {
  return (
    <th scope={scope} {...rest} className={cx(css.th, className)} {...look({ align, startsGroup, isLit })} />
  )
}

export function Td({ align, startsGroup, isLit, className, ...rest }: CellProps & TdNative) {
  return <td {...rest} className={cx(css.td, className)} {...look({ align, startsGroup, isLit })} />
}

type ThNative = Omit<ComponentPropsWithRef<'th'>, 'align'>
type TdNative = Omit<ComponentPropsWithRef<'td'>, 'align'>

function look({ align, startsGroup, isLit }: CellProps) {
  return { 'data-align': align, 'data-group': startsGroup || undefined, 'data-lit': isLit || undefined }
}
