import { fromBase64 } from '../text/base64.ts'
import { decode } from '../text/encoding.ts'

/** Lines of a file as a person compares them. */
export interface OpenedLines {
  readonly lines: readonly string[]
  /** By line: its number in the file, the first is 1; `undefined` for lines that stand inside of base64. */
  readonly numbers: readonly (number | undefined)[]
}

/** Base64 from a word on, with the lines below that hold nothing else; in JSON they end in `\n`. */
const BLOCK =
  /(?<![\w+/.-])[A-Za-z0-9+/]{16,}={0,2}(?:(?:\\n|[ \t]*(?:\r\n|\r|\n)[ \t]*)[A-Za-z0-9+/]+={0,2}(?=\\n|[ \t]*(?:[\r\n"']|$)))*/g

/**
 * The lines of a text with the configurations that stand in it as base64 opened: what changed in one is seen line by line,
 * and passwords in it can be found and masked.
 */
export function openBase64(text: string): OpenedLines {
  const lines: string[] = []
  const numbers: (number | undefined)[] = []
  let [number, from, isInside] = [1, 0, false]
  const put = (part: string, opened?: string) => {
    const own = part.split(/\r\n|\r|\n/)
    own.forEach((line, index) => {
      // What follows a block on its last line stays with it.
      if (index === 0 && isInside && line.trim() === '') return
      lines.push(line)
      numbers.push(index === 0 && isInside ? undefined : number + index)
    })
    number += own.length - 1
    if (opened === undefined) return
    lines[lines.length - 1] += '(base64)'
    for (const line of opened.split(/\r\n|\r|\n/)) {
      lines.push(line)
      numbers.push(undefined)
    }
  }
  for (const { 0: block, index } of text.matchAll(BLOCK)) {
    const opened = configurationIn(block)
    if (opened === undefined) continue
    put(text.slice(from, index), opened)
    number += block.split(/\r\n|\r|\n/).length - 1
    from = index + block.length
    isInside = true
  }
  put(text.slice(from))
  return { lines, numbers }
}

function configurationIn(block: string): string | undefined {
  const bytes = fromBase64(block.replaceAll(String.raw`\n`, ''))
  const text = bytes && decode(bytes).text
  return text !== undefined && /^\s*</.test(text) ? text : undefined
}
