import { each, int, type Column } from './columns.ts'
import { Damaged } from './stream.ts'

/**
 * Names, most of which differ from one before only in a number: `edge-fra-01`, `edge-fra-02`, `hub-fra`. A name is a
 * stem and, in the place of its last digits, a number. Each row says which stem (0 a new one, else how many stems were
 * used since), then how far its number is from the one after the stem's last.
 *
 * In the text of a stem a character U+0001 to U+0009 stands for the number and says how many digits it has at least.
 * A name that holds one of these itself is written as it is, after a U+000F.
 */
export const names: Column<string> = (stream, values, rows) => {
  const recent: Stem[] = []
  const used: Stem[] = []
  const numbers: number[] = []
  const take = (stem: Stem) => {
    remember(recent, stem)
    used.push(stem)
  }
  const ranks = int(
    stream,
    each(values, (value) => {
      const { stem, number, rank } = findStem(recent, value)
      if (rank === 0) stream.text(stem.text)
      take(stem)
      if (number !== undefined) numbers.push(number)
      return rank
    }),
    rows,
  )
  if (!values) {
    for (const rank of ranks) {
      if (rank === undefined) continue
      const stem = rank === 0 ? stemOf(stream.text(undefined)) : recent[recent.length - rank]
      if (!stem) throw new Damaged('A name is unknown.')
      take(stem)
    }
  }
  const numbered = used.filter((stem) => stem.width > 0)
  const next = new Map<Stem, number>()
  const offsets = int(
    stream,
    values &&
      numbered.map((stem, index) => {
        const number = numbers[index] ?? 0
        const offset = number - (next.get(stem) ?? 1)
        next.set(stem, number + 1)
        return offset
      }),
    numbered.length,
  )
  if (values) return values
  let row = 0
  let at = 0
  return ranks.map((rank) => {
    const stem = rank === undefined ? undefined : used[row++]
    if (!stem) return undefined
    if (stem.width === 0) {
      stream.spend(stem.text.length)
      return literal(stem.text)
    }
    const number = (next.get(stem) ?? 1) + (offsets[at++] ?? 0)
    next.set(stem, number + 1)
    stream.spend(stem.text.length + stem.width)
    return stem.before + String(number).padStart(stem.width, '0') + stem.after
  })
}

interface Stem {
  readonly text: string
  readonly before: string
  readonly after: string
  /** 0: there is no number. */
  readonly width: number
}

// oxlint-disable-next-line no-control-regex -- control characters are what stems are made of
const RESERVED = /[\u0001-\u000f]/
// oxlint-disable-next-line no-control-regex -- as above
const NUMBER = /[\u0001-\u0009]/

function stemOf(text: string): Stem {
  const at = text.startsWith('\u000f') ? -1 : text.search(NUMBER)
  if (at < 0) return { text, before: text, after: '', width: 0 }
  return { text, before: text.slice(0, at), after: text.slice(at + 1), width: text.charCodeAt(at) }
}

function literal(text: string): string {
  return text.startsWith('\u000f') ? text.slice(1) : text
}

/** So many stems are remembered; one that was not used for longer is written again. */
const REMEMBERED = 256

/** The stem goes to the end: the last used is the first to be looked at. */
function remember(recent: Stem[], stem: Stem): void {
  const at = recent.lastIndexOf(stem)
  if (at >= 0) recent.splice(at, 1)
  else if (recent.length >= REMEMBERED) recent.shift()
  recent.push(stem)
}

function findStem(recent: readonly Stem[], name: string): { stem: Stem; number?: number; rank: number } {
  const match = RESERVED.test(name) ? null : /^(.*\D|)(\d{1,9})(\D*)$/s.exec(name)
  if (!match) {
    const text = RESERVED.test(name) ? `\u000f${name}` : name
    const at = recent.findLastIndex((stem) => stem.text === text)
    return at < 0 ? { stem: stemOf(text), rank: 0 } : { stem: recent[at] as Stem, rank: recent.length - at }
  }
  const [, before = '', digits = '', after = ''] = match
  const number = Number(digits)
  const at = recent.findLastIndex(
    (stem) =>
      stem.width > 0 &&
      stem.before === before &&
      stem.after === after &&
      String(number).padStart(stem.width, '0') === digits,
  )
  if (at >= 0) return { stem: recent[at] as Stem, number, rank: recent.length - at }
  const width = digits.startsWith('0') ? digits.length : 1
  return { stem: stemOf(before + String.fromCharCode(width) + after), number, rank: 0 }
}
