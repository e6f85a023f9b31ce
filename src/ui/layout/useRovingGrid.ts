import { useCallback, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { moveInGrid, type GridPlace, type GridSize } from './moveInGrid.ts'

interface RovingGridOptions extends GridSize {
  /** The focus went to a cell, by key or by pointer. */
  readonly onMove?: ((place: GridPlace) => void) | undefined
}

/**
 * One tab stop for a whole grid; the arrow keys move inside. Spread `grid` on the table and `cell(row, column)` on
 * the element of each cell that takes the focus.
 */
export function useRovingGrid({ rows, columns, onMove }: RovingGridOptions) {
  const [stop, setStop] = useState<GridPlace>({ row: 0, column: 0 })
  const root = useRef<HTMLTableElement | null>(null)
  // The grid may have become smaller since the last move.
  const place = { row: Math.min(stop.row, rows - 1), column: Math.min(stop.column, columns - 1) }

  const focusCell = useCallback(({ row, column }: GridPlace) => {
    root.current?.querySelector<HTMLElement>(`[data-cell="${row},${column}"]`)?.focus()
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['cell'] === undefined) return
    const next = moveInGrid(place, event.key, { rows, columns }, event.ctrlKey || event.metaKey)
    if (next === undefined) return
    event.preventDefault()
    setStop(next)
    focusCell(next)
  }
  const onFocus = (event: FocusEvent) => {
    const [row, column] = (event.target as HTMLElement).dataset['cell']?.split(',').map(Number) ?? []
    if (row === undefined || column === undefined) return
    setStop({ row, column })
    onMove?.({ row, column })
  }
  return {
    focusCell,
    grid: { ref: root, role: 'grid', onKeyDown, onFocus },
    cell: (row: number, column: number) => ({
      'data-cell': `${row},${column}`,
      tabIndex: row === place.row && column === place.column ? 0 : -1,
    }),
  } as const
}
