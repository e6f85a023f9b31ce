/**
 * Marks of the languages that fill in templates: `<%= … %>` of ERB, `{{ … }}` and `{% … %}` of Jinja and Go. What stands
 * in them is no XML. Each is as long as an expression may be; one that prints a value stays on its line.
 */
const CLOSERS: Readonly<
  Record<string, { readonly closer: string; readonly most: number; readonly lines: boolean }>
> = {
  '<%': { closer: '%>', most: 4000, lines: true },
  '{%': { closer: '%}', most: 4000, lines: true },
  '{{': { closer: '}}', most: 1000, lines: false },
}

/** Characters that XML would misread, and the private ones that stand for them meanwhile. */
const HIDDEN = new Map([
  ['<', '\uE3C0'],
  ['>', '\uE3C1'],
  ['"', '\uE3C2'],
  ["'", '\uE3C3'],
  ['&', '\uE3C4'],
])
const SHOWN = new Map([...HIDDEN].map(([shown, hidden]) => [hidden, shown]))

/**
 * Hides what stands in marks from a reader of XML. Each character stays one, so positions stay true. A mark between the
 * attributes of a tag, which decides whether one is there, becomes blanks; any other comes back with `showMarks`.
 */
export function hideMarks(text: string): string {
  if (!/<%|\{\{|\{%/.test(text)) return text
  const parts: string[] = []
  const walk = new TagWalk()
  let at = 0
  for (const { start, end } of marksIn(text)) {
    const between = text.slice(at, start)
    const mark = text.slice(start, end)
    walk.over(between)
    parts.push(between, walk.isInTag ? blank(mark) : hiddenMark(mark))
    at = end
  }
  parts.push(text.slice(at))
  return parts.join('')
}

/** The text as it was before `hideMarks`, where marks stood in values or in text. */
export function showMarks(text: string): string {
  if (!/[\uE3C0-\uE3C4]/.test(text)) return text
  return text.replace(/[\uE3C0-\uE3C4]/g, (character) => SHOWN.get(character) ?? character)
}

function hiddenMark(mark: string): string {
  return mark.replace(/[<>"'&]/g, (character) => HIDDEN.get(character) ?? character)
}

/** A mark that prints a name is kept, so that it is seen that something is there. */
function blank(mark: string): string {
  return /^(<%=|\{\{)/.test(mark) ? hiddenMark(mark) : mark.replace(/[^\r\n]/g, ' ')
}

interface Mark {
  readonly start: number
  readonly end: number
}

/** Looks at each character a few times at most, however many marks begin and never end. */
function marksIn(text: string): readonly Mark[] {
  const found: Mark[] = []
  const ends = new Map<string, number>()
  const opener = /<%|\{\{|\{%/g
  for (let match = opener.exec(text); match; match = opener.exec(text)) {
    const rule = CLOSERS[match[0]]
    if (!rule) continue
    const from = match.index + 2
    let close = ends.get(rule.closer) ?? -2
    if (close !== -1 && close < from) close = text.indexOf(rule.closer, from)
    ends.set(rule.closer, close)
    if (close < 0 || close - from > rule.most) continue
    if (!rule.lines && /[\r\n]/.test(text.slice(from, close))) continue
    found.push({ start: match.index, end: close + 2 })
    opener.lastIndex = close + 2
  }
  return found
}

/** Where a text of XML stands that is gone over bit by bit. */
class TagWalk {
  #until: '<' | '>' | '"' | "'" | '-->' = '<'

  /** Between the attributes of a tag. */
  get isInTag(): boolean {
    return this.#until === '>'
  }

  over(text: string): void {
    for (let at = 0; at < text.length;) {
      if (this.#until !== '>') {
        const end = text.indexOf(this.#until, at)
        if (end < 0) return
        at = end + this.#until.length
        if (this.#until !== '<') this.#until = this.#until === '-->' ? '<' : '>'
        else this.#until = text.startsWith('!--', at) ? '-->' : '>'
        continue
      }
      const next = /[>"']/g
      next.lastIndex = at
      const [sign] = next.exec(text) ?? []
      if (sign === undefined) return
      at = next.lastIndex
      this.#until = sign === '>' ? '<' : sign === '"' ? '"' : "'"
    }
  }
}
