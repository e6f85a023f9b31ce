export interface NumberLimits {
  readonly min?: number | undefined
  readonly max?: number | undefined
  /** Whole numbers only, unless this is set. */
  readonly allowFraction?: boolean | undefined
}

export type NumberReading = { readonly value: number } | { readonly problem: string }

/**
 * Reads a number the way people type it: spaces around, thousands separated by commas, spaces or underscores, a unit behind.
 *
 * @returns The number, or a sentence that says what was found and what would do. A number outside the limits is not
 * pulled in: silently changing what someone typed is worse than asking.
 */
export function readNumber(text: string, limits: NumberLimits = {}): NumberReading {
  const match = /^([+\-−]?)(\d[\d, _\u00a0\u202f]*(?:\.\d+)?|\.\d+)(?![\d.,])\s*[a-zµ%]*$/i.exec(text.trim())
  if (match === null) return { problem: `Type a ${limits.allowFraction === true ? '' : 'whole '}number.` }
  const magnitude = Number((match[2] ?? '').replace(/[, _\u00a0\u202f]/g, ''))
  // A zero has no sign here: -0 would be written into files.
  const value = match[1] === '-' || match[1] === '−' ? 0 - magnitude : magnitude
  if (limits.allowFraction !== true && !Number.isSafeInteger(value)) {
    return { problem: Number.isInteger(value) ? 'That number is too large.' : 'Type a whole number.' }
  }
  const { min, max } = limits
  if (min !== undefined && value < min) return { problem: rangeInWords(min, max) }
  if (max !== undefined && value > max) return { problem: rangeInWords(min, max) }
  return { value }
}

/** A number as the interface writes it: 1,000; the number of a thing, like a port, as 1000. Never with a unit. */
export function writeNumber(value: number, isName = false): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 20, useGrouping: !isName })
}

/**
 * The value one press of an arrow key away.
 *
 * @param from - `undefined` starts at the lowest value, or at 0.
 */
export function stepNumber(from: number | undefined, by: number, limits: NumberLimits = {}): number {
  const { min = -Infinity, max = Infinity } = limits
  if (from === undefined) return Number.isFinite(min) ? min : 0
  return Math.min(max, Math.max(min, from + by))
}

function rangeInWords(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return `Type ${writeNumber(max ?? 0)} or less.`
  if (max === undefined) return `Type ${writeNumber(min)} or more.`
  return `Type a number from ${writeNumber(min)} to ${writeNumber(max)}.`
}
