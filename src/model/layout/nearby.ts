import type { Box } from '../design/layout.ts'
import { overlap } from './geometry.ts'

/** px of a cell, about the size of a card. */
const CELL = 200

/** Boxes that can be asked who is near without looking at each of them. */
export interface Nearby {
  add(box: Box): void
  /** Tells whether a box shares room with any of them, or comes nearer than `space`. */
  isNear(box: Box, space: number): boolean
}

export function createNearby(boxes: Iterable<Box> = []): Nearby {
  const cells = new Map<string, Box[]>()
  const add = (box: Box) => {
    for (const key of cellsOf(box, 0)) {
      const cell = cells.get(key)
      if (cell) cell.push(box)
      else cells.set(key, [box])
    }
  }
  for (const box of boxes) add(box)
  return {
    add,
    isNear(box, space) {
      for (const key of cellsOf(box, space)) {
        if (cells.get(key)?.some((other) => overlap(box, other, space))) return true
      }
      return false
    },
  }
}

function* cellsOf({ x, y, width, height }: Box, space: number): Iterable<string> {
  const right = Math.floor((x + width + space) / CELL)
  const bottom = Math.floor((y + height + space) / CELL)
  for (let column = Math.floor((x - space) / CELL); column <= right; column++) {
    for (let row = Math.floor((y - space) / CELL); row <= bottom; row++) yield `${column} ${row}`
  }
}
