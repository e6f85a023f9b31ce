import type { Design } from '../../design/design.ts'
import type { BrokerId } from '../../design/ids.ts'
import { networkOf, type Network } from '../../network/network.ts'
import type { Problem } from '../../outcome.ts'
import { Notes } from '../../xml/notes.ts'
import { connectorElement } from '../../xml/parts/connectorElement.ts'
import type { XmlElement as WrittenElement } from '../../xml/tree/node.ts'
import { writeConfiguration } from '../../xml/writeConfiguration.ts'
import { encode } from '../text/encoding.ts'
import { maskSecrets } from './maskSecrets.ts'
import { patchBroker } from './patchBroker.ts'
import type { Say } from './patchConnector.ts'
import type { Reading } from '../reading.ts'
import { holdsPlaceholder } from '../source/properties.ts'
import type { SourceBroker, SourceFile } from '../source/source.ts'
import type { Embedded } from '../template/template.ts'
import { applyTextEdits, type TextEdit } from '../text/textEdits.ts'
import { lineCounter } from '../text/xmlTree.ts'

/** A file on its way back. */
export interface PatchedFile {
  readonly path: string
  readonly bytes: Uint8Array
  readonly changed: boolean
  /** What was replaced in the text of the file that came in; never with a password in it. Absent for new files. */
  readonly edits?: readonly TextEdit[]
}

export interface Patched {
  readonly files: readonly PatchedFile[]
  /** What the design says and a file does not, and why. */
  readonly problems: readonly Problem[]
}

/**
 * Gives the files of a reading back with what a design changed since. A file that nothing of changed is the same bytes;
 * otherwise only the lines of changed connectors and attributes differ, written in the file's own style and encoding.
 * Brokers that no file describes get a whole configuration of their own.
 *
 * @param design - Made from the reading's own by edits, so that ids are the same.
 */
export function patchFiles(reading: Reading, design: Design): Patched {
  const problems: Problem[] = []
  const networks = { before: networkOf(reading.document.design), after: networkOf(design) }
  const parts = partsByFile(reading)
  const files = reading.sources.map((source, index) =>
    patchFile(reading, parts.get(index) ?? [], source, networks, problems),
  )
  const described = new Set(
    [...reading.origins.brokers].flatMap(([id, sources]) => (sources.length > 0 ? [id] : [])),
  )
  const known = new Set(reading.document.design.brokers.map(({ id }) => id))
  for (const broker of design.brokers) {
    if (broker.external || described.has(broker.id)) continue
    // Brokers that only a text speaks of have no file, and nobody asked for one.
    if (known.has(broker.id) && sameFile(networks, broker.id)) continue
    const written = writeConfiguration(networks.after, broker.id)
    if (!written) continue
    const path = freePath(broker.name, files)
    files.push({ path, bytes: encode(written.text, { encoding: 'utf-8', mark: false }), changed: true })
    problems.push(...written.problems.map((problem) => ({ ...problem, file: path })))
  }
  return { files, problems }
}

/** The design as the files say it, and as it is to be. */
interface Networks {
  readonly before: Network
  readonly after: Network
}

/** What one file says of a broker. */
interface Part {
  readonly id: BrokerId
  readonly instance: number
  readonly origin: SourceBroker
}

function partsByFile({ origins }: Reading): ReadonlyMap<number, readonly Part[]> {
  const parts = new Map<number, Part[]>()
  for (const [id, sources] of origins.brokers) {
    for (const [instance, origin] of sources.entries()) {
      const list = parts.get(origin.file)
      if (list) list.push({ id, instance, origin })
      else parts.set(origin.file, [{ id, instance, origin }])
    }
  }
  return parts
}

function freePath(name: string, files: readonly PatchedFile[]): string {
  const base = name.replace(/[^A-Za-z0-9._-]/g, '_').replace(/^\./, '_')
  const taken = new Set(files.map(({ path }) => path.toLowerCase()))
  let path = `${base}.xml`
  for (let number = 2; taken.has(path.toLowerCase()); number++) path = `${base}-${number}.xml`
  return path
}

