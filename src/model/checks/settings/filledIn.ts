/** What something else fills in before a broker reads it: `${…}`, `#{…}`, the marks of Jinja, Go and ERB, and entities, which are never expanded. */
const MARK =
  /[$#]\{[^{}]*\}|\{\{[^\n]{0,1000}?\}\}|\{%[^\n]{0,1000}?%\}|<%[^\n]{0,1000}?%>|&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z_][\w.-]{0,100};/g

/** Tells whether a part of a text is not known here, so that nothing can be wrong with it yet. */
export function isFilledIn(text: string): boolean {
  return /[$#]\{/.test(text) || text.search(MARK) >= 0
}

/** Tells whether a text begins with such a part, so that not even its kind is known here. */
export function beginsFilledIn(text: string): boolean {
  return /^([$#]\{|\{[{%]|<%)/.test(text)
}

/** The text with a letter in place of each part that is filled in. */
export function withoutMarks(text: string): string {
  return text.replace(MARK, 'x')
}
