import type { Design, Region } from '../../design/design.ts'
import type { Document } from '../../design/document.ts'
import { MOST } from '../../design/saved/fields.ts'
import type { Stamp } from '../stamp.ts'
import { brokers } from './brokers.ts'
import { clients, ignored, notes } from './clients.ts'
import { each, one, rowsOf } from './columns.ts'
import { connectors } from './connectors.ts'
import { layout } from './layout.ts'
import { names } from './names.ts'
import { designHead, regionRest, stampRecord } from './shapes.ts'
import { newReader, newWriter, Newer, type Stream } from './stream.ts'

/** What a link holds, apart from where to look. */
export interface Content {
  readonly document: Document
  readonly stamp?: Stamp
}

/** The first number of a form. One that begins with another was made by a later Meshwright. */
const FORM = 1

/** The form of a canonical document: the bytes that are then deflated. */
export function writeForm(content: Content): Uint8Array {
  const stream = newWriter()
  form(stream, content)
  return stream.bytes()
}

/**
 * Reads a form. What comes out has the outline of a document, but nothing in it is checked: references may lead
 * nowhere, lists may be longer than any design's.
 * @throws Damaged, or Newer which is one
 */
export function readForm(bytes: Uint8Array): { readonly document: unknown; readonly stamp: Stamp } {
  const { stamp, ...document } = form(newReader(bytes), undefined)
  return { document, stamp }
}

function form(stream: Stream, content: Content | undefined) {
  if (stream.number(FORM) !== FORM) throw new Newer('The form is of a later kind.')
  const design = content?.document.design
  const head = one(designHead, stream, design && headOf(design))
  const stamp = stampOf(one(stampRecord, stream, content && numbersOf(content.stamp)))
  const regions = regionsOf(stream, design?.regions)
  const ownBrokers = brokers(stream, design?.brokers, regions)
  const body = {
    regions,
    brokers: ownBrokers,
    connectors: connectors(stream, design?.connectors, ownBrokers),
    clients: clients(stream, design?.clients),
    notes: notes(stream, design?.notes),
    ignored: ignored(stream, design?.ignored),
  }
  const places = layout(stream, content?.document.layout, body)
  return { version: 1, design: { ...head, ...body }, layout: places, stamp }
}

function headOf({ name, target, engine, bridgeUser, newConnector }: Design) {
  return {
    name,
    target,
    engine,
    ...(bridgeUser === undefined ? {} : { bridgeUser }),
    ...(newConnector === undefined ? {} : { newConnector }),
  }
}

function regionsOf(stream: Stream, regions: readonly Region[] | undefined): readonly Region[] {
  const rows = rowsOf(stream, regions, MOST.regions)
  const ownNames = names(
    stream,
    each(regions, ({ name }) => name),
    rows,
  )
  const rest = regionRest(
    stream,
    each(regions, () => undefined),
    rows,
  )
  return ownNames.map((name = '', row) => ({ id: `r${row + 1}`, name, ...rest[row] }))
}

/** A date is written as the number YYYYMMDD; what is no date is left out. */
function numbersOf(stamp: Stamp = {}): { date?: number; label?: string } | undefined {
  const date = /^\d{4}-\d\d-\d\d$/.test(stamp.date ?? '')
    ? Number(stamp.date?.replaceAll('-', ''))
    : undefined
  if (date === undefined && stamp.label === undefined) return undefined
  return {
    ...(date === undefined ? {} : { date }),
    ...(stamp.label === undefined ? {} : { label: stamp.label }),
  }
}

function stampOf({ date, label }: { date?: number; label?: string } = {}): Stamp {
  const digits = String(date ?? '').padStart(8, '0')
  return {
    ...(date === undefined
      ? {}
      : { date: `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}` }),
    ...(label === undefined ? {} : { label }),
  }
}
