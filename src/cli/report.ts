import type { Problem } from '@meshwright/model'
import type { Reading, Stripped } from '@meshwright/model/read'
import type { ExitCode, Io } from './io.ts'

/** Problems go to the error stream, one line each, as `file:line: sentence`. */
export function reportProblems(problems: readonly Problem[], io: Io): void {
  for (const { file, line, message } of problems) {
    // A sentence that names its file needs it no second time.
    const place = line === undefined && file !== undefined && message.includes(file) ? [] : [file, line]
    io.err(
      [...place, ` ${message}`]
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

/** What the place where the brokers run will not take of their files; before anything is written, and as problems are. */
export function reportStripped(stripped: readonly Stripped[], io: Io): void {
  if (stripped.length === 0) return
  const refused = stripped.filter(({ verdict }) => verdict === 'rejected').length
  const removed = stripped.length - refused
  const parts = [
    ...(removed > 0
      ? [`${removed} ${removed === 1 ? 'thing' : 'things'} in these files will be removed`]
      : []),
    ...(refused > 0 ? [`${refused} will keep a file from being accepted`] : []),
  ]
  io.err(`Where the brokers run, ${parts.join(' and ')}:`)
  reportProblems(stripped, io)
}

/** What is not in the files for Amazon MQ, and why; by the lines on which it stood in those that came in. */
export function reportLeftOut(leftOut: readonly Stripped[], io: Io): void {
  if (leftOut.length === 0) return
  io.err(`Left out for Amazon MQ, ${leftOut.length} ${leftOut.length === 1 ? 'thing' : 'things'}:`)
  reportProblems(leftOut, io)
}

/** Whose addresses were guessed is no problem, but an answer that rests on it says so: one line, on the error stream. */
export function reportGuesses(reading: Reading | undefined, io: Io): void {
  const count = reading?.guesses.length ?? 0
  if (count === 0) return
  io.err(
    count === 1
      ? '1 address was answered by best guess; meshwright import lists it.'
      : `${count.toLocaleString('en')} addresses were answered by best guess; meshwright import lists them.`,
  )
}

/** The same for programs. */
export function guessesOf(
  reading: Reading | undefined,
): readonly { readonly message: string; readonly why: string }[] {
  return (reading?.guesses ?? []).map(({ message, why }) => ({ message, why }))
}
