import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import { KeyCap } from '../controls/KeyCap.tsx'
import { placeBeside, type Align, type Side } from './placeBeside.ts'
import css from './Tooltip.module.css'

/** px between the thing and its words. */
const GAP = 6

interface TooltipSurfaceProps {
  readonly id: string
  readonly anchor: RefObject<Element | null>
  readonly side: Side
  readonly align: Align
  readonly wide: boolean | undefined
  readonly keys: string | undefined
  readonly onEnter: () => void
  readonly onLeave: () => void
  readonly children: ReactNode
}

/** The words themselves, over everything else, dialogs and menus too. */
export function TooltipSurface({
  id,
  anchor,
  side,
  align,
  wide,
  keys,
  onEnter,
  onLeave,
  children,
}: TooltipSurfaceProps) {
  const surface = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = surface.current
    if (!element || !anchor.current) return
    // Where the browser has no top layer, it lies where its layer in the style sheet puts it.
    element.showPopover?.()
    const { left, top } = placeBeside(
      anchor.current.getBoundingClientRect(),
      { width: element.offsetWidth, height: element.offsetHeight },
      { width: document.documentElement.clientWidth, height: window.innerHeight },
      { side, align, gap: GAP },
    )
    element.style.left = `${left}px`
    element.style.top = `${top}px`
  })
  return createPortal(
    <div
      ref={surface}
      id={id}
      role="tooltip"
      popover="manual"
      className={css.tooltip}
      data-wide={wide || undefined}
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
    >
      {children}
      {keys !== undefined && <KeyCap keys={keys} look="plain" className={css.keys} />}
    </div>,
    document.body,
  )
}
