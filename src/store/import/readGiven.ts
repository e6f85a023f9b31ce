import { networkOf, readDocumentText, type Design, type Document, type Problem } from '@meshwright/model'
import { runChecks } from '@meshwright/model/checks'
import {
  changesBetween,
  giveBack,
  joinReadings,
  matchReading,
  maskSecrets,
  readFiles,
  spansOf,
  strippedByTarget,
  type InputFile,
  type Question,
  type Reading,
} from '@meshwright/model/read'
import { gatherGiven } from './gatherGiven.ts'
import type { Found, GivenBack, GivenFile, PreviewedFile, ReadAnswer, ReadProgress } from './importing.ts'
import type { OwnFiles } from './ownFiles.ts'

/** Checks of more than this would keep the answer waiting; they run once the design is open. */
const MOST_CHECKED = 300

/** Reads what somebody gave: unpacks archives, tells a design from files of brokers. Runs in a worker. Never throws for what is in a file. */
export async function readGiven(
  given: readonly GivenFile[],
  open: Design,
  onProgress: (progress: ReadProgress) => void,
): Promise<ReadAnswer> {
  const { files, problems } = await gatherGiven(given, onProgress)
  return readBytes(files, problems, open, {})
}

/** Reads the same files with answers to their questions. */
export function readAgain(found: Found, answers: Found['answers'], open: Design): ReadAnswer {
  const read = new Set(found.files.map(({ path }) => path))
  const noted = found.problems.filter(
    ({ code, file }) => OF_GIVING.has(code) || (file !== undefined && !read.has(file)),
  )
  return readBytes(found.files, noted, open, answers)
}

/** Problems with what was given, not with what is in it: they stay when files are read again. */
const OF_GIVING: ReadonlySet<string> = new Set([
  'too-large',
  'unreadable',
  'too-much',
  'too-many-files',
  'left-aside',
  'zip',
  'no-broker',
  'design-beside',
])

function readBytes(
  files: readonly InputFile[],
  noted: readonly Problem[],
  open: Design,
  answers: Found['answers'],
): ReadAnswer {
  const problems = [...noted]
  const designs = files.filter(holdsDesign)
  const [design] = designs
  if (design && files.length === 1) {
    return { kind: 'design', name: design.path, text: textOf(design) }
  }
  for (const { path } of designs) {
    problems.push({
      code: 'design-beside',
      file: path,
      message: `${path} is a design of its own. Open it by itself.`,
    })
  }
  const brokers = files.filter((file) => !designs.includes(file))
  if (brokers.length === 0) {
    const [first] = problems
    return { kind: 'nothing', problems: first ? problems : [NOTHING] }
  }
  const name = nameOf(brokers)
  const outcome = readFiles(brokers, { answers, name })
  if (!outcome.ok) return { kind: 'nothing', problems: [...outcome.problems, ...problems].map(masked) }
  const counting = outcome.value.sources.filter(
    ({ kind, path }) => kind !== 'other' || /\.(properties|cfg|env)$/i.test(path),
  )
  if (counting.length < brokers.length) {
    // What holds no broker is not kept; without it every element gets the ids it will have next time.
    const aside = outcome.problems.filter(
      ({ code, file }) => code === 'no-broker' || !counting.some(({ path }) => path === file),
    )
    const again = readFiles(
      counting.map(({ path, bytes }) => ({ path, bytes })),
      { answers, name },
    )
    if (again.ok) {
      const known = new Set(again.problems.map(({ message }) => message))
      return foundIn(
        again.value,
        [...again.problems, ...aside.filter(({ message }) => !known.has(message)), ...problems],
        open,
        answers,
      )
    }
  }
  return foundIn(outcome.value, [...outcome.problems, ...problems], open, answers)
}

const NOTHING: Problem = {
  code: 'nothing-found',
  message: 'There is no file to read. Choose the activemq.xml of each broker.',
}

/** A reading as it is shown: with places, faults, and what it has in common with the open design. */
export function foundIn(
  reading: Reading,
  problems: readonly Problem[],
  open: Design,
  answers: Found['answers'],
): Found {
  const { document, questions, guesses, sources, counts } = reading
  return {
    kind: 'network',
    document: withSources(document, reading, answers),
    files: sources.map(({ path, bytes }) => ({ path, bytes })),
    answers,
    questions: questions.map((question) => ({ ...question, places: placesOf(reading, question) })),
    guesses: guesses.map((guess) => ({ ...guess, places: placesOf(reading, guess) })),
    problems: problems.map(masked),
    stripped: strippedByTarget(reading).map(masked),
    findings: document.design.brokers.length > MOST_CHECKED ? [] : runChecks(networkOf(document.design)),
    counts,
    match: matchReading(reading, open),
  }
}

