import { Damaged, MOST_ROWS, Newer, TooLarge, type Stream } from './stream.ts'
import { oncePer } from '../../oncePer.ts'

/**
 * A kind of column: the same field of many rows, one after the other. While writing it is given the values; while
 * reading it is given `undefined` and returns them. A row that lacks the field is `undefined`.
 */
export type Column<T> = (
  stream: Stream,
  values: readonly (T | undefined)[] | undefined,
  rows: number,
) => readonly (T | undefined)[]

/** Changes the values that are there. While reading there are none: `undefined` stays. */
export function each<A, B>(
  values: readonly (A | undefined)[] | undefined,
  change: (value: A, row: number) => B | undefined,
): readonly (B | undefined)[] | undefined {
  return values?.map((value, row) => (value === undefined ? undefined : change(value, row)))
}

/** Bits of a column of numbers' first byte. */
const KIND = { absent: 0, same: 1, plain: 2, steps: 3 } as const
const SOME_ABSENT = 4
const TENS = 8
const SIGNED = 16

/**
 * Whole numbers. The first byte says how: in all rows the same, each as it is, or each as the step from the one before;
 * whether some are absent (0, and the others are one higher), all are tens, some are negative (2n for n, 2n - 1 for -n;
 * steps always so).
 */
export const int: Column<number> = (stream, values, rows) => {
  if (rows === 0) return []
  if (!values) return readInts(stream, rows)
  const present = values.filter((value) => value !== undefined)
  const [first] = present
  if (first === undefined) {
    stream.number(KIND.absent)
    return values
  }
  const tens = present.every((value) => value % 10 === 0) && present.some((value) => value !== 0) ? TENS : 0
  const signed = present.some((value) => value < 0) ? SIGNED : 0
  const scaled = tens ? present.map((value) => value / 10) : present
  const some = present.length < rows ? SOME_ABSENT : 0
  if (scaled.every((value) => value === scaled[0]) && !some) {
    stream.number(KIND.same | tens | signed)
    stream.number(toNatural(scaled[0] ?? 0, signed))
    return values
  }
  const plain = scaled.map((value) => toNatural(value, signed))
  const steps = scaled.map((value, index) => toNatural(value - (scaled[index - 1] ?? 0), SIGNED))
  const isPlain = bitsOf(plain) <= bitsOf(steps)
  stream.number((isPlain ? KIND.plain : KIND.steps) | some | tens | signed)
  const codes = (isPlain ? plain : steps).values()
  for (const value of values) {
    if (value === undefined) stream.number(0)
    else stream.number((codes.next().value ?? 0) + (some ? 1 : 0))
  }
  return values
}

function readInts(stream: Stream, rows: number): readonly (number | undefined)[] {
  const mode = stream.number(undefined)
  const kind = mode & 3
  if (mode > 31) throw new Damaged('A column is of an unknown kind.')
  const signed = kind === KIND.steps ? SIGNED : mode & SIGNED
  const scale = mode & TENS ? 10 : 1
  if (kind === KIND.absent) return Array.from({ length: rows })
  if (kind === KIND.same)
    return Array.from<number>({ length: rows }).fill(fromNatural(stream.number(undefined), signed) * scale)
  let last = 0
  return Array.from({ length: rows }, () => {
    const code = stream.number(undefined) - (mode & SOME_ABSENT ? 1 : 0)
    if (code < 0) return undefined
    last = fromNatural(code, signed) + (kind === KIND.steps ? last : 0)
    return last * scale
  })
}

function toNatural(value: number, signed: number): number {
  return signed ? (value < 0 ? -2 * value - 1 : 2 * value) : value
}

function fromNatural(code: number, signed: number): number {
  if (!signed) return code
  return code % 2 === 0 ? code / 2 : -(code + 1) / 2
}

/** About how many bits a list of numbers costs once it is deflated. */
function bitsOf(codes: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  let bits = 0
  for (const [code, count] of counts) {
    bits += count * Math.log2(codes.length / count) + (code > 127 ? 8 * count : 0) + 6
  }
  return bits
}

export const flag: Column<boolean> = (stream, values, rows) =>
  int(stream, each(values, Number), rows).map((value) => (value === undefined ? undefined : value === 1))

/** A field that is there or not. */
export const mark: Column<true> = (stream, values, rows) =>
  int(stream, each(values, Number), rows).map((value) => (value === undefined ? undefined : true))

