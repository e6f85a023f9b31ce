import type { Surroundings } from '../source/surroundings.ts'
import { lineCounter } from '../text/xmlTree.ts'
import type { Embedded } from './template.ts'

/** Tells XML inside of a text in double quotes, as a shell script echoes it: each quote of it has a backslash. */
export function hasEscapedQuotes(xml: string): boolean {
  return /=\s*\\["']/.test(xml)
}

/**
 * Such XML as it is meant, which remembers where each character of it stands; what changes gets its backslashes again.
 *
 * @param offset - Where the piece begins in the text of its file.
 */
export function withoutEscapes(xml: string, offset: number, text: string, around: Surroundings): Embedded {
  const places: number[] = []
  let plain = ''
  for (let at = 0; at < xml.length; at++) {
    places.push(offset + at)
    if (xml[at] === '\\' && /["'`$\\]/.test(xml[at + 1] ?? '')) at++
    plain += xml[at]
  }
  places.push(offset + xml.length)
  const lineOf = lineCounter(text)
  const placeAt = (position: number) => places[position]
  return {
    xml: plain,
    around,
    lineAt: (position) => lineOf(placeAt(position) ?? offset),
    placeAt,
    write: (edits) =>
      edits.flatMap(({ start, end, text: written }) => {
        const [from, to] = [placeAt(start), placeAt(end)]
        if (from === undefined || to === undefined) return []
        return [{ start: from, end: to, text: written.replace(/["\\`]/g, String.raw`\$&`) }]
      }),
    coded: false,
  }
}
