import { applyEdit, networkOf, writeDocumentText, type Document } from '@meshwright/model'
import { checkById, runChecks, type Finding } from '@meshwright/model/checks'
import { readInput } from '../input.ts'
import { UsageError, type ExitCode, type Io } from '../io.ts'
import { withOverrides, type Options } from '../options.ts'
import { reportProblems, reportRefusal } from '../report.ts'

/** A fix can bring other findings forward; a design that still has fixes after so many has gone round in a circle. */
const MOST_FIXES = 1000

/** `fix INPUT… --out DESIGN.json`: applies the quick fixes, one after another, and says what each changed. */
export async function fix(words: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  if (options.out === undefined) throw new UsageError('Name a file for the mended design: --out DESIGN.json.')
  if (options.check !== undefined && !checkById(options.check)) {
    throw new UsageError(`There is no check "${options.check}".`)
  }
  const input = await readInput(words, io)
  if (!input.ok) return reportRefusal(input.problems, undefined, io)
  reportProblems(input.problems, io)
  const { document, applied, left } = applyFixes(withOverrides(input.value.document, options), options.check)
  for (const finding of applied) io.out(`${finding.fix?.label}  (${finding.check}: ${finding.message})`)
  await io.writeFile(options.out, writeDocumentText(document))
  io.out(`${applied.length} fixed, ${left} left. Written to ${options.out}.`)
  return 0
}

/**
 * Applies the first quick fix that there is until there is none. Findings that somebody decided to live with stay.
 * A fix that changes nothing, or comes back after it was applied, is passed over.
 */
function applyFixes(first: Document, only: string | undefined) {
  let document = first
  const applied: Finding[] = []
  const tried = new Set<string>()
  for (let round = 0; round < MOST_FIXES; round++) {
    const findings = runChecks(networkOf(document.design)).filter(
      (finding) => finding.ignored === undefined && (only === undefined || finding.check === only),
    )
    const next = findings.find((finding) => finding.fix && !tried.has(keyOf(finding)))
    if (!next?.fix) return { document, applied, left: findings.length }
    tried.add(keyOf(next))
    const fixed = next.fix.edits.reduce(applyEdit, document)
    if (fixed !== document) applied.push(next)
    document = fixed
  }
  return { document, applied, left: 0 }
}

function keyOf(finding: Finding): string {
  return JSON.stringify([finding.check, finding.at, finding.fix?.label])
}
