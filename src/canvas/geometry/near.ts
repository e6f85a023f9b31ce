import type { Box } from '@meshwright/model'

/** px of a cell; a card touches one to four. */
const CELL = 320

/** Finds the boxes around a place without asking all of them. */
export interface Nearby {
  add(box: Box): void
  /** Those that may touch the box; each once. */
  around(box: Box): readonly Box[]
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
  for (const box of boxes) add(box)
  return {
    add,
    around(box) {
      const keys = cellsOf(box)
      if (keys.length === 1) return cells.get(keys[0] ?? '') ?? []
      const found = new Set<Box>()
      for (const key of keys) for (const other of cells.get(key) ?? []) found.add(other)
      return [...found]
    },
  }
}

function cellsOf({ x, y, width, height }: Box): readonly string[] {
  const keys: string[] = []
  for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column++)
    for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row++)
      keys.push(`${column} ${row}`)
  return keys
}
