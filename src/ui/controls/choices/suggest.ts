export interface Suggestion {
  readonly value: string
  /** Behind the value: "queue", "Ireland". Also found by typing. */
  readonly detail?: string | undefined
}

/**
 * The suggestions that fit what was typed, best first: those that begin with it, then those with a part that begins
 * with it, then those that hold it anywhere, then those whose detail does. Order is kept inside each kind.
 *
 * @param typed - Case does not count. Empty finds everything.
 */
export function suggest<S extends Suggestion>(suggestions: readonly S[], typed: string): readonly S[] {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return suggestions
  const ranked = suggestions.map((suggestion) => ({ suggestion, rank: rankOf(suggestion, wanted) }))
  return ranked
    .filter(({ rank }) => rank < noMatch)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ suggestion }) => suggestion)
}

const noMatch = 4

function rankOf({ value, detail }: Suggestion, wanted: string): number {
  const text = value.toLowerCase()
  if (text.startsWith(wanted)) return 0
  if (text.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(wanted))) return 1
  if (text.includes(wanted)) return 2
  return detail?.toLowerCase().includes(wanted) === true ? 3 : noMatch
}
