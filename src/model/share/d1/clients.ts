import type { Client, IgnoredFinding, Note } from '../../design/design.ts'
import { MOST } from '../../design/saved/fields.ts'
import type { BrokerId, ElementId } from '../../design/ids.ts'
import { each, int, list, rowsOf, text, type Column } from './columns.ts'
import { indexOf } from './connectors.ts'
import { names } from './names.ts'
import { clientRest, noteRest } from './shapes.ts'
import { Damaged, type Stream } from './stream.ts'

/** Clients: their brokers by index, their names, all else. */
export function clients(stream: Stream, values: readonly Client[] | undefined): readonly Client[] {
  const rows = rowsOf(stream, values, MOST.clients)
  const brokers = int(
    stream,
    each(values, ({ broker }) => indexOf(broker)),
    rows,
  )
  const ownNames = names(
    stream,
    each(values, ({ name }) => name),
    rows,
  )
  const rest = clientRest(
    stream,
    each(values, ({ id: _id, broker: _broker, name: _name, ...own }) => own),
    rows,
  )
  return rest.map((own, row) => {
    const name = ownNames[row]
    const broker: BrokerId = `b${(brokers[row] ?? -1) + 1}`
    return { id: `k${row + 1}`, ...(name === undefined ? {} : { name }), broker, ...own } as Client
  })
}

export function notes(stream: Stream, values: readonly Note[] | undefined): readonly Note[] {
  const rows = rowsOf(stream, values, MOST.notes)
  const texts = text(
    stream,
    each(values, (note) => note.text),
    rows,
  )
  const subjects = element(
    stream,
    each(values, ({ about }) => about),
    rows,
  )
  const rest = noteRest(
    stream,
    each(values, () => undefined),
    rows,
  )
  return texts.map((own = '', row) => {
    const about = subjects[row]
    return { id: `n${row + 1}`, text: own, ...(about ? { about } : {}), ...rest[row] }
  })
}

export function ignored(
  stream: Stream,
  values: readonly IgnoredFinding[] | undefined,
): readonly IgnoredFinding[] {
  const rows = rowsOf(stream, values, MOST.ignored)
  const checks = text(
    stream,
    each(values, ({ check }) => check),
    rows,
  )
  const places = list(element)(
    stream,
    each(values, ({ at }) => at),
    rows,
  )
  const reasons = text(
    stream,
    each(values, ({ reason }) => reason),
    rows,
  )
  return checks.map((check = '', row) => ({ check, at: places[row] ?? [], reason: reasons[row] ?? '' }))
}

const LETTERS = 'rbckn'

/** Any element: five times its index, and its kind. */
const element: Column<ElementId> = (stream, values, rows) =>
  int(
    stream,
    each(values, (id) => indexOf(id) * LETTERS.length + LETTERS.indexOf(id.charAt(0))),
    rows,
  ).map((code) => {
    if (code === undefined) return undefined
    if (code < 0) throw new Damaged('An element is unknown.')
    return `${LETTERS[code % LETTERS.length]}${Math.floor(code / LETTERS.length) + 1}` as ElementId
  })
