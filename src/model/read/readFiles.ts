import { applyEdit } from '../design/edits.ts'
import { DOCUMENT_VERSION, EMPTY_DESIGN, type Document } from '../design/document.ts'
import { EMPTY_LAYOUT } from '../design/layout.ts'
import { arrange } from '../layout/arrange.ts'
import { refused, understood, type Outcome, type Problem } from '../outcome.ts'
import { crc32 } from '../share/crc32.ts'
import { assemble } from './assemble.ts'
import { decode } from './encoding.ts'
import { readPasted } from './pasted.ts'
import { readProperties } from './properties.ts'
import type { Counts, Reading } from './reading.ts'
import { sourceBrokers } from './sourceBrokers.ts'
import { notebook, type InputFile, type SourceBroker, type SourceFile } from './source.ts'
import { looksLikeTemplate, readTemplate } from './template.ts'
import { readXmlTree, type XmlTree } from './xmlTree.ts'

/** Larger files are refused with a sentence: no configuration comes near, and a hostile one must not fill the memory. */
export const MOST_BYTES = 50 * 1024 * 1024

/** More than anybody runs. What is beyond them in a hostile file would only take time. */
const MOST_BROKERS = 1000
const MOST_CONNECTORS = 10_000

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
  const values = new Map(
    sources.flatMap(({ path, decoded }) => (isProperties(path) ? [...readProperties(decoded.text)] : [])),
  )
  const found: SourceBroker[] = []
  const kept = sources.map((source, index) => readSource(source, index, values, found, problems))
  const paths = kept.map(({ path }) => path)
  nameOthers(kept, problems)
  if (found.length === 0) {
    return refused(nothing(files), ...problems.filter(({ code }) => code !== 'no-broker'))
  }
  limit(found, problems)
  const {
    design,
    origins,
    questions,
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
    problems: problems.length,
  }
  return understood({ document, questions, sources: kept, origins, counts }, problems)
}

/** Lists may be longer than a call takes arguments. */
function add<T>(list: T[], more: readonly T[]): void {
  for (const each of more) list.push(each)
}

function limit(found: SourceBroker[], problems: Problem[]): void {
  let connectors = 0
  const kept = found.findIndex((broker, index) => {
    connectors += broker.connectors.length
    return index >= MOST_BROKERS || connectors > MOST_CONNECTORS
  })
  if (kept < 0) return
  problems.push({
    code: 'too-many',
    message: `These files describe ${found.length.toLocaleString('en')} brokers; the first ${Math.max(kept, 1).toLocaleString('en')} were read. Import fewer at a time.`,
  })
  found.length = Math.max(kept, 1)
}

function sourceOf({ path, bytes }: InputFile): SourceFile {
  const hash = `crc32:${crc32(bytes).toString(16).padStart(8, '0')}-${bytes.byteLength}`
  return { path, bytes, hash, decoded: decode(bytes), kind: 'other' }
}

export function isProperties(path: string): boolean {
  return /\.(properties|cfg|env)$/i.test(path)
}

function readSource(
  source: SourceFile,
  file: number,
  values: ReadonlyMap<string, string>,
  found: SourceBroker[],
  problems: Problem[],
): SourceFile {
  const { path, decoded } = source
  const { text } = decoded
  const notes = notebook(path, problems)
  if (isProperties(path)) return source
  const before = found.length
  if (decoded.unknown !== undefined) {
    notes.add(
      'encoding',
      `The file says that it is written in ${decoded.unknown}, which is not read here: letters outside ASCII may look wrong, and are given back as they came.`,
    )
  } else if (decoded.broken) {
    notes.add(
      'encoding',
      'The file is not written in UTF-8 as it says: letters outside ASCII may look wrong, and are given back as they came.',
    )
  }
  if (text.trim() === '') {
    notes.add('empty', 'This file is empty.')
    return source
  }
  if (looksLikeTemplate(text) && !/^\s*<(\?xml|!--|[\w.-]*:?(beans|broker)\b)/.test(text)) {
    const embedded = readTemplate(text)
    if (!embedded) {
      notes.add('template', 'This CloudFormation template could not be taken apart. Check its JSON or YAML.')
      return source
    }
    for (const { xml, around, line } of embedded) {
      const tree = readXmlTree(xml, 0, line ?? 1)
      noteFaults(tree, notes)
      add(found, sourceBrokers(tree, file, values, notes, around))
    }
    return { ...source, kind: found.length > before ? 'template' : 'other' }
  }
  if (/^\s*</.test(text)) {
    const tree = readXmlTree(text)
    const brokers = sourceBrokers(tree, file, values, notes)
    const severalRoots = tree.roots.length > 1
    if (!severalRoots && (brokers.length > 0 || tree.faults.length === 0)) {
      if (brokers.length > 0) noteFaults(tree, notes)
      add(found, brokers)
      const whole = brokers.some(({ element }) => element)
      return { ...source, kind: brokers.length === 0 ? 'other' : whole ? 'configuration' : 'fragment' }
    }
    if (!severalRoots) noteFaults(tree, notes)
  }
  const pieces = readPasted(text)
  if (pieces.length === 0 && /^\s*</.test(text)) {
    const tree = readXmlTree(text)
    add(found, sourceBrokers(tree, file, values, notes))
    if (found.length > before) noteFaults(tree, notes)
  }
  for (const piece of pieces) {
    const tree = readXmlTree(piece.xml, piece.offset, piece.line)
    noteFaults(tree, notes)
    add(found, sourceBrokers(wrapped(tree), file, values, notes, piece.around))
  }
  if (pieces.length > 0) {
    notes.add(
      'pasted',
      `Connectors were taken out of a text around them; which broker has them was told by the words before them, or by their names.`,
      pieces[0]?.line,
    )
  }
  return { ...source, kind: found.length > before ? 'fragment' : 'other' }
}

/** Connectors alone, without the element around them, are read as if it were there. */
function wrapped(tree: XmlTree): XmlTree {
  const [first] = tree.roots
  if (first?.local !== 'networkConnector') return tree
  return {
    ...tree,
    roots: [
      {
        ...first,
        name: 'networkConnectors',
        local: 'networkConnectors',
        attributes: new Map(),
        children: [first],
        comments: [],
        texts: [],
      },
    ],
  }
}

function noteFaults(tree: XmlTree, notes: ReturnType<typeof notebook>): void {
  if (tree.doctype === 'own') {
    notes.add(
      'doctype',
      'The file declares entities of its own. They are never expanded and nothing is loaded, so what they stand for is missing here.',
    )
  }
  const [fault] = tree.faults.filter(({ message }) => !(tree.doctype === 'own' && /entity/.test(message)))
  if (!fault) return
  notes.add(
    'not-well-formed',
    `The XML is not well-formed on line ${fault.line} (${fault.message}). What could be read was taken; repair that line.`,
    fault.line,
  )
}

/** A folder may hold hundreds of other files; they are one sentence. */
function nameOthers(sources: readonly SourceFile[], problems: Problem[]): void {
  const others = sources.filter(({ kind, path }) => kind === 'other' && !isProperties(path))
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
