import type { Io } from './io.ts'

const CODES = { error: '31;1', warning: '33', note: '36', quiet: '2', good: '32' } as const

/** A word in the colour of what it says, where colours are wanted; never the only sign of anything. */
export function paint(io: Pick<Io, 'colours'>, what: keyof typeof CODES, text: string): string {
  return io.colours ? `\u001B[${CODES[what]}m${text}\u001B[0m` : text
}

/** Narrower screens break lines as they like. */
const NARROWEST = 40

/** A sentence in lines that fit the screen, those behind the first indented; one line where there is no screen. */
export function wrap(text: string, indent: number, width: number | undefined): string {
  if (width === undefined || width < NARROWEST + indent) return text
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`)
}
