export interface Sorting {
  readonly column: string
  readonly direction: 'ascending' | 'descending'
}

/** What a column sorts by; absent values stand last in both directions. */
export type SortKey = string | number | undefined

/** Rows in another order; equal ones keep theirs. Numbers inside names count as numbers: `b2` before `b10`. */
export function sortRows<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => SortKey,
  direction: Sorting['direction'],
): readonly Row[] {
  const sign = direction === 'ascending' ? 1 : -1
  return rows.toSorted((a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)]
    if (left === undefined || right === undefined) {
      return left === right ? 0 : left === undefined ? 1 : -1
    }
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right)
    return sign * collator.compare(String(left), String(right))
  })
}

/** The next order after a click on a column's head: ascending, then descending, then as drawn. */
export function nextSorting(sorting: Sorting | undefined, column: string): Sorting | undefined {
  if (sorting?.column !== column) return { column, direction: 'ascending' }
  return sorting.direction === 'ascending' ? { column, direction: 'descending' } : undefined
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
