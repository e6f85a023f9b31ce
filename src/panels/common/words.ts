export { clipped, counted, listed, numeral } from '@meshwright/model'

/** A label inside a sentence: `Network TTL` → `network TTL`; names that begin with two capitals stay as they are. */
export function inSentence(label: string): string {
  return /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)
}
