import type { Document } from '../design/document.ts'
import { numeral } from '../words.ts'
import { parseDocument } from '../design/saved/parseDocument.ts'
import { refused, understood, type Outcome } from '../outcome.ts'
import { base64urlLength, fromBase64url } from './base64url.ts'
import { crc32 } from './crc32.ts'
import { DICTIONARY } from './d1/dictionary.ts'
import { readForm } from './d1/form.ts'
import { Newer, TooLarge } from './d1/stream.ts'
import { findPayload } from './findPayload.ts'
import { inflate } from './inflate.ts'
import type { Stamp } from './stamp.ts'
import { readView, type View } from './view.ts'

/** What a link holds. */
export interface Link {
  readonly document: Document
  readonly view: View
  readonly stamp: Stamp
}

/** The newest tag that this code reads. */
const TAG = 1

/**
 * Reads a link, the part after its `#`, or the `d1.…` alone, and forgives what mail and chat programs do to links: `#`
 * as `%23`, percent signs twice over, line ends and blanks inside, a full stop or a bracket behind.
 *
 * The payload is not trusted: its checksum is compared, it is unfolded under a limit, and what comes out is read as any
 * file is. The problems of a link that was read are those of `parseDocument`.
 *
 * @returns Refused with one sentence where it is no link, was cut or changed, or was made by a newer version. Never throws.
 */
export function decodeLink(text: string): Outcome<Link> {
  const found = findPayload(text)
  if (!found) {
    return refused({
      code: 'no-design',
      message:
        'This link holds no design: after its # there should be d1. and the design. Ask for the whole link.',
    })
  }
  if (found.tag !== TAG) return found.tag > TAG ? newer() : changed()
  const bytes = unpack(found.payload)
  if (!(bytes instanceof Uint8Array)) return bytes
  try {
    const { document, stamp } = readForm(inflate(bytes, DICTIONARY))
    const read = parseDocument(document)
    if (!read.ok) return read
    return understood({ document: read.value, view: readView(found.rest), stamp }, read.problems)
  } catch (error) {
    if (error instanceof Newer) return newer()
    return error instanceof TooLarge ? tooLarge() : changed()
  }
}

/** Takes the head off: the deflated bytes, if they are all there and unchanged. */
function unpack(payload: string): Uint8Array | Outcome<never> {
  const all = fromBase64url(payload) ?? new Uint8Array()
  let at = 0
  let length = 0
  for (let shift = 0; ; shift += 7) {
    const byte = all[at++]
    if (byte === undefined) return cut()
    if (shift > 21) return changed()
    length |= (byte & 127) << shift
    if (byte < 128) break
  }
  if (length < 4) return changed()
  if (all.length < at + length)
    return cut('d1.'.length + payload.length, 'd1.'.length + base64urlLength(at + length))
  const checksum =
    ((all[at] ?? 0) << 24) | ((all[at + 1] ?? 0) << 16) | ((all[at + 2] ?? 0) << 8) | (all[at + 3] ?? 0)
  const deflated = all.subarray(at + 4, at + length)
  return crc32(deflated) === checksum >>> 0 ? deflated : changed()
}

function cut(holds?: number, of?: number): Outcome<never> {
  const how =
    holds === undefined || of === undefined
      ? 'almost nothing is left of it'
      : `it holds ${numeral(holds)} of ${numeral(of)} characters`
  return refused({
    code: 'link-cut',
    message: `This link was cut: ${how}. Ask for the whole link or the design file.`,
  })
}

function changed(): Outcome<never> {
  return refused({
    code: 'link-changed',
    message:
      'This link was changed on its way: it does not fit its checksum. Ask for it again, or for the design file.',
  })
}

function tooLarge(): Outcome<never> {
  return refused({
    code: 'link-too-large',
    message: 'This link unfolds to more than any design holds. Ask for the design file.',
  })
}

function newer(): Outcome<never> {
  return refused({
    code: 'link-newer',
    message: 'This link was made by a newer Meshwright. Reload the page, or open it where it was made.',
  })
}
