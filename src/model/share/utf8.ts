/**
 * Text as bytes without a byte 0, exactly: UTF-8 in which U+0000 takes two bytes and half a surrogate pair three, as
 * any other character would. (The platform's own encoder replaces half pairs, and the model has none.)
 */
export function pushUtf8(text: string, bytes: number[]): void {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code > 0 && code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      )
  }
}

/** Reads such bytes; bytes that no text makes give some text or other, never an error. */
export function fromUtf8(bytes: Uint8Array): string {
  let text = ''
  let at = 0
  const next = () => (bytes[at++] ?? 0) & 63
  while (at < bytes.length) {
    const first = bytes[at++] ?? 0
    const code =
      first < 0x80
        ? first
        : first < 0xe0
          ? ((first & 31) << 6) | next()
          : first < 0xf0
            ? ((first & 15) << 12) | (next() << 6) | next()
            : ((first & 7) << 18) | (next() << 12) | (next() << 6) | next()
    text += String.fromCodePoint(Math.min(code, 0x10ffff))
  }
  return text
}
