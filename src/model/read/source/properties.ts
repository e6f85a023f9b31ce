/**
 * Reads a `.properties` file: `key=value`, `key: value`, `key value`, comments with `#` or `!`, lines that go on after a
 * backslash, and escapes.
 *
 * @source java.util.Properties.load
 */
export function readProperties(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  const lines = text.split(/\r\n|\r|\n/)
  for (let i = 0; i < lines.length; i++) {
    let line = (lines[i] ?? '').replace(/^[ \t\f]+/, '')
    if (line === '' || /^[#!]/.test(line)) continue
    while (/(^|[^\\])(\\\\)*\\$/.test(line) && i + 1 < lines.length) {
      line = line.slice(0, -1) + (lines[++i] ?? '').replace(/^[ \t\f]+/, '')
    }
    const [, key = '', value = ''] =
      /^((?:\\.|[^\\=:\s])*)(?:[ \t\f]*[=:][ \t\f]*|[ \t\f]+)?(.*)$/s.exec(line) ?? []
    if (key !== '') values.set(unescape(key), unescape(value))
  }
  return values
}

function unescape(text: string): string {
  return text.replace(/\\(u[0-9a-fA-F]{4}|.)/gs, (_, code: string) => {
    if (/^u[0-9a-fA-F]{4}$/.test(code)) return String.fromCharCode(Number.parseInt(code.slice(1), 16))
    return { t: '\t', n: '\n', r: '\r', f: '\f' }[code] ?? code
  })
}

/** More rounds than values refer to each other in practice; a circle of them ends here. */
const MOST_ROUNDS = 10
const LONGEST = 100_000

/**
 * Replaces `${key}` by its value, values that hold others included, and `${key:default}` by its default where no file
 * has the key. What nobody knows stays as it is.
 */
export function resolve(text: string, values: ReadonlyMap<string, string>): string {
  let current = text
  for (let round = 0; round < MOST_ROUNDS && current.includes('${') && current.length < LONGEST; round++) {
    const next = current.replace(/\$\{([^{}]*)\}/g, (whole, inner: string) => {
      const known = values.get(inner) ?? values.get(inner.trim())
      if (known !== undefined) return known
      // `${AWS::Region}` is a name of CloudFormation's own, not one with a default.
      if (inner.includes('::')) return whole
      const colon = inner.indexOf(':')
      return colon > 0 ? (values.get(inner.slice(0, colon)) ?? inner.slice(colon + 1)) : whole
    })
    if (next === current) break
    current = next
  }
  return current
}

/** Tells whether a text still holds something that only the broker's machine knows: `${…}`, `#{…}`, `{{ … }}`, `{% … %}`, `<% … %>`, `##### … #####`. */
export function holdsPlaceholder(text: string): boolean {
  return /[$#]\{|\{\{|\{%|#####|<%/.test(text)
}
