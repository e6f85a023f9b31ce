import type { Problem } from '../../outcome.ts'
import { counted, numeral } from '../../words.ts'

/**
 * The parts that `parseDocument` is put together from. By hand rather than with a schema library: the tables below are
 * checked against our own interfaces by the compiler (a field that is missing or misspelt does not compile), they keep
 * what they understood instead of failing, and they add little to what the page loads first.
 */

/** Gathers problems. Beyond `MOST_PROBLEMS` they are only counted, so that a hostile file cannot flood anybody. */
export interface Log {
  add(code: string, message: string): void
  /** What was added, with one sentence about those that were only counted. */
  problems(): readonly Problem[]
}

const MOST_PROBLEMS = 100

export function newLog(): Log {
  const problems: Problem[] = []
  let more = 0
  return {
    add(code, message) {
      if (problems.length < MOST_PROBLEMS) problems.push({ code, message })
      else more++
    },
    problems() {
      if (more === 0) return problems
      const message = `There ${more === 1 ? 'is' : 'are'} ${counted(more, 'more problem')} of this kind.`
      return [...problems, { code: 'more-problems', message }]
    },
  }
}

/** Texts and lists that are longer than any network needs are cut, and a problem says so. */
export const MOST = {
  text: 1_000_000,
  regions: 2_000,
  brokers: 10_000,
  connectors: 50_000,
  clients: 50_000,
  notes: 10_000,
  ignored: 20_000,
  /** Entries of a list inside an element: destinations, users, further brokers. */
  inner: 5_000,
} as const

/** Reads one value; `undefined` where it is not what was expected. */
export interface Reader<T> {
  /** What a sentence says was expected: "a whole number". */
  readonly expects: string
  /** The value that says the same as an absent field, which needs no sentence: `false` for a mark. */
  readonly same?: unknown
  read(value: unknown, log: Log, at: string): T | undefined
}

/** One reader for every field of `T`, in the order in which the fields are written. */
export type Fields<T> = { readonly [Key in keyof T]-?: Reader<Exclude<T[Key], undefined>> }

/** A reader for each of many fields, where a table lists their names. */
export function fieldsFor<Name extends string, Read>(
  names: readonly Name[],
  readerOf: (name: Name) => Read,
): Readonly<Record<Name, Read>> {
  return Object.fromEntries(names.map((name) => [name, readerOf(name)])) as Record<Name, Read>
}

export type Raw = Readonly<Record<string, unknown>>

export function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What a sentence shows of a value that was not expected. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'a group of fields'
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

/** `null` and absent are the same: a field that is not there. Inherited properties are never read. */
function own(raw: Raw, key: string): unknown {
  return Object.hasOwn(raw, key) ? (raw[key] ?? undefined) : undefined
}

/**
 * Reads the fields that the table knows, in its order. What is of the wrong type is left out with a problem, and so is
 * what the table does not know.
 */
export function readFields<T extends object>(fields: Fields<T>, raw: Raw, log: Log, at: string): Partial<T> {
  const result: Record<string, unknown> = {}
  for (const key in fields) {
    const value = own(raw, key)
    if (value === undefined || value === fields[key].same) continue
    const understood = fields[key].read(value, log, at)
    if (understood !== undefined) result[key] = understood
    else
      log.add(
        'wrong-type',
        `${at}: "${key}" should be ${fields[key].expects}, found ${shown(value)}. It was left out.`,
      )
  }
  for (const key of Object.keys(raw)) {
    if (!Object.hasOwn(fields, key)) {
      log.add('unknown-field', `${at}: "${key.slice(0, 60)}" is not a field of a design. It was left out.`)
    }
  }
  return result as Partial<T>
}

/** A group of optional fields. */
export function group<T extends object>(fields: Fields<T>, name: string): Reader<T> {
  return {
    expects: 'a group of fields',
    read(value, log, at) {
      return isRaw(value) ? (readFields(fields, value, log, `${at}, ${name}`) as T) : undefined
    },
  }
}

export const text: Reader<string> = {
  expects: 'a text',
  read(value, log, at) {
    if (typeof value !== 'string') return undefined
    if (value.length <= MOST.text) return value
    log.add(
      'too-long',
      `${at}: a text of ${numeral(value.length)} characters was cut at ${numeral(MOST.text)}.`,
    )
    return value.slice(0, MOST.text)
  },
}

export const flag: Reader<boolean> = {
  expects: 'true or false',
  read: (value) => (typeof value === 'boolean' ? value : undefined),
}

/** A field that is there or not. */
export const mark: Reader<true> = {
  expects: 'true',
  same: false,
  read: (value) => (value === true ? true : undefined),
}

/** Far more than any setting takes (`readSetting` stops at 15 digits too), and exact in every sum of a few. */
const LARGEST = 1e15

export const whole: Reader<number> = {
  expects: 'a whole number',
  // Adding 0 turns -0, which JSON cannot write, into 0.
  read: (value) =>
    Number.isSafeInteger(value) && Math.abs(value as number) < LARGEST ? (value as number) + 0 : undefined,
}

export function oneOf<T extends string>(values: Readonly<Record<T, true>>): Reader<T> {
  return {
    expects: Object.keys(values)
      .map((value) => `"${value}"`)
      .join(' or '),
    read: (value) => (typeof value === 'string' && Object.hasOwn(values, value) ? (value as T) : undefined),
  }
}

/** A list; entries that are not understood are left out with a problem each, and those beyond the limit with one. */
export function list<T>(entry: Reader<T>, name: string): Reader<readonly T[]> {
  return {
    expects: 'a list',
    read(value, log, at) {
      if (!Array.isArray(value)) return undefined
      const entries: T[] = []
      for (const [index, item] of capped(value, MOST.inner, name, log, at).entries()) {
        const understood = entry.read(item, log, `${at}, ${name} ${index + 1}`)
        if (understood !== undefined) entries.push(understood)
        else
          log.add(
            'wrong-type',
            `${at}: ${name} ${index + 1} should be ${entry.expects}, found ${shown(item)}. It was left out.`,
          )
      }
      return entries
    },
  }
}

/** Names with a text each, such as the options of an address. Names that JavaScript reserves are refused. */
export const textsByName: Reader<Readonly<Record<string, string>>> = {
  expects: 'texts by name',
  read(value, log, at) {
    if (!isRaw(value)) return undefined
    const entries: [string, string][] = []
    for (const name of capped(Object.keys(value), MOST.inner, 'entry', log, at)) {
      const entry = text.read(value[name], log, at)
      const reserved = name === '__proto__' || name === 'constructor' || name === 'prototype'
      if (entry !== undefined && !reserved) entries.push([name, entry])
      else
        log.add('wrong-type', `${at}: "${name.slice(0, 60)}" was left out; it should be a name with a text.`)
    }
    return Object.fromEntries(entries)
  },
}

export function capped<T>(
  values: readonly T[],
  most: number,
  name: string,
  log: Log,
  at: string,
): readonly T[] {
  if (values.length <= most) return values
  log.add(
    'too-many',
    `${at}: the list of "${name}" has ${numeral(values.length)} entries; the first ${numeral(most)} were read.`,
  )
  return values.slice(0, most)
}
