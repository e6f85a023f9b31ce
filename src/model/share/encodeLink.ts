import { deflateSync } from 'fflate'
import { canonicalise } from '../design/saved/canonicalise.ts'
import type { Document } from '../design/document.ts'
import { EMPTY_LAYOUT } from '../design/layout.ts'
import { toBase64url } from './base64url.ts'
import { crc32 } from './crc32.ts'
import { DICTIONARY } from './d1/dictionary.ts'
import { writeForm } from './d1/form.ts'
import type { Stamp } from './stamp.ts'
import { writeView, type View } from './view.ts'

/** What a link is to hold. Everything by default. */
export interface LinkOptions {
  /** Where things are drawn. */
  readonly layout?: boolean
  readonly notes?: boolean
  /** Findings that somebody decided to live with, and why. */
  readonly ignored?: boolean
  readonly stamp?: Stamp
  readonly view?: View
}

/**
 * The whole design as text that goes after the `#` of a page's address: `d1.…`, of letters, digits, `-` and `_` alone and
 * ending in a letter or digit, then the view. Equal documents give equal text; ids are counted anew, so that they cost
 * nothing. A design holds no password, so a link holds none; user names it does.
 */
export function encodeLink(document: Document, options: LinkOptions = {}): string {
  const { layout = true, notes = true, ignored = true, stamp, view } = options
  const canonical = canonicalise(document)
  const { design } = canonical.document
  const content: Document = {
    ...canonical.document,
    design: { ...design, ...(notes ? {} : { notes: [] }), ...(ignored ? {} : { ignored: [] }) },
    layout: !layout
      ? EMPTY_LAYOUT
      : notes
        ? canonical.document.layout
        : { ...canonical.document.layout, notes: {} },
  }
  const payload = toPayload(writeForm({ document: content, ...(stamp ? { stamp } : {}) }))
  if (!view) return payload
  const selected = view.selected?.flatMap((id) => canonical.idOf(id) ?? [])
  return payload + writeView({ ...view, ...(selected ? { selected } : {}) })
}

/**
 * `d1.` and base64url of: how many bytes follow (7 bits a byte, lowest first), the checksum of the rest (4 bytes, highest
 * first), the form, deflated (RFC 1951) with the preset dictionary.
 */
export function toPayload(form: Uint8Array): string {
  const deflated = deflateSync(form, { level: 9, mem: 4, dictionary: DICTIONARY })
  const bytes = new Uint8Array(deflated.length + 14)
  let at = 0
  let rest = deflated.length + 4
  for (; rest > 127; rest >>>= 7) bytes[at++] = (rest & 127) | 128
  bytes[at++] = rest
  const checksum = crc32(deflated)
  for (const shift of [24, 16, 8, 0]) bytes[at++] = (checksum >>> shift) & 255
  bytes.set(deflated, at)
  const text = toBase64url(bytes.subarray(0, at + deflated.length))
  // Programs that find links in text leave out a last character that could be the writer's; the length says it is none of ours.
  return `d1.${text}${/[-_]$/.test(text) ? '0' : ''}`
}

/**
 * A short mark of what a design means: two designs that differ in more than their drawing have different ones, but for a
 * chance of one in four thousand millions. Eight hexadecimal digits.
 */
export function fingerprint(document: Document): string {
  const { document: canonical } = canonicalise(document)
  return crc32(writeForm({ document: { ...canonical, layout: EMPTY_LAYOUT } }))
    .toString(16)
    .padStart(8, '0')
}
