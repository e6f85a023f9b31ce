/** The door to links: a design as text for an address, and back. */
export { decodeLink, type Link } from './decodeLink.ts'
export { encodeLink, fingerprint, type LinkOptions } from './encodeLink.ts'
export { hasPayload } from './findPayload.ts'
export { LINK_LIMITS, linkSize, type LinkLimit, type LinkSize } from './linkSize.ts'
export type { Stamp } from './stamp.ts'
export { readView, VIEW_PANELS, writeView, type View, type ViewPanel } from './view.ts'
