/** Cells that are drawn beyond what is in sight, so that scrolling finds them there. */
const BEYOND = 6

/** Which of many equally large cells are drawn: from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * The cells in sight and a few beyond.
 *
 * @param size - px of one cell
 * @param scrolled - px that are scrolled away
 * @param room - px in sight
 */
export function spanInSight(count: number, size: number, scrolled: number, room: number): Span {
  const first = Math.floor(scrolled / size) - BEYOND
  const last = Math.ceil((scrolled + room) / size) + BEYOND
  const start = Math.max(0, Math.min(first, count))
  return { start, end: Math.max(start, Math.min(count, last)) }
}

/** Where to scroll so that a cell is in sight; what is in sight already stays where it is. */
export function scrollTo(index: number, size: number, scrolled: number, room: number): number {
  const start = index * size
  if (start < scrolled) return start
  return start + size > scrolled + room ? start + size - room : scrolled
}

/** The places of a span, one by one. */
export function placesIn({ start, end }: Span): readonly number[] {
  return Array.from({ length: end - start }, (_, index) => start + index)
}
