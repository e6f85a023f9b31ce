import type { GalleryEntry } from '@meshwright/model/gallery'
import { createContext, use, useMemo } from 'react'
import type { TopologyCard } from '../panels/index.ts'
import type { CatalogueEngine, CatalogueRegion, Fetched } from '../sources/index.ts'

/** The files of this build that name what there is to choose from. */
export interface Catalogues {
  readonly gallery: Fetched<readonly GalleryEntry[]>
  readonly engines: Fetched<readonly CatalogueEngine[]>
  readonly regions: Fetched<readonly CatalogueRegion[]>
}

/** Until `CatalogueReader` is there. */
export const LOADING: Catalogues = {
  gallery: { status: 'loading' },
  engines: { status: 'loading' },
  regions: { status: 'loading' },
}

export const CataloguesContext = createContext(LOADING)

export function useCatalogues(): Catalogues {
  return use(CataloguesContext)
}

/** The topologies of the gallery as the palette shows them. */
export function useTopologies(): Fetched<readonly TopologyCard[]> {
  const { gallery } = useCatalogues()
  return useMemo(() => {
    if (gallery.status !== 'ready') return gallery
    const cards = gallery.value
      .filter(({ kind }) => kind !== 'example')
      .map(({ id, title, shape, kind }) => ({ id, name: title, shape, published: kind === 'published' }))
    return { status: 'ready', value: cards }
  }, [gallery])
}

/** The AWS Regions of Amazon MQ; none until they are there. */
export function useAwsRegions(): readonly CatalogueRegion[] {
  const { regions } = useCatalogues()
  return regions.status === 'ready' ? regions.value : NO_REGIONS
}

const NO_REGIONS: readonly CatalogueRegion[] = []
