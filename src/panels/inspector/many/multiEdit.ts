import type { Edit } from '@meshwright/model'

/** What several selected elements have in common in one field. */
export type Common<Value> =
  | { readonly kind: 'same'; readonly value: Value }
  | { readonly kind: 'mixed'; readonly values: readonly Value[] }

/** The value of a field over several elements; `mixed` lists each value once, the most frequent first. */
export function common<Element, Value>(
  elements: readonly Element[],
  read: (element: Element) => Value,
): Common<Value> {
  const counts = new Map<Value, number>()
  for (const element of elements) {
    const value = read(element)
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const values = [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value)
  return values.length === 1 ? { kind: 'same', value: values[0] as Value } : { kind: 'mixed', values }
}

/** The same change to several elements, as one step: elements that have the value already are left alone. */
export function editAll<Element>(
  label: string,
  elements: readonly Element[],
  editOf: (element: Element) => Edit | undefined,
): Edit | undefined {
  const edits = elements.map(editOf).filter((edit) => edit !== undefined)
  return edits.length > 0 ? { type: 'batch', label, edits } : undefined
}

/** What stands where elements differ, in a few words: `5.18 or 5.19`, `1, 2 or 3 more`; absent where they agree. */
export function mixedWords<Value>(
  values: Common<Value>,
  words: (value: Value) => string,
): string | undefined {
  if (values.kind === 'same') return undefined
  const named = values.values.slice(0, 2).map(words)
  const more = values.values.length - named.length
  return more > 0 ? `${named.join(', ')} or ${more} more` : named.join(' or ')
}
