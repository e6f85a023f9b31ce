import type { Network } from '@meshwright/model'
import type { Store } from '../../store/createStore.ts'
import type { SortKey } from './sortRows.ts'

/** How a cell is changed in place. */
export type CellEditor<Row> =
  | { readonly kind: 'text'; readonly commit: (store: Store, row: Row, text: string) => void }
  | {
      readonly kind: 'choice'
      readonly options: (
        network: Network,
        row: Row,
      ) => readonly { readonly value: string; readonly label: string }[]
      readonly chosen: (network: Network, row: Row) => string
      readonly commit: (store: Store, row: Row, value: string) => void
    }

/** One column of a table: what a cell says, what it sorts by, and how it is changed; absent: it is read only. */
export interface Column<Row> {
  readonly id: string
  readonly label: string
  readonly text: (network: Network, row: Row) => string
  readonly sort?: (network: Network, row: Row) => SortKey
  readonly align?: 'end'
  /** What is not the default stands in full ink. */
  readonly strong?: (row: Row) => boolean
  readonly editor?: CellEditor<Row>
}
