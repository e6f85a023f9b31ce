/** Joins class names; leaves out what is not a string or is empty. Class names of CSS modules are `string | undefined` here. */
export function cx(...parts: readonly (string | false | null | undefined)[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' ')
}
