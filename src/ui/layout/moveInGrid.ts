export interface GridPlace {
  readonly row: number
  readonly column: number
}

export interface GridSize {
  readonly rows: number
  readonly columns: number
}

/** Rows that Page Up and Page Down skip. */
const pageRows = 8

/**
 * Where a key takes the focus in a grid. It stops at the edges and does not wrap: in a table of brokers the next row
 * is another broker, not the end of this one.
 *
 * @param isWide - Ctrl or Command is held: Home and End go to the corners.
 * @returns The same place when there is nowhere to go, `undefined` when the key is not one of the grid's.
 * @source WAI-ARIA Authoring Practices, Grid (interactive tabular data)
 */
export function moveInGrid(
  from: GridPlace,
  key: string,
  size: GridSize,
  isWide = false,
): GridPlace | undefined {
  const last = { row: size.rows - 1, column: size.columns - 1 }
  const to = (row: number, column: number): GridPlace => ({
    row: Math.max(0, Math.min(last.row, row)),
    column: Math.max(0, Math.min(last.column, column)),
  })
  switch (key) {
    case 'ArrowRight':
      return to(from.row, from.column + 1)
    case 'ArrowLeft':
      return to(from.row, from.column - 1)
    case 'ArrowDown':
      return to(from.row + 1, from.column)
    case 'ArrowUp':
      return to(from.row - 1, from.column)
    case 'PageDown':
      return to(from.row + pageRows, from.column)
    case 'PageUp':
      return to(from.row - pageRows, from.column)
    case 'Home':
      return to(isWide ? 0 : from.row, 0)
    case 'End':
      return to(isWide ? last.row : from.row, last.column)
    default:
      return undefined
  }
}
