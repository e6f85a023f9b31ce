/** How the bytes of a file are text. `latin1` gives every byte a character, so nothing is ever lost in it. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1'

export interface Decoded {
  /** Without the byte order mark. */
  readonly text: string
  readonly encoding: Encoding
  /** The file begins with a byte order mark. */
  readonly mark: boolean
  /** What the XML declaration says and nobody here reads: the file was taken as Latin-1, which has the same ASCII. */
  readonly unknown?: string
  /** The bytes are not what the file says they are. */
  readonly broken?: true
}

const LATIN1 = /^(iso-?8859-?1|latin-?1|windows-125\d|cp125\d|us-ascii|ascii)$/i

/**
 * Turns bytes into text so that `encode` gives the same bytes back, whatever they are: by byte order mark, by the zeros
 * of UTF-16, by the XML declaration, else as UTF-8. Bytes that are no UTF-8 are read as Latin-1.
 *
 * @source https://www.w3.org/TR/xml/#sec-guessing
 */
export function decode(bytes: Uint8Array): Decoded {
  const [a, b, c] = bytes
  if (a === 0xff && b === 0xfe) return wide(bytes.subarray(2), true, true)
  if (a === 0xfe && b === 0xff) return wide(bytes.subarray(2), false, true)
  if (a !== 0 && b === 0 && bytes.length > 3) return wide(bytes, true, false)
  if (a === 0 && b !== 0 && bytes.length > 3) return wide(bytes, false, false)
  const mark = a === 0xef && b === 0xbb && c === 0xbf
  const content = mark ? bytes.subarray(3) : bytes
  const declared = /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([^"']*)["']/.exec(
    latin1(content.subarray(0, 300)),
  )?.[1]
  if (!mark && declared !== undefined && !/^utf-?8$/i.test(declared)) {
    // A UTF-16 declaration in bytes that are plainly not UTF-16 is only a wrong word.
    if (LATIN1.test(declared)) return { text: latin1(content), encoding: 'latin1', mark }
    if (!/^utf-?16/i.test(declared)) {
      return { text: latin1(content), encoding: 'latin1', mark, unknown: declared }
    }
  }
  const text = utf8(content)
  if (text !== undefined) return { text, encoding: 'utf-8', mark }
  return { text: latin1(content), encoding: 'latin1', mark, broken: true }
}

/** The bytes of a text, in the way that `decode` found. What the encoding cannot hold becomes a character reference. */
export function encode(text: string, { encoding, mark }: Pick<Decoded, 'encoding' | 'mark'>): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return joined(mark ? [0xef, 0xbb, 0xbf] : [], toUtf8(text))
    case 'latin1':
      return joined(mark ? [0xef, 0xbb, 0xbf] : [], toLatin1(text))
    case 'utf-16le':
    case 'utf-16be': {
      const little = encoding === 'utf-16le'
      const bytes = new Uint8Array(text.length * 2)
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i)
        bytes[2 * i + (little ? 0 : 1)] = code & 255
        bytes[2 * i + (little ? 1 : 0)] = code >> 8
      }
      return joined(mark ? (little ? [0xff, 0xfe] : [0xfe, 0xff]) : [], bytes)
    }
  }
}

const CHUNK = 8192

function latin1(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let i = 0; i < bytes.length; i += CHUNK) {
    parts.push(String.fromCharCode(...bytes.subarray(i, i + CHUNK)))
  }
  return parts.join('')
}

function wide(bytes: Uint8Array, little: boolean, mark: boolean): Decoded {
  const encoding = little ? 'utf-16le' : 'utf-16be'
  if (bytes.length % 2 !== 0) return { text: latin1(bytes), encoding: 'latin1', mark: false, broken: true }
  const parts: string[] = []
  for (let i = 0; i < bytes.length; i += CHUNK) {
    const codes: number[] = []
    for (let j = i; j < Math.min(i + CHUNK, bytes.length); j += 2) {
      const [first = 0, second = 0] = [bytes[j], bytes[j + 1]]
      codes.push(little ? first | (second << 8) : (first << 8) | second)
    }
    parts.push(String.fromCharCode(...codes))
  }
  return { text: parts.join(''), encoding, mark }
}

/** Strict UTF-8; `undefined` for bytes that are none, so that nothing is replaced unseen. */
function utf8(bytes: Uint8Array): string | undefined {
  const parts: string[] = []
  let codes: number[] = []
  for (let at = 0; at < bytes.length;) {
    // Most of a file is ASCII, which is the same in Latin-1.
    const run = asciiFrom(bytes, at)
    if (run - at >= 64) {
      if (codes.length > 0) parts.push(String.fromCodePoint(...codes))
      codes = []
      parts.push(latin1(bytes.subarray(at, run)))
      at = run
      continue
    }
    const first = bytes[at++] ?? 0
    const more =
      first < 0x80 ? 0 : first < 0xc2 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : -1
    if (more < 0) return undefined
    let code = more === 0 ? first : first & (0x3f >> more)
    for (let i = 0; i < more; i++) {
      const next = bytes[at++]
      if (next === undefined || (next & 0xc0) !== 0x80) return undefined
      code = (code << 6) | (next & 0x3f)
    }
    const least = more === 2 ? 0x800 : more === 3 ? 0x10000 : 0
    if (code < least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined
    codes.push(code)
    if (codes.length >= CHUNK) {
      parts.push(String.fromCodePoint(...codes))
      codes = []
    }
  }
  parts.push(String.fromCodePoint(...codes))
  return parts.join('')
}

/** Behind the last byte of ASCII from a place on, within a chunk. */
function asciiFrom(bytes: Uint8Array, from: number): number {
  const most = Math.min(bytes.length, from + CHUNK)
  let at = from
  while (at < most && (bytes[at] ?? 128) < 128) at++
  return at
}

function toUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  let at = 0
  for (const character of text) {
    let code = character.codePointAt(0) ?? 0
    if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd
    if (code < 0x80) bytes[at++] = code
    else if (code < 0x800) {
      bytes[at++] = 0xc0 | (code >> 6)
      bytes[at++] = 0x80 | (code & 63)
    } else if (code < 0x10000) {
      bytes[at++] = 0xe0 | (code >> 12)
      bytes[at++] = 0x80 | ((code >> 6) & 63)
      bytes[at++] = 0x80 | (code & 63)
    } else {
      bytes[at++] = 0xf0 | (code >> 18)
      bytes[at++] = 0x80 | ((code >> 12) & 63)
      bytes[at++] = 0x80 | ((code >> 6) & 63)
      bytes[at++] = 0x80 | (code & 63)
    }
  }
  return bytes.subarray(0, at)
}

function toLatin1(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 256) bytes.push(code)
    else for (const digit of `&#${code};`) bytes.push(digit.charCodeAt(0))
  }
  return Uint8Array.from(bytes)
}

function joined(mark: readonly number[], bytes: Uint8Array): Uint8Array {
  if (mark.length === 0) return bytes
  const all = new Uint8Array(mark.length + bytes.length)
  all.set(mark)
  all.set(bytes, mark.length)
  return all
}
