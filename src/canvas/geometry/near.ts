import type { Box, Point } from '@meshwright/model'

/** px of a cell; a card touches one to four. */
const CELL = 320

/** Finds the boxes around a place without asking all of them. */
export interface Nearby {
  add(box: Box): void
  /** Those that may touch the box; each once. */
  around(box: Box): readonly Box[]
  /** The first box that a straight line comes nearer to than `space`. */
  inTheWay(from: Point, to: Point, space: number, except?: ReadonlySet<Box>): Box | undefined
}

export function nearby(boxes: Iterable<Box>): Nearby {
  const cells = new Map<string, Box[]>()
  const add = (box: Box) => {
    for (const key of cellsOf(box)) {
      const cell = cells.get(key)
      if (cell) cell.push(box)
      else cells.set(key, [box])
    }
  }
  const around = (box: Box): readonly Box[] => {
    const keys = cellsOf(box)
    if (keys.length === 1) return cells.get(keys[0] ?? '') ?? []
    const found = new Set<Box>()
    for (const key of keys) for (const other of cells.get(key) ?? []) found.add(other)
    return [...found]
  }
  for (const box of boxes) add(box)
  return {
    add,
    around,
    inTheWay(from, to, space, except) {
      // In steps of about a cell: the box around a long slanting line would hold most of the drawing.
      const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / CELL))
      const at = (step: number): Point => ({
        x: from.x + ((to.x - from.x) * step) / steps,
        y: from.y + ((to.y - from.y) * step) / steps,
      })
      for (let step = 0; step < steps; step++) {
        const [a, b] = [at(step), at(step + 1)]
        let first: Box | undefined
        let least = Infinity
        for (const box of around(grown(boxBetween(a, b), space))) {
          if (except?.has(box)) continue
          const enter = entersAt(a, b, box, space)
          if (enter >= least) continue
          least = enter
          first = box
        }
        if (first) return first
      }
      return undefined
    },
  }
}

/** The box whose corners are two points. */
export function boxBetween(a: Point, b: Point): Box {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  }
}

export function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by }
}

/** At which part of a straight line it comes nearer to a box than `space`; Infinity where it does not. */
function entersAt(from: Point, to: Point, { x, y, width, height }: Box, space: number): number {
  // What only touches the room around a box does not come nearer.
  const room = space - 0.01
  let [enter, leave] = [0, 1]
  for (const [start, by, low, high] of [
    [from.x, to.x - from.x, x - room, x + width + room],
    [from.y, to.y - from.y, y - room, y + height + room],
  ] as const) {
    if (by === 0) {
      if (start <= low || start >= high) return Infinity
      continue
    }
    const [one, two] = [(low - start) / by, (high - start) / by]
    enter = Math.max(enter, Math.min(one, two))
    leave = Math.min(leave, Math.max(one, two))
  }
  return enter < leave ? enter : Infinity
}

function cellsOf({ x, y, width, height }: Box): readonly string[] {
  const keys: string[] = []
  for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column++)
    for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row++)
      keys.push(`${column} ${row}`)
  return keys
}
