import type { ChangedConnector, Difference } from './compareDesigns.ts'
import type { ChangedReach } from './reachChanges.ts'
import type { Rollout } from './rollout.ts'
import { arrowOf, bothWays, tellDestinations, type BothWays } from './tellPairs.ts'
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
}: Pick<Difference, 'reach' | 'defaults'>): readonly ReachGroup[] {
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
export function tellTally({ brokers, connectors, reach, files }: Difference): string {
  const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`
  const pairs = new Set(reach.filter(isWorthTelling).map(({ from, to }) => JSON.stringify([from, to]))).size
  const written = files.changed.length + files.removed.length
  return `${count(brokers.length, 'broker', 'brokers')} and ${count(connectors.length, 'connector', 'connectors')} differ, ${count(written, 'file changes', 'files change')}, and ${count(pairs, 'pair reaches', 'pairs reach')} each other differently.`
}

const SIGN = { added: '+', removed: '−', changed: '~' } as const

/** The whole comparison as Markdown, for a ticket or a review. It holds no password. */
export function differenceMarkdown(
  difference: Difference,
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
    ...list('Files', [
      ...(files.changed.length > 0 ? [`- Change: ${escaped(files.changed.join(', '))}`] : []),
      ...(files.removed.length > 0 ? [`- Go: ${escaped(files.removed.join(', '))}`] : []),
      ...(files.same.length > 0 ? [`- Stay the same: ${escaped(files.same.join(', '))}`] : []),
    ]),
    ...list('Roll out', steps(difference.rollout)),
    ...list('Roll back', steps(difference.rollback)),
  ].join('\n')
}

function escaped(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_[\]<>|#]/g, String.raw`\$&`)
}
