import { applyEdit, networkOf, type Document } from '@meshwright/model'
import { runChecks, type Finding } from '@meshwright/model/checks'

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
  for (let round = 0; round < MOST_FIXES; round++) {
    const asked = turn === undefined ? only : [turn]
    left = runChecks(networkOf(document.design), asked.length > 0 ? { only: asked } : {}).filter(
      ({ ignored }) => ignored === undefined,
    )
    const next = left.find((finding) => finding.fix && !tried.has(keyOf(finding)))
    if (!next?.fix && turn === undefined) break
    turn = next?.check
    if (!next?.fix) continue
    tried.add(keyOf(next))
    const fixed = next.fix.edits.reduce(applyEdit, document)
    if (fixed === document) continue
    if (takes(fixed)) {
      applied.push(next)
      document = fixed
    } else refused.push(next)
  }
  return { document, applied, left, refused }
}

function keyOf(finding: Finding): string {
  return JSON.stringify([finding.check, finding.at, finding.fix?.label])
}
