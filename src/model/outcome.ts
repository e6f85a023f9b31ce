/**
 * Something a reader (file, link, XML) could not take, in one clear sentence with what to do about it.
 * A problem is about input; what is wrong with a network is a finding (see checks/check.ts).
 */
export interface Problem {
  readonly code: string
  readonly message: string
  readonly file?: string
  /** First line is 1. */
  readonly line?: number
}

/** What a reader understood, and what it could not take. A reader never just fails and never throws for wrong input. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] }

/** What was understood, with the problems met on the way. No problems: all of it was. */
export function understood<T>(value: T, problems: readonly Problem[] = []): Outcome<T> {
  return { ok: true, value, problems }
}

/** Nothing could be understood; at least one problem says why. */
export function refused(problem: Problem, ...more: readonly Problem[]): Outcome<never> {
  return { ok: false, problems: [problem, ...more] }
}

/** Ends a `switch` over a union: the compiler proves that it is never reached. */
export function unreachable(value: never): never {
  throw new Error(`This case cannot occur: ${JSON.stringify(value)}. It is a fault of Meshwright itself.`)
}