export function oneOf<T extends string>(...words: readonly T[]): Column<T> {
  return (stream, values, rows) => {
    const codes = int(
      stream,
      each(values, (value) => words.indexOf(value)),
      rows,
    )
    return codes.map((code) => {
      const word = code === undefined ? undefined : words[code]
      if (code !== undefined && word === undefined) throw new Newer('A word is unknown.')
      return word
    })
  }
}

/** The texts that a form has named already: each is written once, and then by its number. */
const textsOf = oncePer<Stream, { readonly numbers: Map<string, number>; readonly texts: string[] }>(() => ({
  numbers: new Map(),
  texts: [],
}))

/** Texts: 0 for a new one, else the number of one that was named before, counted from 1. */
export const text: Column<string> = (stream, values, rows) => {
  const { numbers, texts } = textsOf(stream)
  const codes = int(
    stream,
    each(values, (value) => {
      const number = numbers.get(value)
      if (number !== undefined) return number
      numbers.set(value, numbers.size + 1)
      stream.text(value)
      return 0
    }),
    rows,
  )
  if (values) return values
  return codes.map((code) => {
    if (code === undefined) return undefined
    if (code === 0) {
      const fresh = stream.text(undefined)
      texts.push(fresh)
      return fresh
    }
    const again = texts[code - 1]
    if (again === undefined) throw new Damaged('A text is unknown.')
    stream.spend(again.length)
    return again
  })
}

/** A whole number or a text. */
export const intOrText: Column<number | string> = (stream, values, rows) => {
  const numbers = int(
    stream,
    each(values, (value) => (typeof value === 'number' ? value : undefined)),
    rows,
  )
  const texts = text(
    stream,
    each(values, (value) => (typeof value === 'string' ? value : undefined)),
    rows,
  )
  return numbers.map((value, row) => value ?? texts[row])
}

/** Lists: how long each is, then all their entries as one column. */
export function list<T>(entry: Column<T>): Column<readonly T[]> {
  return (stream, values, rows) => {
    const lengths = int(
      stream,
      each(values, (value) => value.length),
      rows,
    )
    const total = lengths.reduce<number>((sum, length) => sum + (length ?? 0), 0)
    if (total > MOST_ROWS || lengths.some((length) => length !== undefined && length < 0)) {
      throw new TooLarge('A list is too long.')
    }
    const entries = entry(
      stream,
      values?.flatMap((value) => value ?? []),
      total,
    )
    let at = 0
    return lengths.map((length) => {
      if (length === undefined) return undefined
      at += length
      return entries.slice(at - length, at).filter((value) => value !== undefined)
    })
  }
}

/** Texts by name, in their order. */
export const textsByName: Column<Readonly<Record<string, string>>> = (stream, values, rows) => {
  const names = list(text)(stream, each(values, Object.keys), rows)
  const texts = list(text)(stream, each(values, Object.values<string>), rows)
  return names.map((own, row) => {
    return own && Object.fromEntries(own.map((name, index) => [name, texts[row]?.[index] ?? '']))
  })
}

/**
 * Equal rows are written once: first which of the distinct ones each row is, in the order in which they first occur,
 * then those.
 */
export function pooled<T extends object>(column: Column<T>): Column<T> {
  return (stream, values, rows) => {
    const places = new Map<string, number>()
    const pool: T[] = []
    const numbers = each(values, (value) => {
      const key = JSON.stringify(value)
      const place = places.get(key)
      if (place !== undefined) return place
      places.set(key, pool.length)
      return pool.push(value) - 1
    })
    const codes = int(stream, numbers, rows)
    let size = 0
    for (const code of codes) size = Math.max(size, (code ?? -1) + 1)
    if (size > rows) throw new Damaged('A row is unknown.')
    const distinct = column(stream, values && pool, size)
    return codes.map((code) => (code === undefined ? undefined : distinct[code]))
  }
}

/** A column of a single row. */
export function one<T>(column: Column<T>, stream: Stream, value: T | undefined): T | undefined {
  return column(stream, stream.isWriting ? [value] : undefined, 1)[0]
}

/** How many rows follow. */
export function rowsOf(stream: Stream, values: readonly unknown[] | undefined, most: number): number {
  const rows = stream.number(values?.length)
  if (rows > most) throw new TooLarge('There are too many rows.')
  return rows
}
