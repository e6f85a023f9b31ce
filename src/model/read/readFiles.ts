import { applyEdit } from '../design/edits/applyEdit.ts'
import { DOCUMENT_VERSION, EMPTY_DESIGN, type Document } from '../design/document.ts'
import { EMPTY_LAYOUT } from '../design/layout.ts'
import { arrange } from '../layout/arrange.ts'
import { refused, understood, type Outcome, type Problem } from '../outcome.ts'
import { crc32 } from '../share/crc32.ts'
import { assemble } from './assemble/assemble.ts'
import { decode } from './text/encoding.ts'
import { destinationsOf } from './source/addresses.ts'
import { isProperties, readValueFile } from './source/placeholderValues.ts'
import type { Counts, Reading } from './reading.ts'
import { readSource } from './source/readSource.ts'
import type { InputFile, SourceBroker, SourceFile } from './source/source.ts'

export { isProperties } from './source/placeholderValues.ts'

/** Larger files are refused with a sentence: no configuration comes near, and a hostile one must not fill the memory. */
export const MOST_BYTES = 50 * 1024 * 1024

/** More than anybody runs. What is beyond them in a hostile file would only take time. */
const MOST_BROKERS = 1000
const MOST_CONNECTORS = 10_000
/** Different addresses: each that nobody owns is a broker on the canvas. */
const MOST_PLACES = 10_000

export interface ReadOptions {
  /** Answers to questions of an earlier reading of the same files, by their keys. */
  readonly answers?: Readonly<Record<string, string>>
  /** What the design is called. Default: after the folder that all files share, or their one file. */
  readonly name?: string
}

/**
 * Reads a network out of the files of its brokers: configurations, `<networkConnectors>` alone, CloudFormation templates,
 * pasted text; `.properties` files resolve placeholders. What is not understood is a problem with file and line, what
 * cannot be decided a question. Order matters only for ids. Never throws for what is in a file.
 *
 * @returns Refused where no file describes a broker.
 */
export function readFiles(files: readonly InputFile[], options: ReadOptions = {}): Outcome<Reading> {
  const problems: Problem[] = []
  const sources = files.flatMap((file) => {
    if (file.bytes.byteLength <= MOST_BYTES) return [sourceOf(file)]
    problems.push({
      code: 'too-large',
      file: file.path,
      message: `${file.path} is larger than 50 MB, which no configuration is. It was left aside.`,
    })
    return []
  })
  const values = sources.flatMap(({ path, decoded }) =>
    isProperties(path) ? [readValueFile(path, decoded.text)] : [],
  )
  const found: SourceBroker[] = []
  const told = new Set<string>()
  const paths = sources.map(({ path }) => path)
  const kept = sources.map((source, index): SourceFile => {
    const read = readSource(source, index, { values, paths }, problems)
    add(found, read.brokers)
    if (read.told) told.add(source.path)
    return { ...source, kind: read.kind }
  })
  if (found.length === 0) {
    const [first, ...more] = problems
    return first && files.length === 1 ? refused(first, ...more) : refused(nothing(files), ...problems)
  }
  nameOthers(kept, told, problems)
  limit(found, problems)
  const {
    design,
    origins,
    questions,
    guesses,
    problems: own,
  } = assemble(found, paths, options.answers ?? {}, options.name ?? titleOf(paths))
  add(problems, own)
  const bare: Document = { version: DOCUMENT_VERSION, design, layout: EMPTY_LAYOUT }
  const document = applyEdit(bare, arrange(bare))
  const elements = found.flatMap(({ connectors }) => connectors)
  const counts: Counts = {
    files: files.length,
    configurations: kept.filter(({ kind }) => kind !== 'other').length,
    brokers: design.brokers.filter(({ external }) => !external).length,
    pairs: design.brokers.filter(({ instances }) => instances.length === 2).length,
    external: design.brokers.filter(({ external }) => external).length,
    elements: elements.length,
    connectors: design.connectors.length,
    attributes: elements.reduce((sum, { element }) => sum + element.attributes.size, 0),
    children: elements.reduce((sum, { element }) => sum + element.children.length, 0),
    questions: questions.length,
    guesses: guesses.length,
    problems: problems.length,
  }
  return understood({ document, questions, guesses, sources: kept, origins, counts }, problems)
}

