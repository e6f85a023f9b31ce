import { useMemo } from 'react'
import type { TopologyCard } from '../panels/index.ts'
import { useGallery, type Fetched } from '../sources/index.ts'

/** The topologies of the gallery as the palette shows them. */
export function useTopologies(): Fetched<readonly TopologyCard[]> {
  const gallery = useGallery()
  return useMemo(() => {
    if (gallery.status !== 'ready') return gallery
    const cards = gallery.value
      .filter(({ kind }) => kind !== 'example')
      .map(({ id, title, shape, kind }) => ({ id, name: title, shape, published: kind === 'published' }))
    return { status: 'ready', value: cards }
  }, [gallery])
}
