import type { BrokerId, ConnectorId, ElementId, Network } from '@meshwright/model'
import { useState, type KeyboardEvent } from 'react'
import { findingsByElement, findingsOf } from '../../store/checks/findings.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import {
  ArrowDownIcon,
  ArrowUpIcon,
  Button,
  SeverityCounts,
  Table,
  Td,
  Th,
  useRovingGrid,
} from '../../ui/index.ts'
import { countFindings } from '../../store/checks/findings.ts'
import { useReadOnly } from '../common/useDesign.ts'
import { CellInput } from './CellInput.tsx'
import type { Column } from './column.ts'
import css from './Outline.module.css'
import { nextSorting, sortRows, type Sorting } from './sortRows.ts'

export interface ElementTableProps<Row> {
  readonly label: string
  readonly network: Network
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
}

/** So many rows are drawn at once. */
const PAGE = 200

/** A sortable table of elements. Arrow keys move between cells, Enter or F2 changes one in place, Space selects its row. */
export function ElementTable<Row extends { readonly id: BrokerId | ConnectorId }>(
  props: ElementTableProps<Row>,
) {
  const { label, network, columns, rows } = props
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const selection = useStore((state) => state.session.selection)
  const [sorting, setSorting] = useState<Sorting>()
  const [most, setMost] = useState(PAGE)
  const [editing, setEditing] = useState<{ readonly id: string; readonly column: string }>()
  const by = columns.find(({ id }) => id === sorting?.column)
  const sorted =
    by && sorting ? sortRows(rows, (row) => (by.sort ?? by.text)(network, row), sorting.direction) : rows
  const shown = sorted.slice(0, most)
  const { grid, cell, focusCell } = useRovingGrid({ rows: shown.length, columns: columns.length + 1 })

  const select = (id: ElementId, adds: boolean) =>
    store
      .getState()
      .select(
        !adds
          ? [id]
          : selection.includes(id)
            ? selection.filter((other) => other !== id)
            : [...selection, id],
      )
  const onCellKey = (event: KeyboardEvent, row: Row, column: Column<Row> | undefined) => {
    // Keys of the field that is open in a cell are its own.
    if (event.target !== event.currentTarget) return
    if (event.key === ' ') {
      event.preventDefault()
      select(row.id, event.ctrlKey || event.shiftKey)
    }
    if ((event.key === 'Enter' || event.key === 'F2') && column?.editor && !readOnly) {
      event.preventDefault()
      event.stopPropagation()
      setEditing({ id: row.id, column: column.id })
    }
  }
  return (
    <>
      <Table
        {...grid}
        label={label}
        stickyColumn
        scrollerClassName={css.table}
        aria-multiselectable
        aria-rowcount={rows.length + 1}
      >
        <thead>
          <tr>
            {columns.map((column) => (
              <Th
                key={column.id}
                align={column.align}
                aria-sort={sorting?.column === column.id ? sorting.direction : 'none'}
              >
                <button
                  type="button"
                  className={css.sort}
                  onClick={() => setSorting(nextSorting(sorting, column.id))}
                >
                  {column.label}
                  {sorting?.column === column.id &&
                    (sorting.direction === 'ascending' ? (
                      <ArrowUpIcon size={12} />
                    ) : (
                      <ArrowDownIcon size={12} />
                    ))}
                </button>
              </Th>
            ))}
            <Th>Findings</Th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row, at) => (
            <tr
              key={row.id}
              className={css.line}
              aria-selected={selection.includes(row.id)}
              onClick={(event) => select(row.id, event.shiftKey || event.ctrlKey || event.metaKey)}
              onPointerEnter={() => store.getState().setSession({ lit: [row.id] })}
              onPointerLeave={() => store.getState().setSession({ lit: [] })}
            >
              {columns.map((column, index) => {
                const isEditing = editing?.id === row.id && editing.column === column.id
                const text = column.text(network, row)
                const strong = column.strong?.(row)
                return (
                  <Td
                    key={column.id}
                    align={column.align}
                    className={css.cell}
                    data-strong={strong || undefined}
                    data-editable={(column.editor && !readOnly) || undefined}
                    {...cell(at, index)}
                    onKeyDown={(event) => onCellKey(event, row, column)}
                    onDoubleClick={() =>
                      column.editor && !readOnly && setEditing({ id: row.id, column: column.id })
                    }
                  >
                    {isEditing && column.editor ? (
                      <CellInput
                        label={`${column.label} of ${columns[0]?.text(network, row)}`}
                        network={network}
                        row={row}
                        editor={column.editor}
                        text={text}
                        onDone={() => {
                          setEditing(undefined)
                          requestAnimationFrame(() => focusCell({ row: at, column: index }))
                        }}
                      />
                    ) : (
                      text
                    )}
                  </Td>
                )
              })}
              <Td {...cell(at, columns.length)} onKeyDown={(event) => onCellKey(event, row, undefined)}>
                <RowFindings id={row.id} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {sorted.length > most && (
        <Button kind="link" size="small" onClick={() => setMost(most + PAGE)}>
          Show {Math.min(PAGE, sorted.length - most)} more of {sorted.length}
        </Button>
      )}
    </>
  )
}

function RowFindings({ id }: { readonly id: ElementId }) {
  const findings = useStore((state) => findingsByElement(findingsOf(state)).get(id))
  return findings ? <SeverityCounts counts={countFindings(findings)} size={12} /> : null
}