/** Lists may be longer than a call takes arguments. */
function add<T>(list: T[], more: readonly T[]): void {
  for (const each of more) list.push(each)
}

function limit(found: SourceBroker[], problems: Problem[]): void {
  const connectors = found.reduce((sum, broker) => sum + broker.connectors.length, 0)
  if (found.length > MOST_BROKERS || connectors > MOST_CONNECTORS) {
    problems.push({
      code: 'too-many',
      message: `These files describe ${count(found.length, 'broker')} with ${count(connectors, 'connector')}; ${MOST_BROKERS.toLocaleString('en')} brokers and ${MOST_CONNECTORS.toLocaleString('en')} connectors are read at a time. Import fewer.`,
    })
  }
  if (found.length > MOST_BROKERS) found.length = MOST_BROKERS
  const places = new Set<string>()
  let left = MOST_CONNECTORS
  for (const [index, broker] of found.entries()) {
    const kept = broker.connectors.slice(0, left).filter(({ uri }) => {
      if (places.size > MOST_PLACES) return false
      for (const { key } of destinationsOf(uri).places.flat()) places.add(key)
      return places.size <= MOST_PLACES
    })
    if (kept.length < broker.connectors.length) found[index] = { ...broker, connectors: kept }
    left -= kept.length
  }
  if (places.size <= MOST_PLACES) return
  problems.push({
    code: 'too-many',
    message: `These files lead to more than ${MOST_PLACES.toLocaleString('en')} addresses, and the connectors behind that many were left aside. Import fewer.`,
  })
}

function count(number: number, word: string): string {
  return `${number.toLocaleString('en')} ${word}${number === 1 ? '' : 's'}`
}

function sourceOf({ path, bytes }: InputFile): SourceFile {
  const hash = `crc32:${crc32(bytes).toString(16).padStart(8, '0')}-${bytes.byteLength}`
  return { path, bytes, hash, decoded: decode(bytes), kind: 'other' }
}

/** A folder may hold hundreds of other files; they are one sentence. */
function nameOthers(sources: readonly SourceFile[], told: ReadonlySet<string>, problems: Problem[]): void {
  const others = sources.filter(({ kind, path }) => kind === 'other' && !told.has(path))
  const [first] = others
  if (!first) return
  const named = others.slice(0, 3).map(({ path }) => path)
  const more = others.length - named.length
  problems.push({
    code: 'no-broker',
    message: `${named.join(', ')}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}: no broker of ActiveMQ and no network connector is in ${others.length === 1 ? 'this file' : 'these files'}, so ${others.length === 1 ? 'it was' : 'they were'} left aside.`,
    ...(others.length === 1 ? { file: first.path } : {}),
  })
}

function nothing(files: readonly InputFile[]): Problem {
  const [only] = files
  return {
    code: 'nothing-found',
    message:
      files.length === 1 && only
        ? `${only.path} holds no broker of ActiveMQ and no network connector. Choose the activemq.xml of a broker.`
        : 'None of these files holds a broker of ActiveMQ or a network connector. Choose the activemq.xml of each broker.',
    ...(files.length === 1 && only ? { file: only.path } : {}),
  }
}

function titleOf(paths: readonly string[]): string {
  const folders = paths.map((path) => path.split(/[\\/]/).slice(0, -1))
  const [first = []] = folders
  let shared = 0
  while (shared < first.length && folders.every((folder) => folder[shared] === first[shared])) shared++
  const folder = first[shared - 1]
  return folder === undefined || folder === '' || folder === '.' || folder === '..'
    ? EMPTY_DESIGN.name
    : folder
}
