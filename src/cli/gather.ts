import type { Problem } from '@meshwright/model'
import { isZip, MOST_BYTES, unzip, type InputFile } from '@meshwright/model/read'
import { expandPattern, isPattern } from './pattern.ts'
import { UsageError, type Io } from './io.ts'

/** What may be read of a folder or an archive: configurations, values of placeholders, templates. */
const READ_IN_FOLDERS = /\.(xml(\.[\w-]+)?|properties|json|ya?ml|template|tf)$/i
/** What systems and tools put into folders and archives for themselves. */
const NOISE = /(^|[\\/])(__MACOSX|\.git|node_modules)[\\/]|(^|[\\/])\._?[^\\/.][^\\/]*$/
/** Bytes that are read at a time; more would not fit beside what comes of them. */
const MOST_TOGETHER = 6 * MOST_BYTES
/** What the standard input is called in problems and findings. */
const STANDARD_INPUT = 'stdin.xml'

/** Files that a command line names, read. */
export interface Gathered {
  readonly files: readonly InputFile[]
  readonly problems: readonly Problem[]
  /** Paths that are no file's: out of an archive, or the standard input. */
  readonly apart: ReadonlySet<string>
  /** How many of what was named could not be read. */
  readonly missed: number
}

/**
 * Reads what a command line names: files, folders with all below them, `-` for the standard input, archives unpacked, and
 * patterns where no shell has expanded them. What cannot be read is a problem, and the others are read all the same.
 * @throws UsageError where `-` is named twice
 */
export async function gather(words: readonly string[], io: Io): Promise<Gathered> {
  const files: InputFile[] = []
  const problems: Problem[] = []
  const apart = new Set<string>()
  let missed = 0
  let together = 0
  const miss = (problem: Problem) => {
    problems.push(problem)
    missed += 1
  }
  const take = (file: InputFile, own: boolean) => {
    together += file.bytes.byteLength
    if (together <= MOST_TOGETHER) files.push(file)
    if (!own) apart.add(file.path)
  }
  if (words.includes(''))
    throw new UsageError('One of the inputs is empty text: a variable that holds nothing?')
  if (words.filter((word) => word === '-').length > 1)
    throw new UsageError('The standard input can be read once only; name - once.')
  for (const path of await pathsOf(words, io, miss)) {
    if (together > MOST_TOGETHER) break
    const read = await readBytes(path, io)
    if (!('bytes' in read)) miss(read)
    else if (!isZip(read.bytes)) take(read, path !== '-')
    else {
      const outcome = unzip(read, (name) => READ_IN_FOLDERS.test(name) && !NOISE.test(name))
      if (outcome.ok) for (const file of outcome.value.files) take(file, false)
      else miss(outcome.problems[0])
    }
  }
  if (together > MOST_TOGETHER) {
    miss({
      code: 'too-much',
      message: `These files have more than ${MOST_TOGETHER / 1024 / 1024} MB together, so not all of them were read. Name fewer at a time.`,
    })
  }
  return { files, problems, apart, missed }
}

async function pathsOf(
  words: readonly string[],
  io: Io,
  miss: (problem: Problem) => void,
): Promise<readonly string[]> {
  const found = new Set<string>()
  for (const word of words) {
    const inside = word === '-' ? undefined : await io.listFolder?.(word)
    if (inside) {
      for (const path of inside.files) if (READ_IN_FOLDERS.test(path) && !NOISE.test(path)) found.add(path)
      for (const path of inside.closed) {
        miss({
          code: 'unreadable',
          file: path,
          message: `The folder ${path} could not be looked into: ${CLOSED}.`,
        })
      }
      continue
    }
    const matched = isPattern(word) ? await expandPattern(word, io) : []
    for (const path of matched.length > 0 ? matched : [word]) found.add(path)
  }
  return [...found]
}

const CLOSED = 'nobody here may read it'

async function readBytes(path: string, io: Io): Promise<InputFile | Problem> {
  const name = path === '-' ? STANDARD_INPUT : path
  const problem = (code: string, message: string): Problem => ({ code, file: name, message })
  try {
    const bytes = await io.readFile(path)
    if (bytes.byteLength <= MOST_BYTES) return { path: name, bytes }
    return problem('too-large', TOO_LARGE(name))
  } catch (error) {
    const { code = '', message } = error as { readonly code?: string; readonly message: string }
    if (code === 'EFBIG') return problem('too-large', TOO_LARGE(name))
    if (code === 'ENOENT' && isPattern(path)) return problem('unreadable', `No file matches ${path}.`)
    if (code === 'ENOENT') return problem('unreadable', `There is no file ${path}.`)
    return problem('unreadable', `${name} could not be read: ${REASONS[code] ?? message}.`)
  }
}

const TOO_LARGE = (name: string) =>
  `${name} is larger than 50 MB, which no design and no configuration is. It was left aside.`

const REASONS: Readonly<Record<string, string>> = {
  EACCES: CLOSED,
  EPERM: CLOSED,
  EISDIR: 'it is a folder',
  ENOTDIR: 'a folder on the way is a file',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EPIPE: 'it is a pipe; read it with - and <',
  ENODEV: 'it is no file',
}
