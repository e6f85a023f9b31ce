import { each, int, type Column } from './columns.ts'
import { Newer, type Stream } from './stream.ts'

/** A field's number in the form, which never changes and is never given again, and the kind of its column. */
export type Shape<T> = { readonly [Key in keyof T]-?: readonly [number, Column<Exclude<T[Key], undefined>>] }

/** Groups of fields: which rows have one, which fields occur in any, then a column for each of those. */
export function record<T extends object>(shape: Shape<T>): Column<T> {
  const fields = Object.entries(shape) as [string, readonly [number, Column<unknown>]][]
  return (stream, values, rows) => {
    const present = int(
      stream,
      each(values, () => 0),
      rows,
    )
    const groups: Record<string, unknown>[] = []
    for (const value of present) if (value !== undefined) groups.push({})
    const filled = values?.filter((value) => value !== undefined) as
      | readonly Record<string, unknown>[]
      | undefined
    if (groups.length > 0) {
      for (const [key, column] of fieldsIn(stream, fields, filled)) {
        const own = column(
          stream,
          each(filled, (value) => value[key]),
          groups.length,
        )
        for (const [row, value] of own.entries()) {
          const group = groups[row]
          if (group && value !== undefined) group[key] = value
        }
      }
    }
    let at = 0
    return present.map((value) => (value === undefined ? undefined : (groups[at++] as T)))
  }
}

function fieldsIn(
  stream: Stream,
  fields: readonly [string, readonly [number, Column<unknown>]][],
  rows: readonly Record<string, unknown>[] | undefined,
): readonly (readonly [string, Column<unknown>])[] {
  if (rows) {
    const filled = fields.filter(([key]) => rows.some((row) => row[key] !== undefined))
    stream.number(filled.length)
    for (const [, [number]] of filled) stream.number(number)
    return filled.map(([key, [, column]]) => [key, column] as const)
  }
  const used = stream.number(undefined)
  if (used > fields.length) throw new Newer(`There are ${used} fields.`)
  return Array.from({ length: used }, () => {
    const number = stream.number(undefined)
    const field = fields.find(([, [own]]) => own === number)
    if (!field) throw new Newer(`Field ${number} is unknown.`)
    return [field[0], field[1][1]] as const
  })
}
