/** How much of each thing is drawn: cards and labels, marks with names, or marks and region names. */
export type Detail = 'full' | 'marks' | 'dots'

/** The zoom from which cards can be read, and the one below which not even names can. */
export const CARDS_FROM = 0.6
export const NAMES_FROM = 0.25

/** How far out and in the drawing can be seen. 1 is 100 %. */
export const LEAST_ZOOM = 0.08
export const MOST_ZOOM = 2.5

/** Space kept around what is brought into view; at the foot stand the bars. */
export const ROOM_AROUND = { top: '36px', right: '32px', bottom: '72px', left: '32px' } as const

export function detailAt(zoom: number): Detail {
  if (zoom >= CARDS_FROM) return 'full'
  return zoom >= NAMES_FROM ? 'marks' : 'dots'
}

/**
 * How much larger marks and names must be drawn to keep their size on the screen, in steps of 12 %: a step is not seen,
 * and between steps nothing has to be drawn anew. 1 where cards are drawn.
 */
export function enlargementAt(zoom: number): number {
  if (zoom >= CARDS_FROM) return 1
  const step = Math.log(1.12)
  return Math.round(Math.exp(Math.round(Math.log(1 / zoom) / step) * step) * 1000) / 1000
}

export interface Scale {
  readonly detail: Detail
  readonly enlargement: number
}

const scales = new Map<string, Scale>()

/** The same object for the same answer, so that it can be selected from a store. */
export function scaleAt(zoom: number): Scale {
  const scale: Scale = { detail: detailAt(zoom), enlargement: enlargementAt(zoom) }
  const key = `${scale.detail} ${scale.enlargement}`
  const known = scales.get(key)
  if (known) return known
  scales.set(key, scale)
  return scale
}