function sameFile({ before, after }: Networks, id: BrokerId): boolean {
  return JSON.stringify(writtenConnectors(before, id)) === JSON.stringify(writtenConnectors(after, id))
}

function writtenConnectors(network: Network, id: BrokerId): readonly WrittenElement[] {
  return network.declaredOn(id).map((connector) => connectorElement(network, connector, new Notes()))
}

function patchFile(
  reading: Reading,
  parts: readonly Part[],
  source: SourceFile,
  networks: Networks,
  problems: Problem[],
): PatchedFile {
  const unchanged = { path: source.path, bytes: source.bytes, changed: false }
  const { text } = source.decoded
  const say = (message: string, line?: number) =>
    problems.push({
      code: 'not-patched',
      message,
      file: source.path,
      ...(line === undefined ? {} : { line }),
    })
  const edits: TextEdit[] = []
  const inside = new Map<Embedded, (readonly TextEdit[])[]>()
  for (const part of parts) {
    const { embedded } = part.origin
    const own = patchBroker(reading, { ...part, ...networks, text: embedded?.xml ?? text, say })
    if (embedded) inside.set(embedded, [...(inside.get(embedded) ?? []), own])
    else edits.push(...own)
  }
  for (const [embedded, lists] of inside) {
    const written = embedded.write(agreed(embedded, lists, say))
    if (written) edits.push(...written)
    else {
      say(
        `What changed of ${embedded.around.fallback ?? 'a configuration'} is put together of several values of this template, which are not rewritten. Take the changed configuration from the XML view and put it in.`,
        embedded.lineAt(0),
      )
    }
  }
  if (edits.length === 0) return unchanged
  const patched = applyTextEdits(text, edits)
  if (patched === text) return unchanged
  problems.push(...placeholdersReplaced(source, edits))
  return { path: source.path, bytes: encode(patched, source.decoded), changed: true, edits }
}

/** What changes in a configuration: one that several brokers share has one text for all of them. */
function agreed(embedded: Embedded, lists: readonly (readonly TextEdit[])[], say: Say): readonly TextEdit[] {
  const [first = [], ...others] = lists
  if (embedded.shared === undefined) return lists.flat()
  const isSame = (list: readonly TextEdit[]) => JSON.stringify(list) === JSON.stringify(first)
  if (others.every(isSame)) return first
  const names = [embedded.around, ...embedded.shared].map(({ fallback = '' }) => fallback)
  const changed = lists.filter((list) => list.length > 0)
  const [only] = changed
  const isOne = only !== undefined && changed.every((list) => JSON.stringify(list) === JSON.stringify(only))
  say(
    isOne
      ? `${names.join(' and ')} share this configuration, so what changed of one of them changes for all. Give each a configuration of its own to keep them apart.`
      : `${names.join(' and ')} share this configuration and were changed differently, which one text cannot say. It is given back as it came; give each a configuration of its own.`,
    embedded.lineAt(0),
  )
  return isOne ? only : []
}

/** Placeholders that gave way to a value: files of values and other brokers that use them are left as they are. */
function placeholdersReplaced(
  { path, decoded: { text } }: SourceFile,
  edits: readonly TextEdit[],
): readonly Problem[] {
  const lineOf = lineCounter(text)
  return edits.flatMap(({ start, end, text: now }): Problem[] => {
    const was = text.slice(start, end)
    if (was.includes('<') || now === '' || !holdsPlaceholder(was) || holdsPlaceholder(now)) return []
    return [
      {
        code: 'placeholder-replaced',
        message: `${maskSecrets(was.trim())} gave way to ${maskSecrets(now.trim())} here. What fills it in stays as it is, since other brokers may use it.`,
        file: path,
        line: lineOf(start),
      },
    ]
  })
}
