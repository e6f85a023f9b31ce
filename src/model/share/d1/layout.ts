import type { Note, Region } from '../../design/design.ts'
import type { FormBroker } from './brokers.ts'
import type { Box, Layout, Point } from '../../design/layout.ts'
import { each, int, type Column } from './columns.ts'
import type { Stream } from './stream.ts'

interface Drawn {
  readonly regions: readonly Region[]
  readonly brokers: readonly FormBroker[]
  readonly notes: readonly Note[]
}

/** Where things are drawn: boxes of regions, brokers from the corner of their region, boxes of notes. */
export function layout(stream: Stream, values: Layout | undefined, drawn: Drawn): Layout {
  const regions = box(
    stream,
    values && drawn.regions.map(({ id }) => values.regions[id]),
    drawn.regions.length,
  )
  const corners = new Map(drawn.regions.map(({ id }, row) => [id, regions[row]]))
  const cornerOf = (row: number): Point => corners.get(drawn.brokers[row]?.region ?? 'r0') ?? { x: 0, y: 0 }
  const places = values && drawn.brokers.map(({ id }) => values.brokers[id])
  const rows = drawn.brokers.length
  const x = int(
    stream,
    each(places, (place, row) => place.x - cornerOf(row).x),
    rows,
  )
  const y = int(
    stream,
    each(places, (place, row) => place.y - cornerOf(row).y),
    rows,
  )
  const brokers = x.map((across, row) => {
    const down = y[row]
    if (across === undefined || down === undefined) return undefined
    const corner = cornerOf(row)
    return { x: across + corner.x, y: down + corner.y }
  })
  const notes = box(stream, values && drawn.notes.map(({ id }) => values.notes[id]), drawn.notes.length)
  return {
    brokers: byId(drawn.brokers, brokers),
    regions: byId(drawn.regions, regions),
    notes: byId(drawn.notes, notes),
  }
}

const SIDES = ['x', 'y', 'width', 'height'] as const

const box: Column<Box> = (stream, values, rows) => {
  const columns = SIDES.map((side) =>
    int(
      stream,
      each(values, (value) => value[side]),
      rows,
    ),
  )
  return Array.from({ length: rows }, (_, row) => {
    const [x, y, width, height] = columns.map((column) => column[row])
    if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined
    return { x, y, width, height }
  })
}

function byId<T>(
  elements: readonly { readonly id: string }[],
  places: readonly (T | undefined)[],
): Record<string, T> {
  const entries = elements.flatMap(({ id }, row): [string, T][] => {
    const place = places[row]
    return place === undefined ? [] : [[id, place]]
  })
  return Object.fromEntries(entries)
}
