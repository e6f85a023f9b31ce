/** Longer texts are not looked at: no browser keeps such an address. */
const LONGEST = 4_000_000

export interface FoundPayload {
  /** The number behind the `d`. */
  readonly tag: number
  /** Letters, digits, `-` and `_`. */
  readonly payload: string
  /** What follows: the view, and whatever stood behind the link. */
  readonly rest: string
}

/** Finds a design's payload in a link or in what became of one on its way; `undefined` where there is none. */
export function findPayload(text: string): FoundPayload | undefined {
  if (text.length > LONGEST) return undefined
  const fragment = fragmentOf(plain(text))
  const match = /^d(\d{1,4})\.([A-Za-z0-9_-]*)(.*)$/s.exec(fragment)
  if (!match) return undefined
  const [, tag = '', payload = '', rest = ''] = match
  return { tag: Number(tag), payload, rest }
}

/** Tells whether an address means to hold a design, whole or not: a `#` and a tag. */
export function hasPayload(text: string): boolean {
  return findPayload(text) !== undefined
}

/** Undoes percent signs, up to three times over, and takes out what programs put where they break lines. */
function plain(text: string): string {
  let result = text
  for (let round = 0; round < 3 && result.includes('%'); round++) {
    const next = result.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    if (next === result) break
    result = next
  }
  // The `=` with which mail breaks a line, `&` as HTML writes it, blanks and line ends, invisible marks.
  return result
    .replace(/=\r?\n/g, '')
    .replaceAll('&amp;', '&')
    .replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g, '')
}

function fragmentOf(text: string): string {
  const hash = text.indexOf('#')
  return hash < 0 ? text : text.slice(hash + 1)
}
