import type { ComponentPropsWithRef, ReactNode } from 'react'
import { cx } from '../cx.ts'
import { CloseIcon } from '../icons/first.ts'
import css from './Chip.module.css'

export interface ChipProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  readonly children: ReactNode
  readonly icon?: ReactNode
  /** A filter that is on: filled with ink. Makes it a toggle. */
  readonly pressed?: boolean | undefined
  /** The thing that is selected elsewhere too: tinted with the accent. */
  readonly current?: boolean | undefined
  /** Code type, for patterns and host names. */
  readonly mono?: boolean | undefined
  /** A heavier outline and weight, for marks that stand on the drawing. */
  readonly strong?: boolean | undefined
  readonly onRemove?: (() => void) | undefined
  /** What the cross does: "Remove payments.>". */
  readonly removeLabel?: string | undefined
}

/** A small round label. With `onClick` or `pressed` it is a button; with `onRemove` it has a cross. */
export function Chip(props: ChipProps) {
  const { children, icon, pressed, current, mono, strong, onRemove, removeLabel, className, ...native } =
    props
  const isButton = native.onClick !== undefined || pressed !== undefined
  const look = {
    'data-current': current || undefined,
    'data-mono': mono || undefined,
    'data-strong': strong || undefined,
    'data-removable': onRemove !== undefined || undefined,
  }
  const content = (
    <>
      {icon}
      <span className={css.text}>{children}</span>
    </>
  )
  const body = isButton ? (
    <button type="button" {...native} className={cx(css.body, css.button)} aria-pressed={pressed}>
      {content}
    </button>
  ) : (
    <span className={css.body}>{content}</span>
  )
  return (
    <span className={cx(css.chip, className)} data-pressed={pressed || undefined} {...look}>
      {body}
      {onRemove !== undefined && (
        <button type="button" className={css.remove} aria-label={removeLabel ?? 'Remove'} onClick={onRemove}>
          <CloseIcon size={12} />
        </button>
      )}
    </span>
  )
}
