import type { Network } from '@meshwright/model'
import { memo } from 'react'
import { VerdictMark, VisuallyHidden } from '../../../ui/index.ts'
import { cellName } from './cellWords.ts'
import { gridCell, type GridCell, type ReachGrid } from './reachGrid.ts'
import css from './ReachMatrix.module.css'
import { placesIn, type Span } from './windowOf.ts'

interface MatrixRowProps {
  readonly network: Network
  readonly grid: ReachGrid
  readonly row: number
  readonly columns: Span
  readonly count: number
  readonly stopAt: number
  readonly chosenAt: number
  readonly litColumn: number
  readonly isTight: boolean
}

/** All that one broker sends, of the columns that are drawn. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { network, grid, row, columns, count, stopAt, chosenAt, litColumn, isTight } = props
  const broker = grid.brokers[row]
  if (!broker) return null
  return (
    <tr
      aria-rowindex={row + 3}
      className={css.row}
      data-group={(broker.startsGroup && row > 0) || undefined}
      data-lit={chosenAt >= 0 || undefined}
    >
      <th scope="row" className={css.from} title={broker.name}>
        {broker.name}
      </th>
      {columns.start > 0 ? <td aria-hidden /> : null}
      {placesIn(columns).map((column) => {
        const cell = gridCell(grid, network, row, column)
        const to = grid.brokers[column]
        return (
          <td
            key={column}
            className={css.cell}
            aria-colindex={column + 2}
            aria-label={cell ? cellName(cell) : `${broker.name} to itself`}
            aria-selected={column === chosenAt}
            tabIndex={column === stopAt ? 0 : -1}
            data-cell={`${row},${column}`}
            data-group={to?.startsGroup || undefined}
            data-lit={column === litColumn || undefined}
          >
            <span className={css.inside}>
              {cell ? <CellContent cell={cell} isTight={isTight} /> : <i className={css.self} />}
            </span>
          </td>
        )
      })}
      {columns.end < count ? <td aria-hidden /> : null}
    </tr>
  )
})

/** Mark, hops and what brings a `sometimes` about; its name says the same in words. */
function CellContent({ cell, isTight }: { readonly cell: GridCell; readonly isTight: boolean }) {
  return (
    <>
      <VerdictMark verdict={cell.mark} size={isTight ? 13 : 15} />
      {cell.hops === undefined ? null : <span className={css.hops}>{cell.hops}</span>}
      {cell.copies === undefined ? null : <span className={css.when}>×{cell.copies}</span>}
      {cell.when === undefined ? null : <span className={css.when}>{cell.when}</span>}
      {cell.isBound ? (
        <span className={css.bound} title="A bound: it may be better than said.">
          ≥<VisuallyHidden>bound</VisuallyHidden>
        </span>
      ) : null}
    </>
  )
}
