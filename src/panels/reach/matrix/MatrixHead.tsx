import type { ReachGrid } from './reachGrid.ts'
import css from './ReachMatrix.module.css'
import { placesIn, type Span } from './windowOf.ts'

/** px, of the row of regions over the names. */
export const GROUPS_HEIGHT = 24

interface MatrixHeadProps {
  readonly grid: ReachGrid
  readonly columns: Span
  /** px, of both rows together. */
  readonly height: number
  readonly isUpright: boolean
  readonly chosenColumn: number | undefined
}

/** Who takes: regions over the names of their brokers. */
export function MatrixHead({ grid, columns, height, isUpright, chosenColumn }: MatrixHeadProps) {
  const count = grid.brokers.length
  return (
    <thead>
      <tr aria-rowindex={1} className={css.groups}>
        <td className={css.corner} aria-hidden />
        {columns.start > 0 ? <td aria-hidden /> : null}
        {groupSpans(grid, columns).map(({ name, start, span }) => (
          <th key={start} scope="colgroup" colSpan={span} aria-colindex={start + 2} className={css.group}>
            <span>{name}</span>
          </th>
        ))}
        {columns.end < count ? <td aria-hidden /> : null}
      </tr>
      <tr aria-rowindex={2} className={css.names} style={{ height: height - GROUPS_HEIGHT }}>
        <th scope="col" className={css.corner}>
          <span>
            <span aria-hidden>↓</span> from
          </span>{' '}
          <span>
            to <span aria-hidden>→</span>
          </span>
        </th>
        {columns.start > 0 ? <td aria-hidden /> : null}
        {placesIn(columns).map((column) => {
          const broker = grid.brokers[column]
          return (
            <th
              key={column}
              scope="col"
              aria-colindex={column + 2}
              className={css.name}
              data-upright={isUpright || undefined}
              data-group={broker?.startsGroup || undefined}
              data-lit={chosenColumn === column || undefined}
              title={broker?.name}
            >
              <span>{broker?.name}</span>
            </th>
          )
        })}
        {columns.end < count ? <td aria-hidden /> : null}
      </tr>
    </thead>
  )
}

/** The regions over the columns that are drawn. */
function groupSpans(grid: ReachGrid, columns: Span) {
  let next = 0
  return grid.groups.flatMap(({ name, count }) => {
    const start = Math.max(next, columns.start)
    next += count
    const span = Math.min(next, columns.end) - start
    return span > 0 ? [{ name, start, span }] : []
  })
}
