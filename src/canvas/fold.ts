/** px of letters at a size of 13 px, in three lots; near enough to tell what fits. */
const NARROW = /[ijlt1fr.,:;'|!()[\]\- ]/
const WIDE = /[mwMW@%A-Z_]/

function letterWidth(letter: string): number {
  if (NARROW.test(letter)) return 5.2
  return WIDE.test(letter) ? 11.2 : 8.1
}

function widthOf(letters: readonly string[], size: number): number {
  return letters.reduce((sum, letter) => sum + letterWidth(letter), 0) * (size / 13)
}

/** Fewer letters than this would say nothing. */
const LEAST = 6

/**
 * A name that fits a width: whole, or folded in the middle, since names of brokers tend to begin alike and differ at
 * their ends. At least six letters are left.
 *
 * @param size - px of the letters.
 */
export function folded(name: string, width: number, size: number): string {
  const letters = Array.from(name)
  if (widthOf(letters, size) <= width) return name
  for (let count = letters.length - 1; count > LEAST; count--) {
    const text = cut(letters, count)
    if (widthOf(text, size) <= width) return text.join('')
  }
  return letters.length <= LEAST ? name : cut(letters, LEAST).join('')
}

/** So many letters of both ends, and a sign between them. */
function cut(letters: readonly string[], count: number): readonly string[] {
  const head = Math.ceil(count / 2)
  return [...letters.slice(0, head), '…', ...letters.slice(letters.length - (count - head))]
}
