/** Pixels for one arrow key; Shift makes it four times as much. */
const resizeStepPx = 16

export interface ResizeLimits {
  readonly min: number
  readonly max: number
}

/** Which way the pointer or an arrow key must go to make the panel larger. */
export type Grows = 'right' | 'left' | 'down' | 'up'

/**
 * The size after a key on the handle, in pixels.
 *
 * @returns `undefined` when the key is not one of the handle's.
 */
export function sizeAfterKey(
  size: number,
  key: string,
  shift: boolean,
  grows: Grows,
  limits: ResizeLimits,
): number | undefined {
  if (key === 'Home') return limits.min
  if (key === 'End') return limits.max
  const toward = growKeys[grows]
  const sign = key === toward.more ? 1 : key === toward.less ? -1 : 0
  return sign === 0 ? undefined : withinLimits(size + sign * resizeStepPx * (shift ? 4 : 1), limits)
}

/** The size after the pointer moved by so many pixels since it went down. */
export function sizeAfterDrag(
  start: number,
  moved: { readonly x: number; readonly y: number },
  grows: Grows,
  limits: ResizeLimits,
): number {
  const along = grows === 'left' || grows === 'right' ? moved.x : moved.y
  return withinLimits(start + (grows === 'left' || grows === 'up' ? -along : along), limits)
}

/** Whole pixels between the limits; the smaller limit wins when they cross, as on a very small window. */
function withinLimits(size: number, { min, max }: ResizeLimits): number {
  return Math.round(Math.max(min, Math.min(max, size)))
}

const growKeys = {
  right: { more: 'ArrowRight', less: 'ArrowLeft' },
  left: { more: 'ArrowLeft', less: 'ArrowRight' },
  down: { more: 'ArrowDown', less: 'ArrowUp' },
  up: { more: 'ArrowUp', less: 'ArrowDown' },
} as const
