import { isRaw, readFields, shown, type Fields, type Log, type Raw, type Reader } from './fields.ts'
import { EMPTY_LAYOUT, type Box, type Layout, type Point } from '../layout.ts'
import type { Ids } from './parseDesign.ts'

/** Beyond this the drawing could not be reached with any pointer. */
const FARTHEST = 1_000_000

const coordinate: Reader<number> = {
  expects: 'a number of pixels',
  read(value) {
    if (typeof value !== 'number' || !Number.isFinite(value)) return undefined
    return Math.max(-FARTHEST, Math.min(FARTHEST, Math.round(value))) + 0
  },
}

const POINT: Fields<Point> = { x: coordinate, y: coordinate }
const BOX: Fields<Box> = { ...POINT, width: coordinate, height: coordinate }

/** Reads where things are drawn; places of elements that are not in the design are left out. */
export function readLayout(raw: unknown, ids: Ids, log: Log): Layout {
  if (raw === undefined || raw === null) return EMPTY_LAYOUT
  if (!isRaw(raw)) {
    log.add('wrong-type', `The layout should be a group of fields, found ${shown(raw)}. It was left out.`)
    return EMPTY_LAYOUT
  }
  for (const key of Object.keys(raw)) {
    if (!Object.hasOwn(EMPTY_LAYOUT, key)) {
      log.add('unknown-field', `The layout: "${key.slice(0, 60)}" is not a part of it. It was left out.`)
    }
  }
  return {
    brokers: readPlaces(raw, 'brokers', 'b', POINT, ids, log),
    regions: readPlaces(raw, 'regions', 'r', BOX, ids, log),
    notes: readPlaces(raw, 'notes', 'n', BOX, ids, log),
  }
}

/** Places in the order of their ids, so that files that were saved after other gestures do not differ. */
function readPlaces<T extends object>(
  raw: Raw,
  key: keyof Layout,
  letter: string,
  fields: Fields<T>,
  ids: Ids,
  log: Log,
): Readonly<Record<string, T>> {
  const group = Object.hasOwn(raw, key) ? raw[key] : undefined
  if (!isRaw(group)) return {}
  const places: [number, string, T][] = []
  let unknown = 0
  for (const id of Object.keys(group)) {
    const own = ids.get(id)
    if (!own?.startsWith(letter)) {
      unknown++
      continue
    }
    const at = `The layout of ${id}`
    const value = group[id]
    const place = isRaw(value) ? readFields(fields, value, log, at) : {}
    if (Object.keys(fields).every((field) => field in place)) {
      places.push([Number(own.slice(1)), own, place as T])
    } else {
      log.add('wrong-type', `${at} is not complete. It was left out.`)
    }
  }
  if (unknown > 0) {
    log.add(
      'no-such-element',
      `The layout places ${unknown} ${key} that are not in this design. They were left out.`,
    )
  }
  places.sort(([a], [b]) => a - b)
  return Object.fromEntries(places.map(([, id, place]) => [id, place]))
}
