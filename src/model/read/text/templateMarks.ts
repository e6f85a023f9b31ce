/**
 * Marks of the languages that fill in templates: `<%= … %>` of ERB, `{{ … }}` and `{% … %}` of Jinja and Go. What stands
 * in them is no XML. A mark does not go over the end of its line, and is no longer than any expression.
 */
const MARKS = /<%[^\n]{0,1000}?%>|\{\{[^\n]{0,1000}?\}\}|\{%[^\n]{0,1000}?%\}/g

/** Characters that XML would misread, and the private ones that stand for them meanwhile. */
const HIDDEN = new Map([
  ['<', '\uE3C0'],
  ['>', '\uE3C1'],
  ['"', '\uE3C2'],
  ["'", '\uE3C3'],
  ['&', '\uE3C4'],
])
const SHOWN = new Map([...HIDDEN].map(([shown, hidden]) => [hidden, shown]))

/** Hides what stands in marks from a reader of XML. Each character stays one, so positions stay true. */
export function hideMarks(text: string): string {
  if (!/<%|\{\{|\{%/.test(text)) return text
  return text.replace(MARKS, (mark) =>
    mark.replace(/[<>"'&]/g, (character) => HIDDEN.get(character) ?? character),
  )
}

/** The text as it was before `hideMarks`. */
export function showMarks(text: string): string {
  if (!/[\uE3C0-\uE3C4]/.test(text)) return text
  return text.replace(/[\uE3C0-\uE3C4]/g, (character) => SHOWN.get(character) ?? character)
}
