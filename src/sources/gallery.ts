import type { GalleryEntry } from '@meshwright/model/gallery'
import { useOwn, type Fetched } from './queries.ts'

const INDEX = 'gallery/index.json'

/** What the gallery holds: topologies made to measure, and designs in files. */
export function useGallery(): Fetched<readonly GalleryEntry[]> {
  return useOwn(INDEX, readIndex)
}

function readIndex(text: string): readonly GalleryEntry[] {
  const { entries } = JSON.parse(text) as { readonly entries?: unknown }
  if (!Array.isArray(entries)) throw new Error('The gallery has no list of its entries. Reload the page.')
  // Our own file, made by our own build and tested there.
  return entries as readonly GalleryEntry[]
}
