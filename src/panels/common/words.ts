/** `1 broker`, `3 brokers`, `1,024 characters`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${numeral(count)} ${count === 1 ? noun : plural}`
}

/** A number as a reader writes it, with thousands apart: `1,000`. */
export function numeral(value: number): string {
  return value.toLocaleString('en')
}

/** `a`, `a and b`, `a, b and c`; past `most` the rest is counted: `a, b and 4 more`. */
export function listed(names: readonly string[], most = Infinity): string {
  const shown = names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names
  if (shown.length < 2) return shown[0] ?? ''
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

/** A label inside a sentence: `Network TTL` → `network TTL`; names that begin with two capitals stay as they are. */
export function inSentence(label: string): string {
  return /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)
}
