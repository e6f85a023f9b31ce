import { encodeLink, linkSize } from '@meshwright/model/share'
import type { LinkAnswer, LinkQuestion, WriteProgress } from './writing.ts'

/** A design as a link, and what its parts take of it: it is encoded several times, which a thousand brokers feel. */
export function answerLink(
  { document, options, pointing }: LinkQuestion,
  onProgress?: (progress: WriteProgress) => void,
): LinkAnswer {
  const plain = encodeLink(document, options)
  onProgress?.({ done: 1, total: 3 })
  const pointed = pointing && encodeLink(document, { ...options, view: pointing })
  onProgress?.({ done: 2, total: 3 })
  const { drawing, notes, ignored } = linkSize(document, options)
  const adds = { drawing, notes, ignored, finding: (pointed ?? plain).length - plain.length }
  return { plain, pointed: pointed ?? plain, adds }
}
