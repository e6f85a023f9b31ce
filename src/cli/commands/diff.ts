import {
  arrowOf,
  compareDesigns,
  groupReach,
  isEmptyDifference,
  tellConnector,
  tellEdit,
  tellField,
  tellFiles,
  tellReach,
  tellSafety,
  tellStep,
  tellTally,
  tellUntilNext,
  tellWhileDown,
  type Difference,
  type Rollout,
} from '@meshwright/model/diff'
import { readInput } from '../input.ts'
import { UsageError, type ExitCode, type Io } from '../io.ts'
import { choice, withOverrides, type Options } from '../options.ts'
import { paint, wrap } from '../paint.ts'
import { reportProblems, reportRefusal } from '../report.ts'

/** `diff A B`: what differs in meaning, which brokers' files change and in which order. Answers "no" where they differ. */
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
  const readings = {
    ...(before.value.reading ? { before: before.value.reading } : {}),
    ...(after.value.reading ? { after: after.value.reading } : {}),
  }
  const difference = compareDesigns(
    withOverrides(before.value.document, options).design,
    withOverrides(after.value.document, options).design,
    { readings },
  )
  const problems = [...before.problems, ...after.problems]
  const same = isEmptyDifference(difference)
  if (format === 'json') {
    io.out(JSON.stringify({ same, ...difference, problems }, withoutIds, 2))
  } else {
    // What both sides have is no news of the change; it is told of the later one.
    const known = new Set(after.problems.map(({ message }) => message))
    reportProblems([...before.problems.filter(({ message }) => !known.has(message)), ...after.problems], io)
    const { changed, sameInMeaning } = difference.files
    const isAlike = same && changed.length + sameInMeaning.length === 0
    for (const line of isAlike ? [] : asText(difference, io)) io.out(line)
    io.out(same ? 'The same in meaning.' : tellTally(difference))
  }
  return same ? 0 : 1
}

/** Ids mean nothing outside of one design. */
function withoutIds(key: string, value: unknown): unknown {
  const isPlace = key === 'at' && typeof value === 'object'
  return isPlace ? undefined : value
}

const SIGN = { added: '+', removed: '-', changed: '~' } as const

function asText(difference: Difference, io: Io): readonly string[] {
  const { brokers, connectors, files, rollout, rollback, defaults, notAsked } = difference
  const list = (title: string, names: readonly string[]) =>
    names.length > 0 ? [wrap(`${title}: ${names.join(', ')}.`, 2, io.width)] : []
  return [
    ...brokers.flatMap(({ kind, name, fields }) => [
      `${SIGN[kind]} broker ${name}`,
      ...fields.map((field) => `    ${tellField(field)}`),
    ]),
    ...connectors.flatMap((connector) => [
      `${SIGN[connector.kind]} connector ${tellConnector(connector)}`,
      ...connector.fields.map((field) => `    ${tellField(field)}`),
    ]),
    ...groupReach(difference).flatMap(({ destinations, pairs }) => [
      `Who reaches whom, ${destinations}:`,
      ...pairs.map((pair) => `  ${arrowOf(pair)}: ${tellReach(pair)}`),
    ]),
    ...list('Not forecast, too many in so large a network', notAsked),
    ...tellFiles(files).map((text) => wrap(text, 2, io.width)),
    ...(files.edited.length > 0 ? ['Also edited in the files:'] : []),
    ...files.edited.flatMap(({ paths, edits }) => [
      `  ${paths.after}`,
      ...edits.map((edit) => `    ${wrap(tellEdit(edit), 6, io.width)}`),
    ]),
    ...steps('Roll out', rollout, defaults, io),
    ...steps('Roll back', rollback, defaults, io),
  ]
}

function steps(title: string, rollout: Rollout, defaults: readonly string[], io: Io): readonly string[] {
  if (rollout.steps.length === 0) return []
  return [
    `${title}:`,
    ...rollout.steps.flatMap((step, index) => [
      `  ${index + 1}. ${wrap(tellStep(step), 5, io.width)}`,
      ...[tellWhileDown(step), ...tellUntilNext(step.untilNext, defaults)].flatMap((text) =>
        text === undefined ? [] : [`     ${paint(io, 'warning', wrap(text, 5, io.width))}`],
      ),
    ]),
    `  ${wrap(tellSafety(rollout), 2, io.width)}`,
  ]
}
