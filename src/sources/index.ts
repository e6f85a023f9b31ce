/** The door of the sources: all that comes from elsewhere. No other room fetches. */
export {
  useEngineCatalogue,
  useRegionCatalogue,
  type CatalogueEngine,
  type CatalogueRegion,
} from './catalogues.ts'
export { readDesignAddress, type DesignAddress } from './designAddress.ts'
export type { Progress } from './fetchText.ts'
export { readGalleryDesign, useGallery } from './gallery.ts'
export { createQueryClient, readOwn, type Fetched } from './queries.ts'
export { readDesignAt } from './readDesignAt.ts'
export { QueryClientProvider } from '@tanstack/react-query'
