import { resolve } from 'node:path'
import {
  readDocumentText,
  refused,
  understood,
  type Document,
  type Outcome,
  type Problem,
} from '@meshwright/model'
import { MOST_BYTES, readFiles, type InputFile, type Reading } from '@meshwright/model/read'
import { decodeLink } from '@meshwright/model/share'
import { UsageError, type Io } from './io.ts'

/** What a command was given: a design, and the files that it was read from where it was. */
export interface Input {
  readonly document: Document
  /** For broker files only. Paths in it are as they were given. */
  readonly reading?: Reading
}

/** What may be read beside XML: values of placeholders, templates, texts with connectors in them. */
const READ_IN_FOLDERS = /\.(xml(\.[\w-]+)?|properties|json|ya?ml|template)$/i

/**
 * Reads what a command was given: one design file, one link, or the files of a network's brokers; a folder stands for the
 * files in it. Fails only where nothing could be understood; everything else is in `problems`.
 * @throws UsageError where nothing was given, or more than one design.
 */
export async function readInput(words: readonly string[], io: Io): Promise<Outcome<Input>> {
  const [first] = words
  if (first === undefined) {
    throw new UsageError('Name a design file, a link, or the XML files of brokers. See meshwright --help.')
  }
  if (looksLikeLink(first)) {
    only(words)
    const decoded = decodeLink(first)
    return decoded.ok ? understood({ document: decoded.value.document }, decoded.problems) : decoded
  }
  const files: InputFile[] = []
  const problems: Problem[] = []
  for (const path of await filesOf(words, io)) {
    const read = await readBytes(path, io)
    if ('bytes' in read) files.push(read)
    else problems.push(read)
  }
  const [file] = files
  if (!file) {
    const [problem, ...more] = problems
    if (problem) return refused(problem, ...more)
    return refused({ code: 'empty-folder', message: `There are no XML files in ${words.join(', ')}.` })
  }
  const design = files.find((each) => holdsDesign(each, files.length === 1))
  if (design && (words.length > 1 || files.length === 1)) {
    only(words)
    return inFile(readDocumentText(new TextDecoder('utf-8').decode(design.bytes)), design.path)
  }
  // A folder may hold designs beside the files of its brokers.
  const designs = files.filter((each) => holdsDesign(each, false))
  for (const { path } of designs)
    problems.push({
      code: 'design-beside',
      file: path,
      message: `${path} is a design of its own. Name it by itself.`,
    })
  const reading = readFiles(files.filter((each) => !designs.includes(each)))
  if (!reading.ok) return refused(reading.problems[0], ...reading.problems.slice(1), ...problems)
  const { value } = reading
  return understood({ document: withSources(value, io.folder), reading: value }, [
    ...problems,
    ...reading.problems,
    ...asked(value),
  ])
}

/** What the files alone do not tell, as sentences: the command line has nobody to ask. */
function asked({ questions }: Reading): readonly Problem[] {
  return questions.map(({ message }) => ({ code: 'asked', message }))
}

/** The design with the names and checksums of its files, below the folder that all of them share. */
function withSources({ document, sources }: Reading, folder: string): Document {
  const paths = belowCommonFolder(
    sources.map(({ path }) => path),
    folder,
  )
  return {
    ...document,
    sources: { files: sources.map(({ hash }, index) => ({ path: paths[index] ?? '', hash })) },
  }
}

/**
 * Paths without the folders that all of them begin with, with `/` between the others. They never lead upwards, wherever
 * in relation to each other and to `folder`, where relative ones start, the files are.
 */
export function belowCommonFolder(paths: readonly string[], folder: string): readonly string[] {
  const parts = paths.map((path) => resolve(folder, path).split(/[\\/]+/))
  const [first = []] = parts
  let shared = 0
  while (parts.every((own) => shared < own.length - 1 && own[shared] === first[shared])) shared++
  return parts.map((own) => own.slice(shared).join('/'))
}

function only(words: readonly string[]): void {
  if (words.length > 1) {
    throw new UsageError(`Name one design file or one link, or XML files alone; ${words.length} were given.`)
  }
}

/** Tells a link from a file's name: a web address, or a link's fragment alone. */
export function looksLikeLink(word: string): boolean {
  return /^(https?:|file:)/i.test(word) || /^(#|%23)?d\d+\./i.test(word)
}

/**
 * JSON that is a design. Other JSON may hold configurations: templates, and what `kubectl` and `aws` print. A file that
 * was given by itself and holds none was meant as a design, and is told what it lacks.
 */
function holdsDesign({ path, bytes }: InputFile, alone: boolean): boolean {
  const head = new TextDecoder('utf-8')
    .decode(bytes.subarray(0, 64))
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (!head.startsWith('{') && !(alone && /\.json$/i.test(path))) return false
  const text = new TextDecoder('utf-8').decode(bytes)
  if (/AWS::AmazonMQ::|"AWSTemplateFormatVersion"|"Resources"\s*:/.test(text)) return false
  if (/"design"\s*:\s*\{/.test(text)) return true
  return alone && !/"Data"\s*:|<([\w.-]+:)?(broker|networkConnectors?)\b|\\u003[cC]/.test(text)
}

async function filesOf(words: readonly string[], io: Io): Promise<readonly string[]> {
  const found = await Promise.all(
    words.map(async (word) => {
      const inside = await io.listFolder?.(word)
      return inside?.filter((path) => READ_IN_FOLDERS.test(path)) ?? [word]
    }),
  )
  return [...new Set(found.flat())]
}

async function readBytes(path: string, io: Io): Promise<InputFile | Problem> {
  try {
    const bytes = await io.readFile(path)
    if (bytes.byteLength > MOST_BYTES) {
      return {
        code: 'too-large',
        file: path,
        message: `${path} is larger than 50 MB, which no design and no configuration is.`,
      }
    }
    return { path, bytes }
  } catch (error) {
    const missing = (error as { code?: string }).code === 'ENOENT'
    return {
      code: 'unreadable',
      file: path,
      message: missing
        ? `There is no file ${path}.`
        : `${path} could not be read: ${(error as Error).message}.`,
    }
  }
}

function inFile(outcome: Outcome<Document>, file: string): Outcome<Input> {
  const name = (problem: Problem): Problem => ({ ...problem, file })
  if (outcome.ok) return understood({ document: outcome.value }, outcome.problems.map(name))
  const [first, ...more] = outcome.problems
  return refused(name(first), ...more.map(name))
}
