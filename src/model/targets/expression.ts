/** Tells whether a text holds a Spring expression: `${…}` or `#{…}`, finished or not. */
export function holdsExpression(text: string): boolean {
  return /[$#]\{/.test(text)
}
