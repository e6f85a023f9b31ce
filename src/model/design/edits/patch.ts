import { DESTINATION_LISTS } from '../../dialects/network-connector.ts'

/** Fields to change: an absent key stays, `null` removes the field, which only optional fields can take. */
export type Patch<T> = {
  readonly [Key in keyof T]?: Exclude<T[Key], undefined> | (object extends Pick<T, Key> ? null : never)
}

/** Fields that are empty when there is nothing to say; they are left out then, so that equal designs are equal documents. */
const EMPTY_IS_ABSENT: ReadonlySet<string> = new Set([
  'newConnector',
  'settings',
  'amazon',
  'policies',
  'alsoTo',
  'uriOptions',
  'extra',
  ...Object.keys(DESTINATION_LISTS),
])

/** Changes fields. Returns the value itself where the fields say nothing new; what is equal to what was there stays the same object. */
export function patch<T extends object>(value: T, fields: object): T {
  const old = value as Readonly<Record<string, unknown>>
  const next = { ...value } as Record<string, unknown>
  let changed = false
  for (const [key, given] of Object.entries(fields) as [string, unknown][]) {
    if (given === undefined) continue
    const field = given !== null && EMPTY_IS_ABSENT.has(key) && isEmpty(given) ? null : given
    if (sameValue(old[key], field ?? undefined)) continue
    changed = true
    if (field === null) delete next[key]
    else next[key] = field
  }
  return changed ? (next as T) : value
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

/** Equal as JSON would be, but for the order of fields. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b || Array.isArray(a) !== Array.isArray(b))
    return false
  const [left, right] = [a, b] as Readonly<Record<string, unknown>>[]
  const keys = Object.keys(left ?? {})
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameValue(left?.[key], right?.[key]))
  )
}
