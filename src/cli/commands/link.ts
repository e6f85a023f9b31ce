import { encodeLink } from '@meshwright/model/share'
import { answerOf, readInput } from '../input.ts'
import type { ExitCode, Io } from '../io.ts'
import { withOverrides, type Options } from '../options.ts'
import { reportProblems, reportRefusal } from '../report.ts'

/** Where `npm start` serves the page. */
const LOCAL_BASE = 'http://localhost:5173/'

/** `link INPUT…`: a link that holds the whole design after its `#`. */
export async function link(words: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  const input = await readInput(words, io)
  if (!input.ok) return reportRefusal(input.problems, undefined, io)
  reportProblems(input.problems, io)
  const base = (options.base ?? LOCAL_BASE).replace(/#.*$/s, '')
  io.out(`${base}#${encodeLink(withOverrides(input.value.document, options))}`)
  return answerOf(input.value)
}
