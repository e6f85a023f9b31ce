const TOKEN =
  // oxlint-disable-next-line no-control-regex -- JSON forbids control characters in strings
  /\s*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|true\b|false\b|null\b))/y

/**
 * The line on which a JSON text stops being one, counted from 1; the last line where it ends too early. Engines report
 * this each in their own words, some not at all, and files that people edit by hand need it.
 */
export function jsonLine(text: string): number {
  const open: ('{' | '[')[] = []
  let expects: 'value' | 'key' | 'colon' | 'after' = 'value'
  let isFirst = false
  TOKEN.lastIndex = 0
  let end = 0
  for (;;) {
    const match = TOKEN.exec(text)
    if (!match) break
    const [, mark, string, word] = match
    const inside = open.at(-1)
    if (expects === 'value' && (string ?? word) !== undefined) expects = 'after'
    else if (expects === 'value' && (mark === '{' || mark === '[')) {
      open.push(mark)
      expects = mark === '{' ? 'key' : 'value'
      isFirst = true
      end = TOKEN.lastIndex
      continue
    } else if (expects === 'key' && string !== undefined) expects = 'colon'
    else if (expects === 'colon' && mark === ':') expects = 'value'
    else if (expects === 'after' && mark === ',' && inside) expects = inside === '{' ? 'key' : 'value'
    else if (
      (expects === 'after' || isFirst) &&
      ((mark === '}' && inside === '{') || (mark === ']' && inside === '['))
    ) {
      open.pop()
      expects = 'after'
    } else break
    isFirst = false
    end = TOKEN.lastIndex
  }
  const rest = text.slice(end)
  const blank = rest.trim() === '' ? 0 : rest.length - rest.trimStart().length
  return text.slice(0, end + blank).split('\n').length
}
