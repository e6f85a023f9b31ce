/** The door of the sources: what is read when it is asked for. No other room fetches. `queried.ts` has the catalogues. */
export type { CatalogueEngine, CatalogueRegion } from './catalogues.ts'
export { readDesignAddress, type DesignAddress } from './designAddress.ts'
export type { Progress } from './fetchText.ts'
export type { Fetched } from './queries.ts'
export { readDesignAt } from './readDesignAt.ts'
export { readGalleryDesign } from './readGalleryDesign.ts'
export { readOwn } from './readOwn.ts'
