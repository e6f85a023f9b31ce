/**
 * Tells whether XML 1.0 has a way to write a character: tab, line feed and carriage return, and all of Unicode from the
 * blank on, but neither other control characters, half surrogates nor U+FFFE and U+FFFF. There is no escape for those.
 *
 * @source https://www.w3.org/TR/xml/#charsets
 */
function isWritable(codePoint: number): boolean {
  if (codePoint < 0x20) return codePoint === 0x9 || codePoint === 0xa || codePoint === 0xd
  return codePoint < 0xd800 || (codePoint > 0xdfff && codePoint !== 0xfffe && codePoint !== 0xffff)
}

/** The text with every character that XML cannot carry replaced by U+FFFD, one for one; the text itself if there is none. */
export function cleaned(text: string): string {
  let clean = ''
  let changed = false
  for (const character of text) {
    const writable = isWritable(character.codePointAt(0) ?? 0)
    clean += writable ? character : '\ufffd'
    changed ||= !writable
  }
  return changed ? clean : text
}

/** `U+0001`: how a character that cannot be shown is named. */
export function nameOfCharacter(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** The first character of a text that XML cannot carry. */
export function firstUnwritable(text: string): string | undefined {
  for (const character of text) if (!isWritable(character.codePointAt(0) ?? 0)) return character
  return undefined
}
