import type { BrokerId } from '@meshwright/model'
import {
  arrowOf,
  compareDesigns,
  groupReach,
  isEmptyDifference,
  matchBrokers,
  tellConnector,
  tellField,
  tellReach,
  tellSafety,
  tellStep,
  tellTally,
  tellUntilNext,
  tellWhileDown,
  type Difference,
  type Rollout,
} from '@meshwright/model/diff'
import { readInput, type Input } from '../input.ts'
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
  const difference = withOwnFiles(
    compareDesigns(
      withOverrides(before.value.document, options).design,
      withOverrides(after.value.document, options).design,
    ),
    before.value,
    after.value,
  )
  const problems = [...before.problems, ...after.problems]
  const same = isEmptyDifference(difference)
  if (format === 'json') {
    io.out(JSON.stringify({ same, ...difference, problems }, withoutIds, 2))
  } else {
    reportProblems(problems, io)
    for (const line of same && difference.files.sameInMeaning.length === 0 ? [] : asText(difference, io))
      io.out(line)
    io.out(same ? 'The same in meaning.' : tellTally(difference))
  }
  return same ? 0 : 1
}

/** What a comparison of files knows beyond the designs that they hold. */
interface Compared extends Difference {
  readonly files: Difference['files'] & {
    /** Brokers whose files are others, but not in anything that a network asks. */
    readonly sameInMeaning: readonly string[]
  }
}

/** Where both sides are files, those that mean the same are the same only if their bytes are. */
function withOwnFiles(difference: Difference, before: Input, after: Input): Compared {
  const { files } = difference
  const edited = new Set<string>()
  const matched = matchBrokers(before.document.design, after.document.design)
  for (const { id, name } of after.document.design.brokers) {
    const [was] = [...matched].find(([, is]) => is === id) ?? []
    const [old, now] = [hashesOf(before, was), hashesOf(after, id)]
    if (old !== undefined && now !== undefined && old !== now && files.same.includes(name)) edited.add(name)
  }
  return {
    ...difference,
    files: {
      ...files,
      same: files.same.filter((name) => !edited.has(name)),
      sameInMeaning: [...edited],
    },
  }
}

/** Checksums of the files that describe a broker; `undefined` where it was not read from files. */
function hashesOf({ reading }: Input, id: BrokerId | undefined): string | undefined {
  const origins = id === undefined ? undefined : reading?.origins.brokers.get(id)
  return origins
    ?.map(({ file }) => reading?.sources[file]?.hash ?? '')
    .toSorted()
    .join()
}

/** Ids mean nothing outside of one design. */
function withoutIds(key: string, value: unknown): unknown {
  const isPlace = key === 'at' && typeof value === 'object'
  return isPlace ? undefined : value
}

const SIGN = { added: '+', removed: '-', changed: '~' } as const

function asText(difference: Compared, io: Io): readonly string[] {
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
    ...list('Files that change', files.changed),
    ...list('Files that go', files.removed),
    ...list('Files that differ, but not in what the network does', files.sameInMeaning),
    ...list('Files that stay', files.same),
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
