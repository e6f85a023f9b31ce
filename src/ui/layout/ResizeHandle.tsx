import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { cx } from '../cx.ts'
import css from './ResizeHandle.module.css'
import { sizeAfterDrag, sizeAfterKey, type Grows } from './resizeStep.ts'

export interface ResizeHandleProps {
  /** "Size of the inspector". */
  readonly label: string
  /** Where the panel grows to: the inspector at the right grows `left`, the panel at the foot `up`. */
  readonly grows: Grows
  /** Size of the panel in pixels. The caller keeps it. */
  readonly value: number
  readonly min: number
  readonly max: number
  /** Called for every pixel of a drag; `done` on the last call, when it is time to remember it. */
  readonly onChange: (size: number, done: boolean) => void
  /** A double click or Enter: back to the size it came with. */
  readonly onReset?: (() => void) | undefined
  /** Id of the panel. */
  readonly controls?: string | undefined
  readonly className?: string | undefined
}

/** The edge of a panel as a separator that can be dragged, or moved with the arrow keys. */
export function ResizeHandle(props: ResizeHandleProps) {
  const { label, grows, value, min, max, onChange, onReset, controls, className } = props
  const start = useRef<{ readonly x: number; readonly y: number; readonly size: number } | undefined>(
    undefined,
  )
  const isUpright = grows === 'left' || grows === 'right'

  const sizeAt = (event: PointerEvent) => {
    const from = start.current
    if (from === undefined) return undefined
    return sizeAfterDrag(from.size, { x: event.clientX - from.x, y: event.clientY - from.y }, grows, {
      min,
      max,
    })
  }
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    // Dragging an edge must not select the text beside it.
    event.preventDefault()
    event.currentTarget.focus()
    event.currentTarget.setPointerCapture(event.pointerId)
    start.current = { x: event.clientX, y: event.clientY, size: value }
  }
  const onPointerMove = (event: PointerEvent) => {
    const size = sizeAt(event)
    if (size !== undefined && size !== value) onChange(size, false)
  }
  const onPointerUp = (event: PointerEvent) => {
    const size = sizeAt(event)
    start.current = undefined
    if (size !== undefined) onChange(size, true)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && onReset !== undefined) return onReset()
    const size = sizeAfterKey(value, event.key, event.shiftKey, grows, { min, max })
    if (size === undefined) return
    event.preventDefault()
    onChange(size, true)
  }
  return (
    // A separator that can be focused is a widget, which the plain `hr` is not (WAI-ARIA 1.2, separator).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="separator"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={cx(css.handle, className)}
      data-grows={grows}
      aria-label={label}
      aria-orientation={isUpright ? 'vertical' : 'horizontal'}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-controls={controls}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onDoubleClick={onReset}
      onKeyDown={onKeyDown}
    />
  )
}
