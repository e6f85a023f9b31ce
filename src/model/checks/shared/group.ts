/** Sorts things into groups by a key, in order. */
export function groupBy<T, Key>(
  things: Iterable<T>,
  keyOf: (thing: T) => Key,
): ReadonlyMap<Key, readonly [T, ...T[]]> {
  const groups = new Map<Key, [T, ...T[]]>()
  for (const thing of things) {
    const key = keyOf(thing)
    const group = groups.get(key)
    if (group) group.push(thing)
    else groups.set(key, [thing])
  }
  return groups
}

/** The list as one that is known to hold something; `undefined` where it holds nothing. */
export function some<T>(list: readonly T[]): readonly [T, ...T[]] | undefined {
  return list.length > 0 ? (list as readonly [T, ...T[]]) : undefined
}
