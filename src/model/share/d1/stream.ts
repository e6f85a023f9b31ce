import { fromUtf8, pushUtf8 } from '../utf8.ts'

/** What a forged or damaged form can make a reader spend before it gives up. */
export const MOST_ROWS = 200_000
const MOST_CHARACTERS = 16_000_000

/** Thrown while a form is read that cannot be one; `decodeLink` turns it into a sentence. */
export class Damaged extends Error {}

/** Thrown where a form would become more than any design is. */
export class TooLarge extends Damaged {}

/** Thrown where a form holds something that this code does not know: a later one wrote it. */
export class Newer extends Damaged {}

/**
 * Numbers and texts on their way into a form or out of it. One piece of code describes both directions: what it passes
 * to a stream is written, or, while reading, passed over; what it gets back is what the form holds. So writing and
 * reading cannot drift apart.
 */
export interface Stream {
  readonly isWriting: boolean
  /** A number from 0 to 2^53 - 1. */
  number(value: number | undefined): number
  text(value: string | undefined): string
  /** Bytes as they are. */
  raw(value: readonly number[] | undefined, length: number): readonly number[]
  /** Called for every character that a form makes of others, so that a small one cannot fill the memory. */
  spend(characters: number): void
}

export interface Writer extends Stream {
  /** The form: length of the texts, the texts (each ends with a 0), the numbers (7 bits a byte, lowest first). */
  bytes(): Uint8Array
}

export function newWriter(): Writer {
  const texts: number[] = []
  const numbers: number[] = []
  const number = (value = 0) => {
    pushNumber(numbers, value)
    return value
  }
  return {
    isWriting: true,
    number,
    text(value = '') {
      pushUtf8(value, texts)
      texts.push(0)
      return value
    },
    raw(value = []) {
      numbers.push(...value)
      return value
    },
    spend() {},
    bytes() {
      const head: number[] = []
      pushNumber(head, texts.length)
      return Uint8Array.from(head.concat(texts, numbers))
    },
  }
}

function pushNumber(bytes: number[], value: number): void {
  let rest = value
  while (rest > 127) {
    bytes.push((rest % 128) | 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
}

/** @throws Damaged from any of its functions, where the form ends too early or asks for too much. */
export function newReader(form: Uint8Array): Stream {
  let at = 0
  let spent = 0
  const byte = () => {
    const value = form[at++]
    if (value === undefined) throw new Damaged('The form ends too early.')
    return value
  }
  const number = () => {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const part = byte()
      value += (part & 127) * factor
      if (value > Number.MAX_SAFE_INTEGER) throw new Damaged('A number is too large.')
      if (part < 128) return value
    }
  }
  const spend = (characters: number) => {
    spent += characters
    if (spent > MOST_CHARACTERS) throw new TooLarge('The texts are too long.')
  }
  const end = number() + at
  let textAt = at
  at = end
  return {
    isWriting: false,
    number,
    text() {
      const from = textAt
      while (textAt < end && form[textAt] !== 0) textAt++
      if (textAt >= Math.min(end, form.length)) throw new Damaged('A text is missing.')
      const text = fromUtf8(form.subarray(from, textAt++))
      spend(text.length)
      return text
    },
    raw(_, length) {
      return Array.from({ length }, byte)
    },
    spend,
  }
}
