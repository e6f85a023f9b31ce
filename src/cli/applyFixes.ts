import { applyEdit, networkOf, type Document } from '@meshwright/model'
import { checkById, placeIds, runChecks, type Finding } from '@meshwright/model/checks'

/** A fix can bring other findings forward; a design that still has fixes after so many has gone round in a circle. */
const MOST_FIXES = 5000

export interface Mended {
  readonly document: Document
  readonly applied: readonly Finding[]
  /** What is still found, ignored findings aside. */
  readonly left: readonly Finding[]
  /** Fixes that were passed over, since `takes` would not have them. */
  readonly refused: readonly Finding[]
}

/**
 * Applies the first quick fix that there is until there is none. Findings that somebody decided to live with stay.
 * A fix that changes nothing, or comes back after it was applied, is passed over.
 *
 * @param only - Ids of the checks whose fixes count; none: all.
 * @param takes - Whether what a fix makes of the document can be kept. Default: always.
 */
export function applyFixes(
  first: Document,
  only: readonly string[],
  takes: (fixed: Document) => boolean = () => true,
): Mended {
  let document = first
  let left: readonly Finding[] = []
  const applied: Finding[] = []
  const refused: Finding[] = []
  const tried = new Set<string>()
  /** The check whose fixes are being applied: until it has none, no other need run. */
  let turn: string | undefined
  /** So many of its fixes are applied at once: twice as many each time, as long as none brings forth or changes another. */
  let many = 1
  let awaited: ReadonlySet<string> | undefined
  for (let round = 0; round < MOST_FIXES; round++) {
    const asked = turn === undefined ? only : [turn]
    left = runChecks(networkOf(document.design), asked.length > 0 ? { only: asked } : {}).filter(
      ({ ignored }) => ignored === undefined,
    )
    const fixable = left.filter((finding) => finding.fix && !tried.has(keyOf(finding)))
    const [next] = fixable
    if (!next && turn === undefined) break
    const open = fixable.filter(({ check }) => check === next?.check)
    if (awaited) many = isSame(awaited, open) && !checkById(turn ?? '')?.needsForecast ? many * 2 : 1
    awaited = undefined
    turn = next?.check
    if (!next) continue
    const chosen = apartFrom(open, many)
    const fixed = fix(document, chosen)
    const isTaken = fixed !== document && takes(fixed)
    if (!isTaken && chosen.length > 1) {
      // Which of them it is will be seen one by one.
      many = 1
      continue
    }
    for (const finding of chosen) tried.add(keyOf(finding))
    awaited = new Set(open.slice(chosen.length).map(wholeOf))
    if (fixed === document) continue
    if (isTaken) {
      applied.push(...chosen)
      document = fixed
    } else refused.push(next)
  }
  return { document, applied, left, refused }
}

function fix(document: Document, findings: readonly Finding[]): Document {
  return findings.flatMap(({ fix: wanted }) => wanted?.edits ?? []).reduce(applyEdit, document)
}

/** The first findings that have no element in common, so that no fix is about what another one changes. */
function apartFrom(open: readonly Finding[], most: number): readonly Finding[] {
  const touched = new Set<string>()
  const chosen: Finding[] = []
  for (const finding of open) {
    const ids = placeIds(finding.at)
    const isFirst = chosen.length === 0
    if (!isFirst && ids.some((id) => touched.has(id))) break
    for (const id of ids) touched.add(id)
    chosen.push(finding)
    if (chosen.length >= most) break
  }
  return chosen
}

function isSame(awaited: ReadonlySet<string>, open: readonly Finding[]): boolean {
  return open.length === awaited.size && open.every((finding) => awaited.has(wholeOf(finding)))
}

function keyOf(finding: Finding): string {
  return JSON.stringify([finding.check, finding.at, finding.fix?.label])
}

function wholeOf(finding: Finding): string {
  return `${keyOf(finding)} ${JSON.stringify(finding.fix?.edits)}`
}
