import { compareDesigns, isEmptyDifference, type ChangedField, type Difference } from '@meshwright/model/diff'
import { readInput } from '../input.ts'
import { UsageError, type ExitCode, type Io } from '../io.ts'
import { choice, withOverrides, type Options } from '../options.ts'
import { reportProblems, reportRefusal } from '../report.ts'

/** `diff A B`: what differs in meaning, and which brokers' files change. Answers "no" where they differ. */
export async function diff(words: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  const format = choice('format', options.format, ['text', 'json'])
  const [first, second, ...more] = words
  if (first === undefined || second === undefined || more.length > 0) {
    throw new UsageError('Name two networks: design files, links, XML files, or folders of XML files.')
  }
  const empty = format === 'json' ? { brokers: [], connectors: [] } : undefined
  const before = await readInput([first], io)
  if (!before.ok) return reportRefusal(before.problems, empty, io)
  const after = await readInput([second], io)
  if (!after.ok) return reportRefusal(after.problems, empty, io)
  const difference = compareDesigns(
    withOverrides(before.value.document, options).design,
    withOverrides(after.value.document, options).design,
  )
  const problems = [...before.problems, ...after.problems]
  const same = isEmptyDifference(difference)
  if (format === 'json') {
    io.out(JSON.stringify({ same, ...difference, problems }, undefined, 2))
  } else {
    reportProblems(problems, io)
    for (const line of asText(difference)) io.out(line)
    io.out(same ? 'The same in meaning.' : tally(difference))
  }
  return same ? 0 : 1
}

const SIGN = { added: '+', removed: '-', changed: '~' } as const

function asText({ brokers, connectors, files, reach }: Difference): readonly string[] {
  return [
    ...brokers.flatMap(({ kind, name, fields }) => [
      `${SIGN[kind]} broker ${name}`,
      ...fields.map(fieldText),
    ]),
    ...connectors.flatMap(({ kind, broker, name, to, fields }) => [
      `${SIGN[kind]} connector ${broker}/${name} to ${to.join(', ')}`,
      ...fields.map(fieldText),
    ]),
    ...reach.map(
      ({ from, to, before, after }) =>
        `  ${from} to ${to}: ${before ?? 'not there'} → ${after ?? 'not there'}`,
    ),
    ...(files.changed.length > 0 ? [`Files that change: ${files.changed.join(', ')}.`] : []),
    ...(files.same.length > 0 ? [`Files that stay: ${files.same.join(', ')}.`] : []),
  ]
}

function fieldText({ field, before, after }: ChangedField): string {
  return `    ${field}: ${before ?? 'not set'} → ${after ?? 'not set'}`
}

function tally({ brokers, connectors, reach }: Difference): string {
  return `${brokers.length} brokers, ${connectors.length} connectors and ${reach.length} routes between brokers differ.`
}
