export type Side = 'top' | 'right' | 'bottom' | 'left'
export type Align = 'start' | 'center' | 'end'

/** Pixels of the window. */
export interface Rect {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

interface Wish {
  readonly side: Side
  readonly align: Align
  /** px between the two. */
  readonly gap: number
}

interface Size {
  readonly width: number
  readonly height: number
}

/** px that stay free at the edges of the window. */
const EDGE = 8

const OPPOSITE: Readonly<Record<Side, Side>> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' }

/**
 * Where something of a size lies beside an anchor: on the side that is wished for, on the opposite one where only that
 * has the room, and never over the edge of the window as long as it fits there at all.
 */
export function placeBeside(
  anchor: Rect,
  size: Size,
  window: Size,
  { side, align, gap }: Wish,
): { readonly left: number; readonly top: number } {
  const room: Readonly<Record<Side, number>> = {
    top: anchor.top,
    left: anchor.left,
    bottom: window.height - anchor.top - anchor.height,
    right: window.width - anchor.left - anchor.width,
  }
  const isUpright = side === 'top' || side === 'bottom'
  const needed = (isUpright ? size.height : size.width) + gap + EDGE
  const taken = room[side] < needed && room[OPPOSITE[side]] >= needed ? OPPOSITE[side] : side
  const along = (start: number, length: number, own: number) =>
    align === 'start' ? start : align === 'end' ? start + length - own : start + (length - own) / 2
  const left =
    taken === 'left'
      ? anchor.left - gap - size.width
      : taken === 'right'
        ? anchor.left + anchor.width + gap
        : along(anchor.left, anchor.width, size.width)
  const top =
    taken === 'top'
      ? anchor.top - gap - size.height
      : taken === 'bottom'
        ? anchor.top + anchor.height + gap
        : along(anchor.top, anchor.height, size.height)
  return { left: within(left, window.width - size.width), top: within(top, window.height - size.height) }
}

function within(start: number, most: number): number {
  return Math.round(Math.max(EDGE, Math.min(start, most - EDGE)))
}
