import { join } from 'node:path'
import { networkOf } from '@meshwright/model'
import { runChecks } from '@meshwright/model/checks'
import { exportFiles } from '@meshwright/model/export'
import { readInput } from '../input.ts'
import { UsageError, type ExitCode, type Io } from '../io.ts'
import { choice, withOverrides, type Options } from '../options.ts'
import { reportProblems, reportRefusal } from '../report.ts'

/** `export INPUT… --out DIR`: the files that brokers, or people, read. */
export async function exportDesign(words: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  const format = choice('format', options.format, ['xml', 'connectors', 'summary'])
  if (options.out === undefined) throw new UsageError('Name a folder for the files: --out DIR.')
  const input = await readInput(words, io)
  if (!input.ok) return reportRefusal(input.problems, undefined, io)
  const { design } = withOverrides(input.value, options)
  const findings = format === 'summary' ? runChecks(networkOf(design)) : []
  const { files, placeholders, problems } = exportFiles(design, format, { findings })
  reportProblems([...input.problems, ...problems], io)
  for (const { text, message } of placeholders) io.err(`${text}: ${message}`)
  for (const file of files) {
    await io.writeFile(join(options.out, file.path), file.text)
    io.out(join(options.out, file.path))
  }
  return 0
}
