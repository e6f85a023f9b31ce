import { networkOf, type Problem } from '@meshwright/model'
import { runChecks, type Finding } from '@meshwright/model/checks'
import { toGitlab } from '../gitlab.ts'
import { answerOf, readInput, type Input } from '../input.ts'
import type { ExitCode, Io } from '../io.ts'
import { choice, withOverrides, type Options } from '../options.ts'
import { paint, wrap } from '../paint.ts'
import { formatPlace, namePlace } from '../places.ts'
import { guessesOf, reportGuesses, reportProblems, reportRefusal } from '../report.ts'
import { toSarif } from '../sarif.ts'

/**
 * `check INPUT…`: the findings of a design, or of the network that files make. Answers "no" where one of
 * them is as grave as `--fail-on` says; by default, an error.
 */
export async function check(words: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  const format = choice('format', options.format, ['text', 'json', 'sarif', 'gitlab'])
  const mildest = choice('fail-on', options['fail-on'], ['error', 'warning', 'note', 'never'])
  const input = await readInput(words, io)
  if (!input.ok) return reportRefusal(input.problems, format === 'json' ? { findings: [] } : undefined, io)
  const { reading } = input.value
  const document = withOverrides(input.value.document, options)
  const asked: Input = { ...input.value, document }
  const network = networkOf(document.design)
  const all = runChecks(network)
  const findings = all.filter((finding) => finding.ignored === undefined)
  const failing = findings.filter(({ severity }) => GRAVER[mildest].includes(severity))
  if (format === 'json') {
    io.out(
      JSON.stringify(
        { findings: findings.map(asJson), guesses: guessesOf(reading), problems: input.problems },
        undefined,
        2,
      ),
    )
  } else if (format === 'sarif') {
    io.out(JSON.stringify(toSarif(network, all, asked, input.problems, io), undefined, 2))
    tellInput()
  } else if (format === 'gitlab') {
    io.out(JSON.stringify(toGitlab(network, findings, asked, io), undefined, 2))
    tellInput()
  } else if (options.quiet) {
    reportProblems(input.problems, io)
    for (const finding of failing) io.out(asText(finding))
  } else {
    tellInput()
    for (const finding of findings) io.out(asText(finding))
    io.out(tally(findings, all.length - findings.length, input.problems))
  }
  return answerOf(input.value, failing.length === 0)

  function tellInput(): void {
    reportProblems(input.problems, io)
    reportGuesses(reading, io)
  }

  function asJson(finding: Finding) {
    return {
      check: finding.check,
      severity: finding.severity,
      message: finding.message,
      at: finding.at.map((place) => namePlace(network, place, reading)),
      ...(finding.fix ? { fix: finding.fix.label } : {}),
    }
  }

  function asText(finding: Finding): string {
    const places = finding.at
      .map((place) => {
        const named = namePlace(network, place, reading)
        return formatPlace(named) + (named.file === undefined ? '' : ` (${named.file}:${named.line})`)
      })
      .join(', ')
    const lines = [
      wrap(finding.message, INDENT, io.width),
      paint(io, 'quiet', wrap(`${finding.check} at ${places}`, INDENT, io.width)),
      ...(finding.fix ? [paint(io, 'good', wrap(`fix: ${finding.fix.label}`, INDENT, io.width))] : []),
    ]
    const severity = paint(io, finding.severity, finding.severity.padEnd(INDENT - 2))
    return `${severity}  ${lines.join(`\n${' '.repeat(INDENT)}`)}`
  }
}

/** What answers "no", by the mildest of it. */
const GRAVER: Readonly<Record<Finding['severity'] | 'never', readonly Finding['severity'][]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  note: ['error', 'warning', 'note'],
  never: [],
}

/** Where sentences begin, behind the longest severity. */
const INDENT = 9

function tally(findings: readonly Finding[], ignored: number, problems: readonly Problem[]): string {
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length
  const parts = [
    plural(count('error'), 'error'),
    plural(count('warning'), 'warning'),
    plural(count('note'), 'note'),
    ...(ignored > 0 ? [`${ignored} ignored`] : []),
    ...(problems.length > 0 ? [`${plural(problems.length, 'problem')} in the input`] : []),
  ]
  return findings.length === 0
    ? `Nothing to fix. ${parts.slice(3).join(', ')}`.trim()
    : `${parts.join(', ')}.`
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
