import type { Verdict, When } from '../flow.ts'
import type { Passage } from '../passage/passage.ts'
import type { Halt } from '../walk/halt.ts'

/** Verdict and `when` in one number, so that a table of all pairs is an array. */
export const NEVER = 0
export const ALWAYS = 1
export const SOMETIMES_IDLE = 2
export const SOMETIMES_LOAD = 3
export const SOMETIMES_RACE = 4
/** Added where a bound was used. */
export const INEXACT = 8

/** Before the first outcome is seen. */
export const UNKNOWN = 255

/** What two outcomes of a race say together: what they agree on, else that it is a race. */
export function combine(before: number, code: number): number {
  return before === UNKNOWN || before === code ? code : SOMETIMES_RACE | ((before | code) & INEXACT)
}

const VERDICTS: readonly Verdict[] = ['never', 'always', 'sometimes', 'sometimes', 'sometimes']
const WHEN: readonly (When | undefined)[] = [undefined, undefined, 'idle', 'load', 'race']

/** A verdict without its route: what a cell of the table holds. */
export interface Answer {
  readonly verdict: Verdict
  /** With `sometimes` only. */
  readonly when?: When
  /** `false` where a bound was used. */
  readonly exact: boolean
}

const ANSWERS: readonly Answer[] = Array.from({ length: 16 }, (_, code) => {
  const when = WHEN[code & ~INEXACT]
  return {
    verdict: VERDICTS[code & ~INEXACT] ?? 'never',
    ...(when ? { when } : {}),
    exact: (code & INEXACT) === 0,
  }
})

export function readCode(code: number): Answer {
  return ANSWERS[code]!
}

/** Every code there is: `readCode` reads each. */
export const CODES = ANSWERS.length

/** Answers for one consumer's broker at a time, for all producers at once. */
export interface Judge {
  readonly passage: Passage
  judge(consumer: number): void
  /** By producer's broker, for the consumer judged last. Brokers that demand does not reach have `NEVER`. */
  readonly codes: Uint8Array
  /** Hops of a shortest route that delivers, 0 with `NEVER`. */
  readonly hops: Uint16Array
  /** A shortest route that delivers, as broker numbers. */
  route(producer: number): readonly number[] | undefined
  /** Every broker on which a message of this producer may stay. */
  halts(producer: number): readonly Halt[]
  /** Topics: how many copies the consumer may get. */
  copies(producer: number): { readonly min: number; readonly max: number }
}
