import { join } from 'node:path'
import { networkOf, type Document } from '@meshwright/model'
import { runChecks } from '@meshwright/model/checks'
import { exportFiles } from '@meshwright/model/export'
import { fitFiles, readFiles, type Fitted, type InputFile, type Reading } from '@meshwright/model/read'
import { answerOf, belowCommonFolder, readInput } from '../input.ts'
import { UsageError, type ExitCode, type Io } from '../io.ts'
import { choice, withOverrides, type Options } from '../options.ts'
import { reportLeftOut, reportProblems, reportRefusal, reportStripped } from '../report.ts'

/** `export INPUT… --out DIR`: the files that brokers, or people, read. Files of brokers are given back, patched. */
export async function exportDesign(words: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  const format = choice('format', options.format, ['xml', 'connectors', 'summary'])
  const { out } = options
  if (out === undefined) throw new UsageError('Name a folder for the files: --out DIR.')
  const input = await readInput(words, io)
  if (!input.ok) return reportRefusal(input.problems, undefined, io)
  const { document, reading } = input.value
  const { design } = withOverrides(document, options)
  const findings = format === 'summary' ? runChecks(networkOf(design)) : []
  if (format === 'xml' && (reading || options.sources !== undefined)) {
    reportProblems(input.problems, io)
    const origin = reading ?? (await readSources(document, options.sources ?? '', io))
    if (!origin) return 2
    // An engine is no change that somebody made to a connector.
    const base = reading ? { ...origin, document: withOverrides(origin.document, engineOf(options)) } : origin
    const strip = options.strip === true || options.target === 'amazon-mq'
    await writeFitted(
      fitFiles(base, design, { strip }),
      out,
      options.quiet ? { ...io, out: () => undefined } : io,
    )
    return answerOf(input.value)
  }
  if (options.strip)
    throw new UsageError('--strip is for XML files that are given back: name them, or --sources.')
  const { files, placeholders, problems } = exportFiles(design, format, { findings })
  reportProblems([...input.problems, ...problems], io)
  for (const { text, message } of placeholders) io.err(`${text}: ${message}`)
  for (const file of files) {
    await io.writeFile(join(out, file.path), file.text)
    if (!options.quiet) io.out(join(out, file.path))
  }
  return answerOf(input.value)
}

async function writeFitted(fitted: Fitted, out: string, io: Io): Promise<void> {
  const { files, problems, leftOut, stays } = fitted
  reportProblems(problems, io)
  reportLeftOut(leftOut, io)
  reportStripped(stays, io)
  const paths = belowCommonFolder(
    files.map(({ path }) => path),
    io.folder,
  )
  for (const [index, { bytes, changed }] of files.entries()) {
    const path = join(out, paths[index] ?? '')
    await io.writeFile(path, bytes)
    io.out(changed ? `${path}  changed` : path)
  }
}

/** Another engine alone: what the files are patched from, so that the difference is not taken for a change. */
function engineOf({ engine }: Options): Options {
  return engine === undefined ? {} : { engine }
}

/** Reads the files again that a design was imported from. `undefined` where that cannot be, which it says. */
async function readSources(document: Document, folder: string, io: Io): Promise<Reading | undefined> {
  const { sources } = document
  if (!sources) {
    io.err('This design was not imported from files, so there are none to patch. Leave --sources out.')
    return undefined
  }
  const files: InputFile[] = []
  for (const { path } of sources.files) {
    // A design may come from anybody, so it names nothing outside of the folder.
    if (path.split(/[\\/]/).includes('..') || /^([\\/]|[A-Za-z]:)/.test(path)) {
      io.err(`The design names a source outside of ${folder}: ${path}. Import the files again.`)
      return undefined
    }
    try {
      files.push({ path, bytes: await io.readFile(join(folder, path)) })
    } catch {
      io.err(`There is no file ${join(folder, path)}, which the design was imported from.`)
      return undefined
    }
  }
  const reading = readFiles(files, sources.answers ? { answers: sources.answers } : {})
  if (!reading.ok) {
    reportProblems(reading.problems, io)
    return undefined
  }
  const other = reading.value.sources.filter(({ path, hash }) =>
    sources.files.some((file) => file.path === path && file.hash !== hash),
  )
  if (other.length > 0) {
    io.err(
      `${other.map(({ path }) => path).join(', ')}: changed since the design was imported, so patching could undo that. Import the files again.`,
    )
    return undefined
  }
  return reading.value
}
