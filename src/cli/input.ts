import {
  readDocumentText,
  refused,
  understood,
  type Document,
  type Outcome,
  type Problem,
} from '@meshwright/model'
import { decodeLink } from '@meshwright/model/share'
import { UsageError, type Io } from './io.ts'

/** Larger files are refused with a sentence: no design comes near, and a hostile one must not fill the memory. */
const MOST_BYTES = 50 * 1024 * 1024

/**
 * Reads what a command was given: one design file, or one link.
 * Fails only where nothing could be understood; everything else is in `problems`.
 * @throws UsageError where nothing was given, or more than one design.
 */
export async function readInput(words: readonly string[], io: Io): Promise<Outcome<Document>> {
  const [first, ...more] = words
  if (first === undefined) throw new UsageError('Name a design file or a link. See meshwright --help.')
  if (more.length > 0) throw new UsageError(`Name one design file or one link; ${words.length} were given.`)
  if (looksLikeLink(first)) {
    const decoded = decodeLink(first)
    return decoded.ok ? understood(decoded.value.document, decoded.problems) : decoded
  }
  const text = await readText(first, io)
  if (typeof text !== 'string') return refused(text)
  if (/^\s*</.test(text)) {
    return refused({
      code: 'not-a-design',
      file: first,
      message: `${first} holds XML. Give a design file (*.json) or a link.`,
    })
  }
  return inFile(readDocumentText(text), first)
}

/** Tells a link from a file's name: a web address, or a link's fragment alone. */
export function looksLikeLink(word: string): boolean {
  return /^(https?:|file:)/i.test(word) || /^(#|%23)?d\d+\./i.test(word)
}

async function readText(path: string, io: Io): Promise<string | Problem> {
  try {
    const bytes = await io.readFile(path)
    if (bytes.byteLength > MOST_BYTES) {
      return { code: 'too-large', file: path, message: `${path} is larger than 50 MB, which no design is.` }
    }
    return new TextDecoder('utf-8').decode(bytes)
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

function inFile<T>(outcome: Outcome<T>, file: string): Outcome<T> {
  const name = (problem: Problem): Problem => ({ ...problem, file })
  if (outcome.ok) return understood(outcome.value, outcome.problems.map(name))
  const [first, ...more] = outcome.problems
  return refused(name(first), ...more.map(name))
}