function placesOf(reading: Reading, { at }: Question): readonly string[] {
  const places = at.flatMap((id) =>
    spansOf(reading, id).map(({ file, line }) => `${reading.sources[file]?.path ?? ''}, line ${line}`),
  )
  return [...new Set(places)]
}

/** The lines of somebody's files that would change from one state of a design to another. Runs in a worker. */
export function previewOwn(
  own: readonly OwnFiles[],
  before: Design,
  after: Design,
): readonly PreviewedFile[] {
  const reading = readingOf(own, before, [])
  if (!reading) return []
  return changesBetween(reading, before, after).map(({ path, state, added, removed, lines }) => ({
    path,
    state,
    added,
    removed,
    lines,
  }))
}

/** The files of imports with what a design changed since. Runs in a worker. */
export function giveBackOwn(own: readonly OwnFiles[], design: Design, strip = false): GivenBack {
  const problems: Problem[] = []
  const reading = readingOf(own, design, problems)
  if (!reading) return { files: [], problems, leftOut: [], stays: [] }
  const returned = giveBack(reading, design, { strip })
  return {
    files: returned.files,
    problems: [...problems, ...returned.problems].map(masked),
    leftOut: returned.leftOut.map(masked),
    stays: returned.stays.map(masked),
  }
}

function readingOf(own: readonly OwnFiles[], design: Design, problems: Problem[]): Reading | undefined {
  const parts = own.flatMap(({ files, answers, ids, base }) => {
    const outcome = readFiles(files, { answers })
    if (!outcome.ok) {
      problems.push(...outcome.problems)
      return []
    }
    return [{ reading: outcome.value, ...(ids ? { ids } : {}), ...(base ? { base } : {}) }]
  })
  return joinReadings(parts, design)
}

/** No sentence repeats a secret that somebody wrote where none belongs. */
function masked<Of extends Problem>(problem: Of): Problem {
  const { code, message, file, line } = problem
  return {
    code,
    message: maskSecrets(message),
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
  }
}

/** The design with the names and checksums of its files, below the folder that all of them share. */
function withSources(document: Document, { sources }: Reading, answers: Found['answers']): Document {
  const parts = sources.map(({ path }) => path.split('/'))
  const [first = []] = parts
  let shared = 0
  while (parts.every((own) => shared < own.length - 1 && own[shared] === first[shared])) shared++
  return {
    ...document,
    sources: {
      files: sources.map(({ hash }, index) => ({ path: parts[index]?.slice(shared).join('/') ?? '', hash })),
      ...(Object.keys(answers).length > 0 ? { answers } : {}),
    },
  }
}

/** The folder that all files share, or the one file; what is dropped as single files has no name of its own. */
function nameOf(files: readonly InputFile[]): string {
  const folders = files.map(({ path }) => path.split('/').slice(0, -1))
  const [first = []] = folders
  let shared = 0
  while (shared < first.length && folders.every((folder) => folder[shared] === first[shared])) shared++
  const folder = first[shared - 1]
  if (folder !== undefined && folder !== '') return folder
  const [only] = files
  const stem = only?.path.replace(/\.(xml|json|ya?ml|template|txt)(\.[\w-]+)?$/i, '') ?? ''
  return files.length === 1 && stem !== '' && stem !== PASTED ? stem : 'Imported network'
}

/** What pasted text is called; files have names of their own. */
export const PASTED = 'pasted'

function holdsDesign(file: InputFile): boolean {
  const head = new TextDecoder()
    .decode(file.bytes.subarray(0, 64))
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (!head.startsWith('{')) return false
  const text = textOf(file)
  if (/AWS::AmazonMQ::|"AWSTemplateFormatVersion"|"Resources"\s*:/.test(text)) return false
  return /\.mesh\.json$/i.test(file.path) || (/"design"\s*:\s*\{/.test(text) && readDocumentText(text).ok)
}

function textOf({ bytes }: InputFile): string {
  return new TextDecoder().decode(bytes)
}
