export type LineChange =
  | { readonly kind: 'same'; readonly before: number; readonly after: number }
  | { readonly kind: 'removed'; readonly before: number }
  | { readonly kind: 'added'; readonly after: number }

/** Above this many cells, what lies between the common beginning and end counts as replaced as a whole. */
const MOST_CELLS = 4_000_000

/**
 * The shortest way from one list of lines to another, in order; numbers are places in the lists, from 0. Removed lines
 * come before added ones. Where what differs is very long on both sides, it is said to be replaced as a whole.
 */
export function diffLines(before: readonly string[], after: readonly string[]): readonly LineChange[] {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head++
  let tail = 0
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail++
  }
  const changes: LineChange[] = []
  for (let i = 0; i < head; i++) changes.push({ kind: 'same', before: i, after: i })
  changes.push(...middle(before, after, head, tail))
  for (let i = tail; i > 0; i--) {
    changes.push({ kind: 'same', before: before.length - i, after: after.length - i })
  }
  return changes
}

function* middle(
  before: readonly string[],
  after: readonly string[],
  head: number,
  tail: number,
): Generator<LineChange> {
  const rows = before.length - head - tail
  const columns = after.length - head - tail
  const width = columns + 1
  const lengths = rows * columns <= MOST_CELLS ? commonLengths(before, after, head, rows, columns) : undefined
  let i = 0
  let j = 0
  while (i < rows || j < columns) {
    const longest = (row: number, column: number) => lengths?.[row * width + column] ?? 0
    if (lengths && i < rows && j < columns && before[head + i] === after[head + j]) {
      yield { kind: 'same', before: head + i++, after: head + j++ }
    } else if (i < rows && (j >= columns || longest(i + 1, j) >= longest(i, j + 1))) {
      yield { kind: 'removed', before: head + i++ }
    } else yield { kind: 'added', after: head + j++ }
  }
}

/** For every place in both lists, how many lines the rest of both has in common at most. */
function commonLengths(
  before: readonly string[],
  after: readonly string[],
  head: number,
  rows: number,
  columns: number,
): Uint32Array {
  const width = columns + 1
  const lengths = new Uint32Array((rows + 1) * width)
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      lengths[i * width + j] =
        before[head + i] === after[head + j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0)
    }
  }
  return lengths
}
