import type { Network } from '@meshwright/model'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { moveInGrid } from '../../../ui/index.ts'
import { GROUPS_HEIGHT, MatrixHead } from './MatrixHead.tsx'
import { MatrixRow } from './MatrixRow.tsx'
import type { ReachGrid } from './reachGrid.ts'
import css from './ReachMatrix.module.css'
import { placesIn, scrollTo, spanInSight, type Span } from './windowOf.ts'

/** px */
const ROW = { pointer: 30, finger: 40 } as const
const CELL = { least: 66, most: 96, tight: 62 } as const
/** Names stand upright from so many brokers on. */
const UPRIGHT_FROM = 12
/** Cells out of sight are left out from so many brokers on. */
const WINDOW_FROM = 32

/** Arrow keys move between its cells. */
const GRID = { role: 'grid' } as const

export interface CellPlace {
  readonly row: number
  readonly column: number
}

export interface ReachMatrixProps {
  readonly network: Network
  readonly grid: ReachGrid
  readonly label: string
  readonly chosen: CellPlace | undefined
  /** The pointer or the focus is on a cell; `undefined` when it is on none. */
  readonly onPoint: (place: CellPlace | undefined) => void
  readonly onChoose: (place: CellPlace) => void
}

/**
 * Brokers by brokers: rows send, columns take. A real table with one tab stop; the arrow keys move, Enter chooses. Large
 * ones draw only what is in sight and say so in `aria-rowindex` and `aria-colindex`.
 */
export function ReachMatrix({ network, grid, label, chosen, onPoint, onChoose }: ReachMatrixProps) {
  const count = grid.brokers.length
  const isUpright = count >= UPRIGHT_FROM
  const longest = Math.max(0, ...grid.brokers.map(({ name }) => name.length))
  const size = isUpright ? CELL.tight : Math.max(CELL.least, Math.min(CELL.most, longest * 6.6 + 12))
  const nameWidth = Math.min(200, Math.max(92, longest * 7 + 20))
  const headHeight = GROUPS_HEIGHT + (isUpright ? Math.min(150, Math.max(56, longest * 7 + 16)) : 30)
  const [rowHeight] = useState(() => ROW[matchMedia('(pointer: coarse)').matches ? 'finger' : 'pointer'])
  const room = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState({ left: 0, top: 0, width: 1200, height: 600 })
  const [stop, setStop] = useState<CellPlace>({ row: 0, column: 1 })
  const wantsFocus = useRef(false)
  const at = { row: Math.min(stop.row, count - 1), column: Math.min(stop.column, count - 1) }

  const all: Span = { start: 0, end: count }
  const isWindowed = count >= WINDOW_FROM
  const rows = isWindowed ? spanInSight(count, rowHeight, seen.top, seen.height - headHeight) : all
  const columns = isWindowed ? spanInSight(count, size, seen.left, seen.width - nameWidth) : all
  const spanned = useMemo(() => ({ start: columns.start, end: columns.end }), [columns.start, columns.end])

  // The tab stop is always a cell that is drawn, even after the wheel took the last one out of sight.
  const tabStop = {
    row: Math.max(rows.start, Math.min(at.row, rows.end - 1)),
    column: Math.max(columns.start, Math.min(at.column, columns.end - 1)),
  }

  useLayoutEffect(() => {
    const element = room.current
    if (!element) return undefined
    const look = () =>
      setSeen({
        left: element.scrollLeft,
        top: element.scrollTop,
        width: element.clientWidth,
        height: element.clientHeight,
      })
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [])

  const bring = ({ row, column }: CellPlace) => {
    const element = room.current
    if (!element) return
    element.scrollTop = scrollTo(row, rowHeight, element.scrollTop, element.clientHeight - headHeight)
    element.scrollLeft = scrollTo(column, size, element.scrollLeft, element.clientWidth - nameWidth)
  }
  // A cell that was chosen elsewhere, by a finding or in a run, may be out of sight.
  useEffect(() => {
    if (chosen) bring(chosen)
    // Scrolled once for each choice: afterwards the wheel may go where it wants.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [chosen?.row, chosen?.column])

  // A cell that the keys went to may have come into the page only now.
  useEffect(() => {
    if (!wantsFocus.current) return
    const element = room.current?.querySelector<HTMLElement>(`[data-cell="${at.row},${at.column}"]`)
    if (!element) return
    wantsFocus.current = false
    element.focus({ preventScroll: true })
  })

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const place = placeOf(event.target)
    if (!place) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onChoose(place)
      return
    }
    const next = moveInGrid(place, event.key, { rows: count, columns: count }, event.ctrlKey || event.metaKey)
    if (!next) return
    event.preventDefault()
    wantsFocus.current = true
    setStop(next)
    bring(next)
  }
  const point = (target: EventTarget | null) => onPoint(placeOf(target))

  return (
    <div ref={room} className={css.room} style={{ scrollPadding: `${headHeight}px 0 0 ${nameWidth}px` }}>
      {/* A table whose cells take keys is a grid (WAI-ARIA); its cells bubble to it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <table
        className={css.table}
        {...GRID}
        aria-label={label}
        aria-rowcount={count + 2}
        aria-colcount={count + 1}
        style={{ width: nameWidth + count * size }}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const place = placeOf(event.target)
          if (place) setStop(place)
          point(event.target)
        }}
        onBlur={() => onPoint(undefined)}
        onPointerOver={(event) => point(event.target)}
        onPointerLeave={() => onPoint(undefined)}
        onClick={(event) => {
          const place = placeOf(event.target)
          if (place) onChoose(place)
        }}
      >
        <colgroup>
          <col style={{ width: nameWidth }} />
          {columns.start > 0 ? <col style={{ width: columns.start * size }} /> : null}
          {placesIn(columns).map((column) => (
            <col key={column} style={{ width: size }} />
          ))}
          {columns.end < count ? <col style={{ width: (count - columns.end) * size }} /> : null}
        </colgroup>
        <MatrixHead
          grid={grid}
          columns={spanned}
          height={headHeight}
          isUpright={isUpright}
          chosenColumn={chosen?.column}
        />
        <tbody>
          <Gap height={rows.start * rowHeight} />
          {placesIn(rows).map((row) => (
            <MatrixRow
              key={row}
              network={network}
              grid={grid}
              row={row}
              columns={spanned}
              count={count}
              stopAt={tabStop.row === row ? tabStop.column : -1}
              chosenAt={chosen?.row === row ? chosen.column : -1}
              litColumn={chosen?.column ?? -1}
              isTight={isUpright}
            />
          ))}
          <Gap height={(count - rows.end) * rowHeight} />
        </tbody>
      </table>
    </div>
  )
}

function Gap({ height }: { readonly height: number }) {
  if (height === 0) return null
  return (
    <tr aria-hidden>
      <td aria-hidden style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}

function placeOf(target: EventTarget | null): CellPlace | undefined {
  if (!(target instanceof Element)) return undefined
  const [row, column] =
    target.closest<HTMLElement>('[data-cell]')?.dataset['cell']?.split(',').map(Number) ?? []
  return row === undefined || column === undefined ? undefined : { row, column }
}
