const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const VALUES = new Uint8Array(128).fill(255)
for (let value = 0; value < 64; value++) VALUES[ALPHABET.charCodeAt(value)] = value

/** Bytes as text that survives in a URL: RFC 4648 §5, without padding. */
export function toBase64url(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(i, i + 3)
    const bits = (a << 16) | (b << 8) | c
    const letters = Math.min(4, bytes.length - i + 1)
    for (let k = 0; k < letters; k++) text += ALPHABET[(bits >> (18 - 6 * k)) & 63]
  }
  return text
}

/** How many characters `toBase64url` makes of so many bytes. */
export function base64urlLength(bytes: number): number {
  return Math.ceil((bytes * 4) / 3)
}

/** Reads as many whole bytes as the text holds; `undefined` where a character is none of ours. */
export function fromBase64url(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let bits = 0
  let filled = 0
  let at = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const value = code < 128 ? (VALUES[code] ?? 255) : 255
    if (value === 255) return undefined
    bits = ((bits << 6) | value) & 0xffffff
    filled += 6
    if (filled >= 8) {
      filled -= 8
      bytes[at++] = (bits >> filled) & 255
    }
  }
  return bytes
}
