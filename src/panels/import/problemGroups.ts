import type { Problem } from '@meshwright/model'

/** What is said of one file, or of none in particular. */
export interface ProblemGroup {
  readonly file?: string
  readonly problems: readonly Problem[]
}

/** What a reader says of somebody's files, parted by what a person does about it. */
export interface ProblemParts {
  /** A password stands in a file in plain text. */
  readonly secrets: readonly ProblemGroup[]
  /** Decided without being told; worth a look. */
  readonly guesses: readonly ProblemGroup[]
  readonly others: readonly ProblemGroup[]
}

const GUESSES: ReadonlySet<string> = new Set(['pasted', 'asked'])

/** Leaves out that an address leads to a broker nobody described where the same place is asked about. */
export function withoutAsked(
  problems: readonly Problem[],
  questions: readonly { readonly places: readonly string[] }[],
): readonly Problem[] {
  const asked = new Set(questions.flatMap(({ places }) => places))
  return problems.filter(
    ({ code, file, line }) => code !== 'no-such-broker' || !asked.has(`${file}, line ${line}`),
  )
}

/** Parts problems by kind, groups them by file in the order of the files, and sorts each group by line. */
export function partProblems(problems: readonly Problem[]): ProblemParts {
  const of = (wants: (code: string) => boolean) => byFile(problems.filter(({ code }) => wants(code)))
  return {
    secrets: of((code) => code === 'password-in-file'),
    guesses: of((code) => GUESSES.has(code)),
    others: of((code) => code !== 'password-in-file' && !GUESSES.has(code)),
  }
}

export function byFile(problems: readonly Problem[]): readonly ProblemGroup[] {
  const groups = new Map<string | undefined, Problem[]>()
  for (const problem of problems) groups.set(problem.file, [...(groups.get(problem.file) ?? []), problem])
  return [...groups]
    .map(([file, list]) => ({
      ...(file === undefined ? {} : { file }),
      problems: list.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    }))
    .toSorted((a, b) => Number(a.file !== undefined) - Number(b.file !== undefined))
}

/** `broker4.xml, lines 6 and 14` */
export function placesOf({ file, problems }: ProblemGroup): string {
  const lines = [...new Set(problems.flatMap(({ line }) => line ?? []))]
  if (lines.length === 0) return file ?? ''
  const shown = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), '…'] : lines
  const list = shown.length < 2 ? `${shown[0]}` : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
  return `${file ?? ''}, ${lines.length === 1 ? 'line' : 'lines'} ${list}`
}

const MOST_LINES = 6
