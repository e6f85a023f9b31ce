import type { Problem } from '@meshwright/model'
import type { ExitCode, Io } from './io.ts'

/** Problems go to the error stream, one line each, as `file:line: sentence`. */
export function reportProblems(problems: readonly Problem[], io: Io): void {
  for (const { file, line, message } of problems) {
    io.err(
      [file, line, ` ${message}`]
        .filter((part) => part !== undefined)
        .join(':')
        .trim(),
    )
  }
}

/** Nothing could be read: says why. With `--format json` the object still comes, with what there is of it. */
export function reportRefusal(problems: readonly Problem[], empty: object | undefined, io: Io): ExitCode {
  if (empty) io.out(JSON.stringify({ ...empty, problems }, undefined, 2))
  reportProblems(problems, io)
  return 2
}
