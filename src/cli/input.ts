import { resolve } from 'node:path'
import {
  readDocumentText,
  refused,
  understood,
  type Document,
  type Outcome,
  type Problem,
} from '@meshwright/model'
import { readFiles, type InputFile, type Reading } from '@meshwright/model/read'
import { decodeLink } from '@meshwright/model/share'
import { gather } from './gather.ts'
import { UsageError, type ExitCode, type Io } from './io.ts'

/** What a command was given: a design, and the files that it was read from where it was. */
export interface Input {
  readonly document: Document
  /** For broker files only. Paths in it are as they were given. */
  readonly reading?: Reading
  /** The design file, where it was one. */
  readonly file?: { readonly path: string; readonly text: string }
  /** Paths in the reading that no file has: out of an archive, or the standard input. */
  readonly apart?: ReadonlySet<string>
  /** How many of the files that were named could not be read; the rest was. */
  readonly missed?: number
}

/** The exit code of a command that did what it could: files that it could not read keep it from "yes". */
export function answerOf({ missed = 0 }: Input, yes = true): ExitCode {
  return yes && missed === 0 ? 0 : 1
}

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
  const { files, problems: unread, apart, missed } = await gather(words, io)
  const problems = [...unread]
  const [file] = files
  if (!file) {
    const [problem, ...more] = problems
    if (problem) return refused(problem, ...more)
    return refused({ code: 'empty-folder', message: `There are no XML files in ${words.join(', ')}.` })
  }
  const design = files.find((each) => holdsDesign(each, each.path === first && words.length === 1))
  if (design && (words.length > 1 || files.length === 1)) {
    only(words)
    return inFile(new TextDecoder('utf-8').decode(design.bytes), design.path)
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
  return understood({ document: withSources(value, io.folder), reading: value, apart, missed }, [
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
  while (parts.length > 0 && parts.every((own) => shared < own.length - 1 && own[shared] === first[shared]))
    shared++
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

function inFile(text: string, path: string): Outcome<Input> {
  const outcome = readDocumentText(text)
  const name = (problem: Problem): Problem => ({ ...problem, file: path })
  if (outcome.ok)
    return understood({ document: outcome.value, file: { path, text } }, outcome.problems.map(name))
  const [first, ...more] = outcome.problems
  return refused(name(first), ...more.map(name))
}
