interface Row {
  readonly label: string
  readonly disabled?: boolean | undefined
}

/** Rows that Page Up and Page Down skip. */
const pageRows = 10

/**
 * Where a key takes the active row of a list. It stops at the ends, like a native list, and passes over what is
 * disabled.
 *
 * @param from - -1 when no row is active yet: down goes to the first, up to the last.
 * @returns `undefined` when the key is not one of the list's, or there is no row to go to.
 */
export function moveInList(rows: readonly Row[], from: number, key: string): number | undefined {
  const last = rows.length - 1
  switch (key) {
    case 'ArrowDown':
      return seek(rows, from + 1, 1) ?? known(from)
    case 'ArrowUp':
      return seek(rows, from === -1 ? last : from - 1, -1) ?? known(from)
    case 'Home':
      return seek(rows, 0, 1)
    case 'End':
      return seek(rows, last, -1)
    case 'PageDown':
      return seek(rows, Math.min(last, from + pageRows), 1) ?? seek(rows, last, -1)
    case 'PageUp':
      return seek(rows, Math.max(0, from - pageRows), -1) ?? seek(rows, 0, 1)
    default:
      return undefined
  }
}

/**
 * The row that typed letters mean: the next one whose label begins with them. The same letter again goes on to the
 * next row with it.
 *
 * @returns `undefined` when no enabled row begins so.
 */
export function findByTyping(rows: readonly Row[], from: number, typed: string): number | undefined {
  const letters = Array.from(typed.toLowerCase())
  const isRepeated = letters.every((letter) => letter === letters[0])
  const wanted = isRepeated ? (letters[0] ?? '') : typed.toLowerCase()
  if (wanted === '') return undefined
  // A longer word may still mean the row it has led to so far.
  const start = isRepeated ? from + 1 : Math.max(from, 0)
  const order = rows.map((_, index) => (start + index) % rows.length)
  return order.find((index) => {
    const row = rows[index]
    return row !== undefined && row.disabled !== true && row.label.toLowerCase().startsWith(wanted)
  })
}

function seek(rows: readonly Row[], from: number, by: 1 | -1): number | undefined {
  for (let index = from; index >= 0 && index < rows.length; index += by) {
    if (rows[index]?.disabled !== true) return index
  }
  return undefined
}

function known(index: number): number | undefined {
  return index === -1 ? undefined : index
}
