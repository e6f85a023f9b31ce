import { writeDocumentText } from '@meshwright/model'
import { strippedByTarget, type Question } from '@meshwright/model/read'
import { answerOf, readInput } from '../input.ts'
import { UsageError, type ExitCode, type Io } from '../io.ts'
import { choice, withOverrides, type Options } from '../options.ts'
import { reportProblems, reportRefusal, reportStripped } from '../report.ts'

/** `import INPUT… --out DESIGN.json`: a design file, what was read in numbers, and what was not understood. */
export async function importFiles(words: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  const format = choice('format', options.format, ['text', 'json'])
  if (options.out === undefined) throw new UsageError('Name a file for the design: --out DESIGN.json.')
  const input = await readInput(words, io)
  if (!input.ok) return reportRefusal(input.problems, format === 'json' ? { counts: {} } : undefined, io)
  const { document, reading } = input.value
  const written = withOverrides(document, options)
  await io.writeFile(options.out, writeDocumentText(written))
  const stripped = reading ? strippedByTarget(reading, { design: written.design }) : []
  const counts = reading?.counts
  if (format === 'json') {
    const told = ({ key, kind, message, choices }: Question) => ({ key, kind, message, choices })
    const questions = (reading?.questions ?? []).map(told)
    const guesses = (reading?.guesses ?? []).map((guess) => ({ ...told(guess), why: guess.why }))
    io.out(
      JSON.stringify(
        { design: options.out, counts: counts ?? {}, questions, guesses, stripped, problems: input.problems },
        undefined,
        2,
      ),
    )
    return answerOf(input.value)
  }
  // What is asked stands below, with its answers.
  reportProblems(
    input.problems.filter(({ code }) => code !== 'asked'),
    io,
  )
  reportStripped(stripped, io)
  for (const { message, why } of reading?.guesses ?? []) {
    io.out(`taken: ${message}`)
    io.out(`       ${why}`)
  }
  for (const { message, choices } of reading?.questions ?? []) {
    io.out(`asked: ${message}`)
    for (const [index, { label }] of choices.entries())
      io.out(`       ${index === 0 ? 'taken' : 'or   '}  ${label}`)
  }
  if (counts) {
    io.out(
      [
        number(counts.files, 'file'),
        `${number(counts.brokers, 'broker')} (${number(counts.pairs, 'pair')})`,
        `${counts.external} external`,
        `${number(counts.elements, 'live connector')} with ${number(counts.attributes, 'attribute')} and ${number(counts.children, 'child', 'children')}`,
        number(counts.questions, 'question'),
        number(counts.guesses, 'best guess', 'best guesses'),
        number(input.problems.length, 'problem'),
      ].join(', ') + '.',
    )
  }
  io.out(`Written to ${options.out}.`)
  return answerOf(input.value)
}

function number(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
