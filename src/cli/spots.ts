import { isAbsolute, relative, resolve, sep } from 'node:path'
import type { Network } from '@meshwright/model'
import type { Finding, Place } from '@meshwright/model/checks'
import type { Reading, SourceBroker } from '@meshwright/model/read'
import type { Input } from './input.ts'
import type { Io } from './io.ts'
import { formatPlace, namePlace } from './places.ts'

/** A stretch of a file, as code review places it. Lines and columns begin with 1; the end column is behind the last character. */
export interface Region {
  readonly startLine: number
  readonly startColumn?: number
  readonly endLine?: number
  readonly endColumn?: number
}

/** Where something of a finding stands in the files that somebody keeps. */
export interface Spot {
  /** As it was given. Absent where the input was a link. */
  readonly file?: string
  readonly region: Region
  /** `hub/hub-to-orders` */
  readonly name: string
}

/** Where each place of a finding stands, the first one first: start tags in XML, lines of a design file. */
export function spotsOf(network: Network, { at }: Finding, input: Input): readonly Spot[] {
  return at.map((place) => {
    const name = formatPlace(namePlace(network, place))
    const id = elementOf(network, place, input)
    const spot = input.reading ? inFiles(input.reading, id) : inDesign(input, id)
    return { name, ...spot }
  })
}

/** The element whose lines stand for a place: regions and clients have none in XML, so a broker's do. */
function elementOf(network: Network, place: Place, { reading }: Input): string | undefined {
  if ('connector' in place) return place.connector
  const broker =
    'broker' in place
      ? place.broker
      : 'client' in place
        ? network.design.clients.find(({ id }) => id === place.client)?.broker
        : network.design.brokers.find(({ region }) => region === place.region)?.id
  if (!reading || broker === undefined || reading.origins.brokers.get(broker)?.length) return broker
  // What no file describes is known from the connector that leads there.
  return network.design.connectors.find(({ to }) => [to].flat().includes(broker))?.id ?? broker
}

function inFiles(reading: Reading, id: string | undefined): Omit<Spot, 'name'> {
  const { brokers, connectors } = reading.origins
  const own = [...brokers].find(([key]) => key === id)?.[1][0]
  const connector = [...connectors].find(([key]) => key === id)?.[1][0]
  const source = connector ?? own
  const element = connector?.element ?? own?.element ?? own?.container
  const first = reading.sources.find(({ kind }) => kind !== 'other')
  const file = reading.sources[source?.file ?? -1]
  if (!source || !element || !file)
    return { ...(first ? { file: first.path } : {}), region: { startLine: 1 } }
  const owner = own ?? ownerOf(reading, source)
  const { embedded } = owner ?? {}
  const [start, end] = embedded
    ? [embedded.placeAt(element.start), embedded.placeAt(element.opened)]
    : [element.start, element.opened]
  if (start === undefined) return { file: file.path, region: { startLine: source.line } }
  const region = between(file.decoded.text, start, end !== undefined && end > start ? end : start + 1)
  return { file: file.path, region }
}

function ownerOf(reading: Reading, source: unknown): SourceBroker | undefined {
  for (const origins of reading.origins.brokers.values()) {
    const found = origins.find(({ connectors }) => connectors.some((each) => each === source))
    if (found) return found
  }
  return undefined
}

/** From character to character of a text. */
export function between(text: string, start: number, end: number): Required<Region> {
  const [from, to] = [placeOf(text, start), placeOf(text, end)]
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column }
}

function placeOf(text: string, position: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, position).split(/\r\n|\r|\n/)
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}

function inDesign({ file }: Input, id: string | undefined): Omit<Spot, 'name'> {
  if (!file) return { region: { startLine: 1 } }
  const at = id === undefined ? -1 : file.text.search(new RegExp(`"id"\\s*:\\s*"${id}"`))
  return { file: file.path, region: { startLine: at < 0 ? 1 : placeOf(file.text, at).line } }
}

/** A file by its way from the repository's root, with `/` between folders; an outside one by its whole path. */
export function pathInRepository(
  file: string,
  { folder, root = folder }: Pick<Io, 'folder' | 'root'>,
): string {
  const place = resolve(folder, file)
  const own = relative(root, place)
  const path = own.startsWith('..') || isAbsolute(own) ? place : own
  return sep === '/' ? path : path.replaceAll(sep, '/')
}
