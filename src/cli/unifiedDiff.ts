import type { ReturnedFile, ShownLine } from '@meshwright/model/read'
import type { Io } from './io.ts'
import { paint } from './paint.ts'

const SIGN = { same: ' ', added: '+', removed: '-' } as const
const COLOUR = { same: undefined, added: 'good', removed: 'error' } as const

/** What changes in a file as a unified diff, as `diff -u` and version control show it. Passwords are masked. */
export function unifiedDiff(
  { path, state, lines }: ReturnedFile,
  io: Pick<Io, 'colours'>,
): readonly string[] {
  const out = [`--- ${state === 'new' ? '/dev/null' : `a/${path}`}`, `+++ b/${path}`]
  /** How much further down lines are in the file after. */
  let shift = 0
  for (const hunk of hunksOf(lines)) {
    const [first] = hunk
    const count = (...kinds: readonly ShownLine['kind'][]) =>
      hunk.filter(({ kind }) => kinds.includes(kind)).length
    const [old, now] = [count('same', 'removed'), count('same', 'added')]
    const before =
      first?.kind === 'added' ? (first.number ?? 1) - shift - (old === 0 ? 1 : 0) : (first?.number ?? 1)
    const after = before + shift + (old === 0 ? 1 : 0)
    out.push(paint(io, 'note', `@@ -${before},${old} +${after},${now} @@`))
    for (const { kind, text } of hunk) {
      if (kind === 'gap') continue
      const colour = COLOUR[kind]
      out.push(colour ? paint(io, colour, SIGN[kind] + text) : SIGN[kind] + text)
    }
    shift += now - old
  }
  return out
}

function hunksOf(lines: readonly ShownLine[]): readonly (readonly ShownLine[])[] {
  const hunks: ShownLine[][] = [[]]
  for (const line of lines) {
    if (line.kind === 'gap') hunks.push([])
    else hunks.at(-1)?.push(line)
  }
  return hunks.filter((hunk) => hunk.length > 0)
}
