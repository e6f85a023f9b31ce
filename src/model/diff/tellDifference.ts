import type { ChangedConnector, DifferenceAlone } from './compareDesigns.ts'
import type { ChangedReach } from './reachChanges.ts'
import type { Rollout, Rollouts } from './rollout.ts'
import { arrowOf, bothWays, tellDestinations, type BothWays } from './tellPairs.ts'
import { tellEdit } from './sourceEdits.ts'
import { tellSafety, tellStep, tellUntilNext, tellWhileDown } from './tellRollout.ts'
import type { ChangedField } from './values.ts'

/** Pairs that change alike, for the same destinations. */
export interface ReachGroup {
  /** `any queue or topic` */
  readonly destinations: string
  readonly pairs: readonly (ChangedReach & BothWays)[]
}

/** Who reaches whom otherwise than before, by destinations; pairs that change the same way back are told once. */
export function groupReach({
  reach,
  defaults,
}: Pick<DifferenceAlone, 'reach' | 'defaults'>): readonly ReachGroup[] {
  const groups = new Map<string, ChangedReach[]>()
  for (const change of reach.filter(isWorthTelling)) {
    const what = tellDestinations(change.destinations, defaults)
    const known = groups.get(what)
    if (known) known.push(change)
    else groups.set(what, [change])
  }
  return [...groups].map(([destinations, pairs]) => ({
    destinations,
    pairs: bothWays(pairs, ({ before, after }) => `${before} ${after}`),
  }))
}

/** That a broker which was not there is not reached, either, is no news. */
function isWorthTelling({ before = 'never', after = 'never' }: ChangedReach): boolean {
  return before !== after
}

/** `never → always`; a broker that was not there has no side of its own. */
export function tellReach({ before, after }: Pick<ChangedReach, 'before' | 'after'>): string {
  return `${before ?? 'not there'} → ${after ?? 'not there'}`
}

/** `engine: 5.18 → 5.19` */
export function tellField({ field, before, after }: ChangedField): string {
  return `${field}: ${before ?? 'not set'} → ${after ?? 'not set'}`
}

/** `a/a-to-b to b` */
export function tellConnector({ broker, name, to }: ChangedConnector): string {
  return `${broker}/${name} to ${to.join(', ')}`
}

/** How much differs, in a sentence. */
export function tellTally({ brokers, connectors, reach, files }: DifferenceAlone): string {
  const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`
  const pairs = new Set(reach.filter(isWorthTelling).map(({ from, to }) => JSON.stringify([from, to]))).size
  const elements = [
    ...(brokers.length > 0 ? [count(brokers.length, 'broker', 'brokers')] : []),
    ...(connectors.length > 0 ? [count(connectors.length, 'connector', 'connectors')] : []),
  ]
  const differ =
    elements.length === 0
      ? 'Brokers and connectors mean the same'
      : `${elements.join(' and ')} ${brokers.length + connectors.length === 1 ? 'differs' : 'differ'}`
  const written = files.changed.length + files.removed.length + files.sameInMeaning.length
  const change = written === 0 ? 'no file changes' : count(written, 'file changes', 'files change')
  const reached =
    pairs === 0
      ? 'whoever reached another still does'
      : `${count(pairs, 'pair reaches', 'pairs reach')} each other differently`
  return `${differ}, ${change}, and ${reached}.`
}

/** Whose files change and whose do not, a sentence for each kind that there is. */
export function tellFiles({
  changed,
  removed,
  same,
  sameInMeaning,
  edited,
}: DifferenceAlone['files']): readonly string[] {
  const told = new Set(edited.map(({ broker }) => broker))
  const apart = new Set(sameInMeaning)
  const kinds: readonly (readonly [string, readonly string[]])[] = [
    ['Files that change', changed],
    ['Files that go', removed],
    [
      'Files edited in what the network does not ask, for any time',
      sameInMeaning.filter((name) => told.has(name)),
    ],
    ['Files written otherwise that mean the same', sameInMeaning.filter((name) => !told.has(name))],
    ['Files that stay', same.filter((name) => !apart.has(name))],
  ]
  return kinds.flatMap(([title, names]) => (names.length > 0 ? [`${title}: ${names.join(', ')}.`] : []))
}

const SIGN = { added: '+', removed: '−', changed: '~' } as const

/** The whole comparison as Markdown, for a ticket or a review. It holds no password. */
export function differenceMarkdown(
  difference: DifferenceAlone & Partial<Rollouts>,
  { before, after }: { readonly before: string; readonly after: string },
): string {
  const { brokers, connectors, files, defaults } = difference
  const list = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? [`## ${title}`, '', ...lines, ''] : []
  const steps = ({ steps: all, ...rollout }: Rollout) =>
    all.length === 0
      ? []
      : [
          ...all.flatMap((step, index) => [
            `${index + 1}. ${escaped(tellStep(step))}`,
            ...[tellWhileDown(step), ...tellUntilNext(step.untilNext, defaults)].flatMap((text) =>
              text === undefined ? [] : [`   - ${escaped(text)}`],
            ),
          ]),
          '',
          tellSafety({ steps: all, ...rollout }),
        ]
  const fieldLines = (fields: readonly ChangedField[]) =>
    fields.map((field) => `  - ${escaped(tellField(field))}`)
  return [
    `# ${escaped(before)} → ${escaped(after)}`,
    '',
    tellTally(difference),
    '',
    ...list(
      'Brokers',
      brokers.flatMap(({ kind, name, fields }) => [
        `- ${SIGN[kind]} ${escaped(name)} (${kind})`,
        ...fieldLines(fields),
      ]),
    ),
    ...list(
      'Connectors',
      connectors.flatMap((connector) => [
        `- ${SIGN[connector.kind]} ${escaped(tellConnector(connector))} (${connector.kind})`,
        ...fieldLines(connector.fields),
      ]),
    ),
    ...list(
      'Who reaches whom',
      groupReach(difference).flatMap(({ destinations, pairs }) => [
        `- ${escaped(destinations)}`,
        ...pairs.map((pair) => `  - ${escaped(arrowOf(pair))}: ${tellReach(pair)}`),
      ]),
    ),
    ...list(
      'Files',
      tellFiles(files).map((text) => `- ${escaped(text)}`),
    ),
    ...list(
      'Also edited in the files',
      files.edited.flatMap(({ paths, edits }) => [
        `- ${escaped(paths.after)}`,
        ...edits.map((edit) => `  - ${escaped(tellEdit(edit))}`),
      ]),
    ),
    ...list('Roll out', difference.rollout ? steps(difference.rollout) : []),
    ...list('Roll back', difference.rollback ? steps(difference.rollback) : []),
  ].join('\n')
}

function escaped(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_[\]<>|#]/g, String.raw`\$&`)
}
