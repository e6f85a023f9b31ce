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
  const cells = new Map<number, Box[]>()
  const add = (box: Box) => {
    eachCell(box, 0, (key) => {
      const cell = cells.get(key)
      if (cell) cell.push(box)
      else cells.set(key, [box])
    })
  }
  for (const box of boxes) add(box)
  return {
    add,
    around(box) {
      const lists: Box[][] = []
      eachCell(box, 0, (key) => {
        const cell = cells.get(key)
        if (cell) lists.push(cell)
      })
      return lists.length < 2 ? (lists[0] ?? []) : [...new Set(lists.flat())]
    },
    inTheWay(from, to, space, except) {
      // In steps of about a cell: the box around a long slanting line would hold most of the drawing.
      const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / CELL))
      for (let step = 0; step < steps; step++) {
        const a = between(from, to, step / steps)
        const b = between(from, to, (step + 1) / steps)
        let first: Box | undefined
        let least = Infinity
        eachCell(boxBetween(a, b), space, (key) => {
          for (const box of cells.get(key) ?? []) {
            const enter = entersAt(a, b, box, space)
            if (enter >= least || except?.has(box)) continue
            least = enter
            first = box
          }
        })
        if (first) return first
      }
      return undefined
    },
  }
}

function between(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }
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
  const across = within(from.x, to.x - from.x, x - room, x + width + room)
  if (!across) return Infinity
  const down = within(from.y, to.y - from.y, y - room, y + height + room)
  if (!down) return Infinity
  const enter = Math.max(0, across[0], down[0])
  return enter < Math.min(1, across[1], down[1]) ? enter : Infinity
}

/** From when to when something that starts here and moves by so much is between two bounds. */
function within(start: number, by: number, low: number, high: number): readonly [number, number] | undefined {
  if (by === 0) return start <= low || start >= high ? undefined : ALWAYS
  const [one, two] = [(low - start) / by, (high - start) / by]
  return one < two ? [one, two] : [two, one]
}

const ALWAYS = [-Infinity, Infinity] as const

/** Cells are counted from far outside of any drawing, so that a cell has one number. */
const FAR = 1 << 14

function eachCell({ x, y, width, height }: Box, space: number, visit: (key: number) => void): void {
  const right = Math.floor((x + width + space) / CELL)
  const bottom = Math.floor((y + height + space) / CELL)
  for (let column = Math.floor((x - space) / CELL); column <= right; column++)
    for (let row = Math.floor((y - space) / CELL); row <= bottom; row++)
      visit((column + FAR) * 2 * FAR + row + FAR)
}
